package io.tallyfast.apps;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Counts without end from several threads, in rounds, and answers on stdout what stdin asks. */
public final class AttachedApp {
  private static final int THREADS = 4;
  private static final int EACH = 50;
  private static final int COLLECTIONS = 50;
  private static final String ON = "io.tallyfast.version";

  private static final ExecutorService POOL = Executors.newFixedThreadPool(THREADS);

  /** Per state of the agent: the number of rounds, and of updates that are missing. */
  private static final Map<String, int[]> ROUNDS = new TreeMap<>();

  private static volatile boolean stop;

  private AttachedApp() {}

  /** Prints "ready", and one line for each line that it reads. */
  public static void main(String[] args) throws Exception {
    Thread load = new Thread(AttachedApp::rounds, "load");
    load.start();
    System.out.println("ready");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(answer(line));
    }
    stop = true;
    load.join();
    POOL.shutdown();
  }

  private static String answer(String question) throws Exception {
    return switch (question) {
      case "rounds" -> takeRounds();
      case "leak" -> leak();
      case "mbean" -> mbean();
      case "threads" ->
          Thread.getAllStackTraces().keySet().stream()
              .map(Thread::getName)
              .filter(name -> name.toLowerCase(java.util.Locale.ROOT).contains("tallyfast"))
              .toList()
              .toString();
      default -> "what is " + question + "?";
    };
  }

  private static String mbean() throws Exception {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName name = new ObjectName("io.tallyfast:type=Tallyfast");
    return server.isRegistered(name) ? "hits " + server.getAttribute(name, "Hits") : "none";
  }

  private static String takeRounds() {
    synchronized (ROUNDS) {
      StringBuilder all = new StringBuilder();
      ROUNDS.forEach(
          (state, n) -> all.append(state + " " + n[0] + " rounds, " + n[1] + " missing;"));
      ROUNDS.clear();
      return all.toString();
    }
  }

  /** A round counts for a state when that was so at its begin and its end. */
  private static void rounds() {
    while (!stop) {
      String before = System.getProperty(ON);
      int missing = round();
      String after = System.getProperty(ON);
      if ((before == null) == (after == null)) {
        synchronized (ROUNDS) {
          int[] sums = ROUNDS.computeIfAbsent(before == null ? "off" : "on", s -> new int[2]);
          sums[0]++;
          sums[1] += missing;
        }
      }
    }
  }

  private static int round() {
    Counted counted = new Counted();
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      all.add(
          POOL.submit(
              () -> {
                for (int j = 0; j < EACH; j++) {
                  counted.run();
                }
              }));
    }
    try {
      for (Future<?> each : all) {
        each.get();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return THREADS * EACH - counted.hits();
  }

  /** Whether a class loader whose classes have sites is forgotten when nobody else needs it. */
  private static String leak() throws Exception {
    WeakReference<ClassLoader> loader = useAndForget();
    for (int i = 0; i < COLLECTIONS && loader.get() != null; i++) {
      System.gc();
    }
    return loader.get() == null ? "collected" : "leaked";
  }

  private static WeakReference<ClassLoader> useAndForget() throws Exception {
    URL classes = AttachedApp.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader own =
        new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
      Class<?> type = own.loadClass(Counted.class.getName());
      ((Runnable) type.getDeclaredConstructor().newInstance()).run();
      return new WeakReference<>(own);
    }
  }
}
