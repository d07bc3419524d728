package io.tallyfast.runtime;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

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

  private final AtomicReference<State> state = new AtomicReference<>(State.NOTHING);

  private volatile boolean rises;
  private volatile boolean falls;

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
    noteDirection(delta);
    long bits = Double.doubleToRawLongBits(delta);
    if (step.get() == 0 && step.compareAndSet(0, bits) || step.get() == bits) {
      return delta;
    }
    step.set(MIXED);
    return rises && falls ? 0 : Double.NaN;
  }

  /** Flags, not sums: a thread that stopped between two sums would make all others look mixed. */
  private void noteDirection(double delta) {
    if (delta > 0 && !rises) {
      rises = true;
    } else if (delta < 0 && !falls) {
      falls = true;
    }
  }

  /**
   * Notes what an update wrote, and tells how much was lost with it.
   *
   * <p>What writes say that they overwrote adds up to too much when two of them, at the very same
   * moment, say the same. So it counts only as far as the entry can lack it: what is noted here,
   * one write after the other, adds up to that. Code that is no update and raises the entry lowers
   * this bound: the count is then too low.
   *
   * @param was what the update had read
   * @param written what it wrote
   * @param previous what the write says that it overwrote
   * @param sign 1 for what counts up, -1 for what counts down
   * @return the amount in the direction of the sign; negative for what came back of what others had
   *     lost
   */
  double wrote(double was, double written, double previous, double sign) {
    while (true) {
      State known = state.get();
      double last = Double.isNaN(known.last) ? previous : known.last;
      double lacking = known.lacking + sign * (last - was);
      double overwritten = Math.max(0, known.overwritten + sign * (previous - was));
      double lost = Math.max(0, Math.min(overwritten, lacking));
      if (state.compareAndSet(known, new State(written, lacking, overwritten, lost))) {
        return lost - known.lost;
      }
    }
  }

  /** All of one entry, in the direction in which it counts. Immutable. */
  private static final class State {
    private static final State NOTHING = new State(Double.NaN, 0, 0, 0);

    /** What was written last. */
    private final double last;

    /** What the entry lacks, going by what was written. */
    private final double lacking;

    /** What the writes said that they overwrote, less what came back. */
    private final double overwritten;

    /** What was told to be lost: the smaller of the two. */
    private final double lost;

    State(double last, double lacking, double overwritten, double lost) {
      this.last = last;
      this.lacking = lacking;
      this.overwritten = overwritten;
      this.lost = lost;
    }
  }
}
