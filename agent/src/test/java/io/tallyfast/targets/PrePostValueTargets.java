package io.tallyfast.targets;

import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import io.tallyfast.testkit.UniqueResults;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The value from before or after the update is used. */
public class PrePostValueTargets {
  private PrePostValueTargets() {}

  /** Hands out the value from before. */
  @UniqueResults
  @Racy
  public static class IdBefore extends Target {
    private final Map<String, Integer> next = new HashMap<>(Map.of("id", 0));

    @Override
    public Object hit(int i) {
      int id = next.get("id");
      next.put("id", id + 1); // assertGuarded()
      return id;
    }

    @Override
    public Object state() {
      return next;
    }
  }

  /** Hands out the value from after. */
  @UniqueResults
  @Racy
  public static class IdAfter extends Target {
    private final Map<String, Integer> next = new HashMap<>(Map.of("id", 0));

    @Override
    public Object hit(int i) {
      int id = next.get("id") + 1;
      next.put("id", id); // assertGuarded()
      return id;
    }

    @Override
    public Object state() {
      return next;
    }
  }

  /** The identifier becomes part of a name. */
  @UniqueResults
  @Racy
  public static class IdAsText extends Target {
    private final Map<String, Integer> next = new HashMap<>();

    @Override
    public Object hit(int i) {
      int id = next.getOrDefault("id", 0) + 1;
      next.put("id", id); // assertGuarded()
      return "user-" + id;
    }

    @Override
    public Object state() {
      return next;
    }
  }

  /** Hands out what {@code put} returns. */
  @UniqueResults
  @Racy
  public static class IdFromPut extends Target {
    private final Map<String, Integer> next = new HashMap<>(Map.of("id", 0));

    @Override
    public Object hit(int i) {
      return next.put("id", next.get("id") + 1); // assertGuarded("get-put")
    }

    @Override
    public Object state() {
      return next;
    }
  }

  /** What {@code put} returns, null at first. */
  @UniqueResults
  @Racy
  public static class IdFromPutWithDefault extends Target {
    private final Map<String, Integer> next = new HashMap<>();

    @Override
    public Object hit(int i) {
      return next.put("id", next.getOrDefault("id", 41) + 1); // assertGuarded("getordefault-put")
    }

    @Override
    public Object state() {
      return next;
    }
  }

  /** Assigned while it is put. */
  @UniqueResults
  @Racy
  public static class IdAssignedInArgument extends Target {
    private final Map<String, Long> next = new HashMap<>(Map.of("id", 0L));

    @Override
    public Object hit(int i) {
      long id;
      next.put("id", id = next.get("id") + 1); // assertGuarded()
      return id;
    }

    @Override
    public Object state() {
      return next;
    }
  }

  /** Incremented while it is put. */
  @UniqueResults
  @Racy
  public static class IdPreIncremented extends Target {
    private final Map<String, Integer> next = new HashMap<>(Map.of("id", 0));

    @Override
    public Object hit(int i) {
      int id = next.get("id");
      next.put("id", ++id); // assertGuarded()
      return id;
    }

    @Override
    public Object state() {
      return next;
    }
  }

  /** The boxed value from before. */
  @UniqueResults
  @Racy
  public static class IdBoxedBefore extends Target {
    private final Map<String, Long> next = new HashMap<>(Map.of("id", 1L));

    @Override
    public Object hit(int i) {
      Long id = next.get("id");
      next.put("id", id + 1); // assertGuarded()
      return id;
    }

    @Override
    public Object state() {
      return next;
    }
  }

  /** Drawn in a method, used by its caller. */
  @UniqueResults
  @Racy
  public static class IdFromMethod extends Target {
    private final Map<String, Integer> next = new HashMap<>(Map.of("order", 1000));

    @Override
    public Object hit(int i) {
      return "order/" + draw("order");
    }

    private int draw(String kind) {
      int drawn = next.get(kind);
      next.put(kind, drawn + 1); // assertGuarded()
      return drawn;
    }

    @Override
    public Object state() {
      return next;
    }
  }

  /** Drawn in blocks of ten. */
  @UniqueResults
  @Racy
  public static class IdFromStep extends Target {
    private final Map<String, Integer> next = new HashMap<>(Map.of("block", 0));

    @Override
    public Object hit(int i) {
      int first = next.get("block");
      next.put("block", first + 10); // assertGuarded()
      return first + 3;
    }

    @Override
    public Object state() {
      return next;
    }
  }

  /** The counter is made with the first identifier. */
  @UniqueResults
  @Racy
  public static class IdNullChecked extends Target {
    private final Map<String, Integer> next = new HashMap<>();

    @Override
    public Object hit(int i) {
      Integer old = next.get("id");
      int id = old == null ? 1 : old + 1;
      next.put("id", id); // assertGuarded()
      return id;
    }

    @Override
    public Object state() {
      return next;
    }
  }

  /** Null is replaced by the first identifier. */
  @UniqueResults
  @Racy
  public static class IdNullBecomesOne extends Target {
    private final Map<String, Integer> next = new HashMap<>();

    @Override
    public Object hit(int i) {
      Integer id = next.get("id");
      if (id == null) {
        id = 1;
      }
      next.put("id", id + 1); // assertGuarded()
      return id;
    }

    @Override
    public Object state() {
      return next;
    }
  }

  /** Hands out what {@code merge} returns. */
  @UniqueResults
  @Racy
  public static class IdFromMerge extends Target {
    private final Map<String, Integer> next = new HashMap<>();

    @Override
    public Object hit(int i) {
      return next.merge("id", 1, Integer::sum); // assertGuarded("merge")
    }

    @Override
    public Object state() {
      return next;
    }
  }

  /** Hands out what {@code compute} returns. */
  @UniqueResults
  @Racy
  public static class IdFromCompute extends Target {
    private final Map<String, Integer> next = new HashMap<>();

    @Override
    public Object hit(int i) {
      return next.compute("id", (k, v) -> v == null ? 1 : v + 1); // assertGuarded("compute")
    }

    @Override
    public Object state() {
      return next;
    }
  }

  /** Each call of the map is safe, both together are not. */
  @UniqueResults
  @Racy
  public static class IdFromSynchronizedMap extends Target {
    private final Map<String, Integer> next =
        Collections.synchronizedMap(new HashMap<>(Map.of("id", 0)));

    @Override
    public Object hit(int i) {
      int id = next.get("id");
      next.put("id", id + 1); // assertGuarded()
      return id;
    }

    @Override
    public Object state() {
      return next;
    }
  }

  /** The same on a concurrent map. */
  @UniqueResults
  @Racy
  public static class IdFromConcurrentMap extends Target {
    private final ConcurrentHashMap<String, Integer> next =
        new ConcurrentHashMap<>(Map.of("id", 0));

    @Override
    public Object hit(int i) {
      int id = next.get("id") + 1;
      next.put("id", id); // assertGuarded()
      return id;
    }

    @Override
    public Object state() {
      return next;
    }
  }

  /** Something happens once, at a certain count. */
  @Racy
  public static class AlarmOnce extends Target {
    private final Map<String, Integer> stats = zeros();
    private final AtomicInteger alarms = new AtomicInteger();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int count = stats.get(k) + 1;
      stats.put(k, count); // assertGuarded()
      if (count % 100 == 0) {
        alarms.incrementAndGet();
      }
      return null;
    }

    @Override
    public Object state() {
      return List.of(stats, alarms.get());
    }
  }

  /** The new value is noted. */
  @Racy
  public static class NewValueLogged extends Target {
    private final Map<String, Integer> stats = zeros();
    private volatile int last;

    @Override
    public Object hit(int i) {
      String k = key(i);
      int count = stats.get(k) + 1;
      stats.put(k, count); // assertGuarded()
      last = count;
      return count;
    }

    @Override
    public Object state() {
      return List.of(stats, last);
    }

    @Override
    public Object sum() {
      return stats;
    }
  }

  /** What {@code put} returned is used. */
  @Racy
  public static class OldValueFromPut extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer before = stats.put(k, stats.get(k) + 2); // assertGuarded("get-put")
      return "before: " + before;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Whether {@code put} returned null. */
  @Racy
  public static class FirstTimeFromPut extends Target {
    private final Map<String, Integer> stats = new HashMap<>();
    private final AtomicInteger firsts = new AtomicInteger();

    @Override
    public Object hit(int i) {
      String k = key(i);
      if (stats.put(k, stats.getOrDefault(k, 0) + 1) == null) { // assertGuarded("getordefault-put")
        firsts.incrementAndGet();
      }
      return null;
    }

    @Override
    public Object state() {
      return List.of(stats, firsts.get());
    }
  }

  /** The new value is read again. */
  @Racy
  public static class ReadAgain extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, stats.get(k) + 1); // assertGuarded("get-put")
      return stats.get(k);
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The values from before and after are used. */
  @Racy
  public static class BothUsed extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int before = stats.get(k);
      int after = before + 5;
      stats.put(k, after); // assertGuarded()
      return before + "->" + after;
    }

    @Override
    public Object state() {
      return stats;
    }
  }
}
