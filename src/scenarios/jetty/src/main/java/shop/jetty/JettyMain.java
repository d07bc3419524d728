package shop.jetty;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import shop.WebCustomer;

/** Deploys a war, and lets customers come. */
public final class JettyMain {
  private JettyMain() {}

  /**
   * Starts Jetty.
   *
   * @param args a folder to work in, and the war
   */
  public static void main(String[] args) throws Exception {
    Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    WebAppContext shop = new WebAppContext(args[1], "/");
    shop.setTempDirectory(Path.of(args[0]).toFile());
    server.setHandler(shop);
    server.start();
    int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    new WebCustomer(port).rush();
    server.stop();
  }
}
