package io.tallyfast.targets;

import io.tallyfast.testkit.Target;
import java.util.HashMap;
import java.util.Map;

/** Numbers that are kept as text. */
public class StringTargets {
  private StringTargets() {}

  /** Parsed, added to, and put back. */
  public static class Parsed extends Target {
    private final Map<String, String> stats = fill(new HashMap<>(), "0");

    @Override
    public Object hit(int i) {
      String k = key(i);
      // assertGuarded("string-put")
      stats.put(k, String.valueOf(Long.parseLong(stats.get(k)) + 2));
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Joined with nothing, which makes it text. */
  public static class Joined extends Target {
    private final Map<String, String> stats = fill(new HashMap<>(), "0");

    @Override
    public Object hit(int i) {
      String k = key(i);
      int n = Integer.parseInt(stats.get(k));
      stats.put(k, n + 1 + ""); // assertGuarded("string-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A maximum that is kept as text. */
  public static class Largest extends Target {
    private final Map<String, String> stats = fill(new HashMap<>(), "0");

    @Override
    public Object hit(int i) {
      String k = key(i);
      int largest = Math.max(Integer.parseInt(stats.get(k)), i);
      stats.put(k, Integer.toString(largest)); // assertRefused("string-put")
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
}
