package shop.felix;

import java.util.concurrent.Executors;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import shop.Rush;
import shop.Sales;
import shop.Shop;

/** Sells when the bundle starts, and stops the framework. */
public final class Activator implements BundleActivator {
  @Override
  public void start(BundleContext context) throws Exception {
    Shop.sell(Executors.newFixedThreadPool(Rush.CUSTOMERS), new Sales());
    context.getBundle(0).stop();
  }

  @Override
  public void stop(BundleContext context) {}
}
