package io.tallyfast.stats;

import io.tallyfast.runtime.Guard;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentMap;

/**
 * Statistics in a map that many threads count in. Thread-safe, each method for itself.
 *
 * <p>The lock is the map's own monitor; a {@link ConcurrentMap} is left to its own atomic
 * operations. Code that the agent has rewritten does the same, so that both may count in one map.
 * No method runs code of the caller under the lock but {@link #batch}. What the map does not allow,
 * a null key in a {@code TreeMap} say, fails as it does without this class; a map that is null is a
 * {@code NullPointerException}.
 *
 * <p>An entry keeps its type: {@code Integer}, {@code Long}, {@code Double} and the other boxes,
 * {@code BigInteger}, {@code BigDecimal}. Sums of whole numbers wrap around as {@code +} does. An
 * entry that is missing, or null, counts as zero, and what is added gives it its type: {@code 1}
 * makes an {@code Integer}, {@code 1L} a {@code Long}, {@code 1.0} a {@code Double}. Write what the
 * map's own type says; the compiler cannot check it.
 */
public final class Stats {
  private static final Plus PLUS = new Plus();

  private Stats() {}

  /**
   * Adds one to an entry. The map must be able to hold an {@code Integer}; for a map of {@code
   * Long} write {@code increment(map, key, 1L)}.
   *
   * @return the new value
   * @throws ClassCastException when the entry is no number
   */
  public static <K> int increment(Map<K, ? super Integer> map, K key) {
    return increment(map, key, 1);
  }

  /**
   * Adds to an entry.
   *
   * @return the new value
   * @throws ClassCastException when the entry is no number
   */
  public static <K> int increment(Map<K, ? super Integer> map, K key, int delta) {
    return plus(map, key, delta).intValue();
  }

  /**
   * Adds to an entry.
   *
   * @return the new value
   * @throws ClassCastException when the entry is no number
   */
  public static <K> long increment(Map<K, ?> map, K key, long delta) {
    return plus(map, key, delta).longValue();
  }

  /**
   * Adds to an entry.
   *
   * @return the new value
   * @throws ClassCastException when the entry is no number
   * @throws ArithmeticException when the entry is a whole number and {@code delta} is none
   */
  public static <K> double increment(Map<K, ?> map, K key, double delta) {
    return plus(map, key, delta).doubleValue();
  }

  private static Number plus(Map<?, ?> map, Object key, Number delta) {
    return (Number) Guard.merge(untyped(map), key, delta, PLUS);
  }

  /**
   * Stores a value: a time, a text, anything.
   *
   * @return what was there before, null for nothing
   */
  @SuppressWarnings("unchecked") // What comes out of the map is what the map may hold.
  public static <K, V> V set(Map<K, V> map, K key, V value) {
    return (V) Guard.put(untyped(map), key, value);
  }

  /**
   * A copy, all of it from one moment, that is the caller's own: changes of the one do not reach
   * the other, also in maps that are values. Other values are the same objects.
   *
   * <p>Sorted maps make a {@code TreeMap} of the same order, an {@code EnumMap} one of its kind,
   * and others a {@code LinkedHashMap} in the order in which they iterate. Of a {@link
   * ConcurrentMap}, which has no state of one moment, each entry is what it was at some moment
   * during the call.
   */
  public static <K, V> Map<K, V> snapshot(Map<K, V> map) {
    return Snapshots.of(Objects.requireNonNull(map, "map"));
  }

  /**
   * Runs updates of a map as one step: no {@link #snapshot} shows some of them without the others.
   * The updates should do nothing else. Whatever waits for another thread here, or takes another
   * lock, can end in a deadlock.
   *
   * @throws IllegalArgumentException when the map is a {@link ConcurrentMap}: none of them can do
   *     this
   */
  public static void batch(Map<?, ?> map, Runnable updates) {
    if (map instanceof ConcurrentMap) {
      throw new IllegalArgumentException("a ConcurrentMap has no lock for several entries");
    }
    synchronized (map) {
      updates.run();
    }
  }

  @SuppressWarnings("unchecked") // The methods above see to it that only fitting values get in.
  private static Map<Object, Object> untyped(Map<?, ?> map) {
    return (Map<Object, Object>) map;
  }
}
