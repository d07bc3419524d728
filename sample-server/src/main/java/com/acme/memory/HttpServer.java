package com.acme.memory;

import com.acme.memory.mcp.McpEndpoint;
import java.io.IOException;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/** The embedded web server, on the loopback address. Thread-safe. */
final class HttpServer implements AutoCloseable {

  private static final int MOST_THREADS = 256;
  private static final int MOST_VIRTUAL_THREADS = 4_096;

  /** Connections that wait to be accepted; with the default of 50, a rush of clients is refused. */
  private static final int MOST_WAITING = 1_024;

  private static final long STOP_MILLIS = 5_000;

  /** How long a connection without a request may hold up the stop. */
  private static final long IDLE_MILLIS = 50;

  private final Server server;
  private final ServerConnector connector;

  /**
   * Prepares a server.
   *
   * @param port 0 for any free one
   * @param virtualThreads whether each request gets a virtual thread; needs Java 21
   * @param endpoint what is served
   */
  HttpServer(int port, boolean virtualThreads, McpEndpoint endpoint) {
    server = new Server(virtualThreads ? virtualThreads() : platformThreads());
    connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    connector.setAcceptQueueSize(MOST_WAITING);
    connector.setShutdownIdleTimeout(IDLE_MILLIS);
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    ServletHolder holder = new ServletHolder(endpoint.servlet());
    holder.setAsyncSupported(true);
    context.addServlet(holder, McpEndpoint.PATH);
    // Waits, when the server stops, for the requests that are running.
    server.setHandler(new GracefulHandler(context));
    server.setStopTimeout(STOP_MILLIS);
  }

  private static ThreadPool platformThreads() {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
    threads.setName("http");
    return threads;
  }

  private static ThreadPool virtualThreads() {
    VirtualThreadPool threads = new VirtualThreadPool(MOST_VIRTUAL_THREADS);
    threads.setName("http");
    return threads;
  }

  /** Starts to accept requests; throws {@link IOException} if the port is taken. */
  void start() throws IOException {
    try {
      server.start();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the web server did not start: " + e.getMessage(), e);
    }
  }

  /** Returns the port that it listens on. */
  int port() {
    return connector.getLocalPort();
  }

  void join() throws InterruptedException {
    server.join();
  }

  /** Stops accepting requests and lets the running ones finish, for some seconds. */
  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException("the web server did not stop: " + e.getMessage(), e);
    }
  }
}
