package io.tallyfast.runtime;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.DoubleAdder;

/**
 * What is known of one entry of one map while updates are observed. Thread-safe. Neither map nor
 * key is held: a number made of both stands for them, in a table of fixed size. Entries that fall
 * on the same number are taken for one; where the table is crowded, what was known is forgotten.
 */
final class ObservedEntry {
  private static final int SLOTS = 4096;
  private static final int PROBES = 8;
  private static final AtomicReferenceArray<ObservedEntry> TABLE =
      new AtomicReferenceArray<>(SLOTS);

  /** The updates so far do not all add the same. */
  private static final long MIXED = Double.doubleToRawLongBits(Double.NaN);

  private final long tag;

  /** The bits of what each update adds; 0 as long as nothing is known. */
  private final AtomicLong step = new AtomicLong();

  /** The bits of what was lost and not brought back. */
  private final AtomicLong missing = new AtomicLong();

  private final DoubleAdder sum = new DoubleAdder();
  private final DoubleAdder sizes = new DoubleAdder();

  private ObservedEntry(long tag) {
    this.tag = tag;
  }

  static ObservedEntry of(Object map, Object key) {
    long tag = (long) System.identityHashCode(map) << 32 | hash(key) & 0xFFFF_FFFFL;
    int start = (int) ((tag ^ tag >>> 32) * 0x9E37_79B9 >>> 20);
    for (int i = 0; i < PROBES; i++) {
      int at = start + i & SLOTS - 1;
      ObservedEntry found = TABLE.get(at);
      if (found == null) {
        ObservedEntry fresh = new ObservedEntry(tag);
        found = TABLE.compareAndSet(at, null, fresh) ? fresh : TABLE.get(at);
      }
      if (found.tag == tag) {
        return found;
      }
    }
    ObservedEntry fresh = new ObservedEntry(tag);
    TABLE.set(start & SLOTS - 1, fresh);
    return fresh;
  }

  /** Runs no code of the application: what a key of its own says is not asked. */
  private static int hash(Object key) {
    if (key instanceof String || key instanceof Number || key instanceof Character) {
      boolean ofJdk = key.getClass().getClassLoader() == null;
      return ofJdk ? key.hashCode() : System.identityHashCode(key.getClass());
    }
    return key instanceof Enum<?>
        ? System.identityHashCode(key)
        : key == null ? 0 : System.identityHashCode(key.getClass());
  }

  /**
   * Notes what an update adds.
   *
   * @return what all of them add; NaN when they differ, and 0 when some add and others subtract
   */
  double adds(double delta) {
    if (delta == 0) {
      return Double.longBitsToDouble(step.get());
    }
    sum.add(delta);
    sizes.add(Math.abs(delta));
    long bits = Double.doubleToRawLongBits(delta);
    if (step.get() == 0 && step.compareAndSet(0, bits) || step.get() == bits) {
      return delta;
    }
    step.set(MIXED);
    boolean oneWay = Math.abs(sum.sum()) == sizes.sum();
    return oneWay ? Double.NaN : 0;
  }

  /** Notes that so much was lost. */
  void loses(double amount) {
    while (true) {
      long bits = missing.get();
      double next = Double.longBitsToDouble(bits) + amount;
      if (missing.compareAndSet(bits, Double.doubleToRawLongBits(next))) {
        return;
      }
    }
  }

  /** Notes that up to so much came back, and returns how much of it had been missing. */
  double regains(double amount) {
    while (true) {
      long bits = missing.get();
      double known = Double.longBitsToDouble(bits);
      double back = Math.min(known, amount);
      if (missing.compareAndSet(bits, Double.doubleToRawLongBits(known - back))) {
        return back;
      }
    }
  }
}
