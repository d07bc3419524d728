package shop.tomcat;

import java.io.File;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import shop.WebCustomer;

/** Deploys a war, and lets customers come; or deploys it many times. */
public final class TomcatMain {
  private static final int COLLECTIONS = 50;
  private static final Logger QUIET = Logger.getLogger("org.apache");

  private TomcatMain() {}

  /**
   * Starts Tomcat.
   *
   * @param args a folder to work in, the war, and how often it is deployed
   */
  public static void main(String[] args) throws Exception {
    QUIET.setLevel(Level.WARNING);
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(args[0]);
    tomcat.setPort(0);
    tomcat.setAddDefaultWebXmlToWebapp(false);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    new File(args[0], "webapps").mkdirs();
    tomcat.start();
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    int times = Integer.parseInt(args[2]);
    WebCustomer customer = new WebCustomer(tomcat.getConnector().getLocalPort());
    for (int i = 0; i < times; i++) {
      deploy(tomcat, new File(args[1]), customer, loaders);
    }
    if (times > 1) {
      System.out.println("class loaders left: " + left(loaders));
    }
    tomcat.stop();
    tomcat.destroy();
  }

  private static void deploy(
      Tomcat tomcat, File war, WebCustomer customer, List<WeakReference<ClassLoader>> loaders)
      throws Exception {
    Context shop = tomcat.addWebapp("", war.getAbsolutePath());
    customer.rush();
    loaders.add(new WeakReference<>(shop.getLoader().getClassLoader()));
    tomcat.getHost().removeChild(shop);
  }

  private static long left(List<WeakReference<ClassLoader>> loaders) {
    long left = loaders.size();
    for (int i = 0; i < COLLECTIONS && left > 0; i++) {
      System.gc();
      left = loaders.stream().filter(loader -> loader.get() != null).count();
    }
    return left;
  }
}
