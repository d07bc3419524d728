package io.tallyfast.testkit;

import java.util.HashMap;
import java.util.Map;

/**
 * A small program under test: one form of a counted update. The comments on its lines say what the
 * rewriter must make of it.
 */
public abstract class Target {
  private static final String[] KEYS = {"alpha", "beta", "gamma"};

  /**
   * One operation of the program under test.
   *
   * @param i counts from 0 and decides key and delta
   * @return what is compared in one thread
   * @throws Throwable what the program throws, compared as well
   */
  public abstract Object hit(int i) throws Throwable;

  /** Everything observable of the state. The harness copies it before the next hit. */
  public abstract Object state();

  /** The part of the state that does not depend on the order of the hits. */
  public Object sum() {
    return state();
  }

  /** Whether, once rewritten, many threads must come to the sum that one thread comes to. */
  public boolean exact() {
    return true;
  }

  /** Hits of each thread in one round; less where a hit is slow. */
  public int hits() {
    return 15_000;
  }

  /** One of a few keys, in turn. */
  protected static String key(int i) {
    return KEYS[Math.floorMod(i, KEYS.length)];
  }

  /** Puts the same value under each key of {@link #key}. */
  protected static <V> Map<String, V> fill(Map<String, V> map, V value) {
    for (String key : KEYS) {
      map.put(key, value);
    }
    return map;
  }

  /** A new hash map that has every key of {@link #key} at 0. */
  protected static Map<String, Integer> zeros() {
    return fill(new HashMap<>(), 0);
  }
}
