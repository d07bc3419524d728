package io.tallyfast.audit.targets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** Maps of one thread, and maps that get away from it. */
public class ConfinedTargets {
  /** Nobody else can reach it. */
  public static class Safe {
    private static final Map<String, Integer> INITIAL = new HashMap<>();
    private static final ThreadLocal<Map<String, Integer>> MINE =
        ThreadLocal.withInitial(HashMap::new);
    private final Map<String, Integer> made = new HashMap<>();

    static {
      INITIAL.put("start", INITIAL.getOrDefault("start", 0) + 1); // confined
      initial("more");
    }

    private static void initial(String k) {
      INITIAL.put(k, INITIAL.getOrDefault(k, 0) + 1); // confined
    }

    Safe(String k) {
      made.put(k, made.getOrDefault(k, 0) + 1); // confined
      begin(k);
    }

    private void begin(String k) {
      made.put(k, made.getOrDefault(k, 0) + 2); // confined
    }

    Map<String, Integer> local(List<String> keys) {
      Map<String, Integer> counts = new HashMap<>();
      for (String k : keys) {
        counts.put(k, counts.getOrDefault(k, 0) + 1); // confined
      }
      return counts;
    }

    Map<String, Integer> lambda(List<String> keys) {
      Map<String, Integer> counts = new HashMap<>();
      keys.forEach(k -> counts.put(k, counts.getOrDefault(k, 0) + 1)); // confined
      return counts;
    }

    Map<String, Integer> nested(List<List<String>> lists) {
      Map<String, Integer> counts = new HashMap<>();
      lists.forEach(
          keys -> keys.forEach(k -> counts.put(k, counts.getOrDefault(k, 0) + 1))); // confined
      return counts;
    }

    Map<String, Integer> anonymous(List<String> keys) {
      Map<String, Integer> counts = new HashMap<>();
      keys.forEach(
          new Consumer<String>() {
            @Override
            public void accept(String k) {
              counts.put(k, counts.getOrDefault(k, 0) + 1); // confined
            }
          });
      return counts;
    }

    Map<String, Integer> made(String k) {
      Map<String, Integer> counts = make();
      help(counts, k);
      return counts;
    }

    private static Map<String, Integer> make() {
      Map<String, Integer> counts = new HashMap<>();
      counts.put("all", 1);
      return counts;
    }

    private static void help(Map<String, Integer> counts, String k) {
      counts.put(k, counts.getOrDefault(k, 0) + 1); // confined
    }

    void perThread(String k) {
      Map<String, Integer> mine = MINE.get();
      mine.put(k, mine.getOrDefault(k, 0) + 1); // confined
    }
  }

  /** Others can, or soon will. */
  public static class Unsafe {
    private static final Map<String, Integer> ALL = new HashMap<>();
    private static final Map<String, Integer> MADE = new HashMap<>();
    private final Map<String, Integer> stats = new HashMap<>();
    private final Map<String, Map<String, Integer>> byName = new HashMap<>();
    private final List<Map<String, Integer>> list = new ArrayList<>();
    private Map<String, Integer> last;

    Unsafe(ExecutorService pool, String k) {
      ALL.put(k, ALL.getOrDefault(k, 0) + 1); // unprotected
      pool.execute(() -> stats.put(k, stats.getOrDefault(k, 0) + 1)); // unprotected
      register(k);
    }

    /** What is static does not belong to the object that is made. */
    private void register(String k) {
      made(k);
    }

    private void made(String k) {
      MADE.put(k, MADE.getOrDefault(k, 0) + 1); // unprotected
    }

    void field(String k) {
      Map<String, Integer> counts = new HashMap<>();
      last = counts;
      counts.put(k, counts.getOrDefault(k, 0) + 1); // unprotected
    }

    void lambda(ExecutorService pool, String k) {
      Map<String, Integer> counts = new HashMap<>();
      pool.execute(() -> counts.put(k, counts.getOrDefault(k, 0) + 1)); // unprotected
    }

    void anonymous(ExecutorService pool, String k) {
      Map<String, Integer> counts = new HashMap<>();
      pool.execute(
          new Runnable() {
            @Override
            public void run() {
              counts.put(k, counts.getOrDefault(k, 0) + 1); // unprotected
            }
          });
    }

    void intoMap(String k) {
      Map<String, Integer> counts = new HashMap<>();
      byName.put(k, counts);
      counts.put(k, counts.getOrDefault(k, 0) + 1); // unprotected
    }

    void intoList(String k) {
      Map<String, Integer> counts = new HashMap<>();
      list.add(counts);
      counts.put(k, counts.getOrDefault(k, 0) + 1); // unprotected
    }

    void handed(String k) {
      help(last, k);
    }

    private static void help(Map<String, Integer> counts, String k) {
      counts.put(k, counts.getOrDefault(k, 0) + 1); // unprotected
    }
  }
}
