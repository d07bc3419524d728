package io.tallyfast.it;

import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.Jdk;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Looks again and again whether platform threads of a JVM wait for each other for ever. The JVM
 * itself searches for that when {@code jcmd} asks for its threads.
 */
final class DeadlockWatch {
  private static final String THREADS = "Full thread dump";
  private static final String DEADLOCK = "Java-level deadlock";

  private final Jdk jdk;
  private final String pid;
  private final AtomicInteger looks = new AtomicInteger();
  private final CompletableFuture<String> found;
  private volatile boolean done;

  /** Starts to watch the JVM with this process id. */
  DeadlockWatch(Jdk jdk, String pid) {
    this.jdk = jdk;
    this.pid = pid;
    this.found = CompletableFuture.supplyAsync(this::watch);
  }

  private String watch() {
    String dump = "";
    while (!done && !dump.contains(DEADLOCK)) {
      dump = ForkedJvm.tool(jdk, "jcmd").run(pid, "Thread.print", "-l").out();
      if (!dump.contains(THREADS)) {
        throw new IllegalStateException("no threads but " + dump);
      }
      looks.incrementAndGet();
    }
    return dump.contains(DEADLOCK) ? dump : "";
  }

  /** Ends the watch, and returns the threads of a JVM in which some wait for ever, or no text. */
  String end() {
    done = true;
    return found.join();
  }

  /** How often it looked. */
  int looks() {
    return looks.get();
  }
}
