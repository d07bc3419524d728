package io.tallyfast.apps;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server whose statistics are counted, set, removed and cleared by some threads, while others
 * copy, print and walk them, all without a lock. Its first argument says how many rounds each
 * writer makes.
 */
public final class SnapshotApp {
  private static final int WRITERS = 2;
  private static final String[] SESSIONS = new String[64];

  private final Server server = new Server();
  private final AtomicInteger running = new AtomicInteger(WRITERS);
  private final AtomicInteger torn = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();

  static {
    for (int i = 0; i < SESSIONS.length; i++) {
      SESSIONS[i] = "session " + i;
    }
  }

  private SnapshotApp() {}

  /** Prints what went wrong: torn copies, readers and writers that failed, missing counts. */
  public static void main(String[] args) throws InterruptedException {
    SnapshotApp app = new SnapshotApp();
    app.run(Integer.parseInt(args[0]));
    // A plain map may be broken for good: nothing may hang on to it.
    System.exit(0);
  }

  private void run(int rounds) throws InterruptedException {
    Thread[] threads = {
      start(() -> write(rounds)), start(() -> write(rounds)), start(this::copy), start(this::walk)
    };
    for (Thread thread : threads) {
      thread.join(60_000);
    }
    System.out.println("torn " + torn.get());
    System.out.println("failed " + failed.get());
    Object requests = server.stats().getOrDefault("requests", 0);
    System.out.println("missing " + (WRITERS * rounds - (Integer) requests));
    System.out.println("entries " + server.stats().size());
  }

  private static Thread start(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void write(int rounds) {
    for (int i = 0; i < rounds; i++) {
      try {
        server.request(16L);
        server.open(SESSIONS[i % SESSIONS.length]);
        server.close(SESSIONS[(i + 32) % SESSIONS.length]);
      } catch (RuntimeException e) {
        failed.incrementAndGet();
      }
    }
    for (String session : SESSIONS) {
      server.close(session);
    }
    running.decrementAndGet();
  }

  private void copy() {
    while (running.get() > 0) {
      try {
        Map<String, Object> copy = new HashMap<>(server.stats());
        if ((Integer) copy.get("requests") * 16L != (Long) copy.get("bytes")) {
          torn.incrementAndGet();
        }
      } catch (RuntimeException e) {
        failed.incrementAndGet();
      }
    }
  }

  /** As a serializer does. */
  private void walk() {
    while (running.get() > 0) {
      try {
        StringBuilder json = new StringBuilder("{");
        for (Map.Entry<String, Object> entry : server.stats().entrySet()) {
          json.append('"').append(entry.getKey()).append("\":").append(entry.getValue());
        }
        if (json.indexOf("requests") < 0 || server.stats().toString().indexOf("bytes") < 0) {
          torn.incrementAndGet();
        }
      } catch (RuntimeException e) {
        failed.incrementAndGet();
      }
    }
  }

  /** What somebody wrote who did not think of threads. */
  private static final class Server {
    private final Map<String, Object> stats = new HashMap<>();

    Server() {
      stats.put("requests", 0);
      stats.put("bytes", 0L);
    }

    Map<String, Object> stats() {
      return stats;
    }

    void request(long size) {
      stats.put("requests", (Integer) stats.get("requests") + 1);
      stats.put("bytes", (Long) stats.get("bytes") + size);
      stats.put("last_request", System.nanoTime());
    }

    void open(String session) {
      stats.put(session, "open");
    }

    void close(String session) {
      stats.remove(session);
    }
  }
}
