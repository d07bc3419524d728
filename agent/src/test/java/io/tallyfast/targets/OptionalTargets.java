package io.tallyfast.targets;

import io.tallyfast.testkit.InexactTarget;
import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** {@code Optional} and other helpers for null. */
public class OptionalTargets {
  private OptionalTargets() {}

  /** The textbook. */
  @Racy
  public static class OrElse extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      // assertGuarded("optional-put")
      stats.put(k, Optional.ofNullable(stats.get(k)).orElse(0) + 1);
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The count in a local variable. */
  @Racy
  public static class OrElseToLocal extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int count = Optional.ofNullable(stats.get(k)).orElse(0);
      stats.put(k, count + 1); // assertGuarded("optional-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The optional in a local variable. */
  @Racy
  public static class OptionalInLocal extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Optional<Integer> old = Optional.ofNullable(stats.get(k));
      stats.put(k, old.orElse(0) + 1); // assertGuarded("optional-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A default of 100, and a delta. */
  @Racy
  public static class OrElseHundred extends Target {
    private final Map<String, Long> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      // assertGuarded("optional-put")
      stats.put(k, Optional.ofNullable(stats.get(k)).orElse(100L) + i % 5);
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** {@code Objects.requireNonNullElse}. */
  @Racy
  public static class RequireNonNullElse extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, Objects.requireNonNullElse(stats.get(k), 0) + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The increment is a function of its own. */
  public static class Mapped extends InexactTarget {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, Optional.ofNullable(stats.get(k)).map(c -> c + 1).orElse(1)); // assertSafe()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The default is computed. */
  public static class OrElseGet extends InexactTarget {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      stats.put(k, Optional.ofNullable(stats.get(k)).orElseGet(() -> 0) + 1); // assertSafe()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }
}
