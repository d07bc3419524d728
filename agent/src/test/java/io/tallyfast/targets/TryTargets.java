package io.tallyfast.targets;

import io.tallyfast.testkit.InexactTarget;
import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import java.util.HashMap;
import java.util.Map;

/** Exceptions and what is done about them. */
public class TryTargets {
  private TryTargets() {}

  /** In a try block. */
  @Racy
  public static class InTry extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      try {
        stats.put(key(i), stats.get(key(i)) + 1); // assertGuarded()
      } catch (IllegalStateException e) {
        return "illegal";
      }
      return "done";
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Errors are counted. */
  @Racy
  public static class InCatch extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      try {
        return 12 / (i % 3);
      } catch (ArithmeticException e) {
        String name = e.getClass().getSimpleName();
        stats.put(name, stats.getOrDefault(name, 0) + 1); // assertGuarded("getordefault-put")
        return name;
      }
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The key is computed twice from the exception. */
  @Racy
  public static class InCatchInline extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      try {
        return 12 / (i % 3);
      } catch (ArithmeticException e) {
        // assertGuarded()
        stats.put(e.getMessage(), stats.getOrDefault(e.getMessage(), 0) + 1);
        return null;
      }
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Counted in any case. */
  @Racy
  public static class InFinally extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      try {
        return 12 / (i % 3);
      } finally {
        stats.put("alpha", stats.get("alpha") + 1); // assertGuarded("get-put")
      }
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Counted with what the try block found out. */
  @Racy
  public static class InFinallyWithDelta extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      int bytes = 0;
      try {
        bytes = 10;
        bytes += 20 / (i % 4);
        return bytes;
      } finally {
        stats.put("beta", stats.get("beta") + bytes); // assertGuarded()
      }
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A resource that counts when it is closed. */
  @Racy
  public static class TryWithResources extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) throws Exception {
      String k = key(i);
      try (AutoCloseable timer = () -> stats.put(k, stats.get(k) + 1)) { // assertGuarded("get-put")
        return timer == null;
      }
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Success and failure have a counter each. */
  @Racy
  public static class NestedTry extends Target {
    private final Map<String, Integer> stats =
        new HashMap<>(Map.of("ok", 0, "failed", 0, "all", 0));

    @Override
    public Object hit(int i) {
      try {
        try {
          Integer.parseInt(i % 4 == 0 ? "x" : "4");
          stats.put("ok", stats.get("ok") + 1); // assertGuarded("get-put")
        } catch (NumberFormatException e) {
          stats.put("failed", stats.get("failed") + 1); // assertGuarded("get-put")
        }
      } finally {
        stats.put("all", stats.get("all") + 1); // assertGuarded("get-put")
      }
      return null;
    }

    @Override
    public int hits() {
      return 4_000;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** An absent key by way of an exception. */
  public static class CatchesNullPointer extends InexactTarget {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      try {
        stats.put(k, stats.get(k) + 1); // assertGuarded("get-put")
      } catch (NullPointerException e) {
        stats.put(k, 1); // assertSafe()
      }
      return stats.get(k);
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The read in the try block, the write after it. */
  @Racy
  public static class ReadInTry extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int count;
      try {
        count = stats.get(k);
      } catch (ClassCastException e) {
        count = 0;
      }
      stats.put(k, count + 1); // assertSafe()
      return null;
    }

    @Override
    public boolean exact() {
      return false;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The handler uses local variables that were set around the update. */
  @Racy
  public static class HandlerSeesLocals extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = i % 5 == 4 ? "absent" : key(i);
      String step = "start";
      try {
        int n = i * 2;
        step = "before " + n;
        stats.put(k, stats.get(k) + 1); // assertGuarded("get-put")
        step = "after " + n;
      } catch (NullPointerException e) {
        return step;
      }
      return step;
    }

    @Override
    public Object state() {
      return stats;
    }
  }
}
