package io.tallyfast.targets;

import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Code in lambdas, switches and other corners of the language. */
public class LambdaTargets {
  private LambdaTargets() {}

  /** A lambda that captures this. */
  @Racy
  public static class RunnableLambda extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Runnable count = () -> stats.put(k, stats.getOrDefault(k, 0) + 1); // assertGuarded()
      count.run();
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A lambda with a body. */
  @Racy
  public static class BlockLambda extends Target {
    private final Map<String, Integer> stats = new HashMap<>();
    private final Consumer<String> counter =
        k -> {
          Integer c = stats.get(k);
          stats.put(k, c == null ? 1 : c + 1); // assertGuarded("ternary-put")
        };

    @Override
    public Object hit(int i) {
      counter.accept(key(i));
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A method reference to the counting method. */
  @Racy
  public static class MethodReference extends Target {
    private final Map<String, Integer> stats = new HashMap<>();
    private final Consumer<String> counter = this::count;

    @Override
    public Object hit(int i) {
      counter.accept(key(i));
      return null;
    }

    private void count(String k) {
      stats.put(k, stats.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A lambda that gets the map. */
  @Racy
  public static class ParameterLambda extends Target {
    private static final BiConsumer<Map<String, Integer>, String> COUNT =
        (m, k) -> m.put(k, m.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      COUNT.accept(stats, key(i));
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The result of a lambda is the value that was replaced. */
  @Racy
  public static class SupplierLambda extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Supplier<Integer> count = () -> stats.put(k, stats.get(k) + 1); // assertGuarded("get-put")
      return count.get();
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A lambda in a lambda. */
  @Racy
  public static class LambdaInLambda extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      Supplier<Runnable> outer =
          () -> () -> stats.put("deep", stats.getOrDefault("deep", 0) + 1); // assertGuarded()
      outer.get().run();
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The cases of a switch. */
  @SuppressWarnings("fallthrough")
  @Racy
  public static class SwitchStatement extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      switch (i % 3) {
        case 0:
          stats.put("zero", stats.getOrDefault("zero", 0) + 1); // assertGuarded("getordefault-put")
          break;
        case 1:
          stats.put("one", stats.getOrDefault("one", 0) + 1); // assertGuarded("getordefault-put")
        // falls through
        default:
          stats.put("more", stats.getOrDefault("more", 0) + 1); // assertGuarded("getordefault-put")
      }
      return null;
    }

    @Override
    public boolean exact() {
      return true;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A switch expression whose arms count. */
  @Racy
  public static class SwitchExpression extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      Integer before =
          switch (i % 3) {
            case 0 -> stats.put("alpha", stats.get("alpha") + 1); // assertGuarded("get-put")
            case 1 -> stats.put("beta", stats.get("beta") + 2); // assertGuarded("get-put")
            default -> {
              int c = stats.get("gamma");
              yield stats.put("gamma", c + 3); // assertGuarded("get-put")
            }
          };
      return before;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A switch expression gives the delta. */
  @Racy
  public static class SwitchExpressionDelta extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int delta =
          switch (k) {
            case "alpha" -> 1;
            case "beta" -> 10;
            default -> 100;
          };
      stats.put(k, stats.get(k) + delta); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A switch expression inside of the sum. */
  @Racy
  public static class SwitchExpressionInside extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      // assertGuarded()
      stats.put(
          k,
          stats.get(k)
              + switch (i % 3) {
                case 0 -> 1;
                case 1 -> 2;
                default -> 3;
              });
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A method of an enum. */
  @Racy
  public static class EnumMethod extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      Level.values()[i % 2].count(stats, key(i));
      return null;
    }

    private enum Level {
      LOW {
        @Override
        void count(Map<String, Integer> m, String k) {
          m.put(k, m.get(k) + 1); // assertGuarded("get-put")
        }
      },
      HIGH {
        @Override
        void count(Map<String, Integer> m, String k) {
          m.put(k, m.get(k) + 10); // assertGuarded("get-put")
        }
      };

      abstract void count(Map<String, Integer> m, String k);
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A method of a record that holds the map. */
  @Racy
  public static class RecordMethod extends Target {
    private final Counter counter = new Counter(zeros());

    @Override
    public Object hit(int i) {
      counter.count(key(i));
      return null;
    }

    private record Counter(Map<String, Integer> map) {
      void count(String k) {
        map.put(k, map.get(k) + 1); // assertGuarded("get-put")
      }
    }

    @Override
    public Object state() {
      return counter.map();
    }
  }

  /** A method with any number of keys. */
  @Racy
  public static class VarArgs extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      countAll("alpha", key(i));
      return null;
    }

    private void countAll(String... names) {
      for (String name : names) {
        stats.put(name, stats.get(name) + 1); // assertGuarded("get-put")
      }
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A class within the method. */
  @Racy
  public static class LocalClass extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      class Counter {
        void count() {
          stats.put(k, stats.get(k) + 1); // assertGuarded("get-put")
        }
      }
      new Counter().count();
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Each instance has its own lock, the map is shared. */
  @Racy
  public static class SynchronizedOnOther extends Target {
    private static final Map<String, Integer> STATS = zeros();

    @Override
    public Object hit(int i) {
      new Handler().handle(key(i));
      return null;
    }

    private static final class Handler {
      synchronized void handle(String k) {
        STATS.put(k, STATS.get(k) + 1); // assertGuarded("get-put")
      }
    }

    @Override
    public Object state() {
      return STATS;
    }
  }
}
