package io.tallyfast.runtime;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Keeps whole what the JDK copies of a sorted map. {@code TreeMap} and {@code TreeSet} ask for the
 * size and for the entries one after the other, and rely on both to fit. But they ask for the order
 * as well: by that it is seen that they copy. Their constructors then get one state; where they add
 * to what they have, another order makes them take entry by entry, which needs no size.
 *
 * <p>Guarded by the lock of the map, but for what is static.
 */
final class SortedCopies {
  /** The order that no map has. */
  private static final Comparator<Object> OTHER = new Other();

  private static final StackWalker STACK = StackWalker.getInstance();
  private static final Caller CALLER = new Caller();

  private final Map<Thread, Map<?, ?>> begun = new HashMap<>();

  /** Whether the caller's caller is a constructor that copies a sorted map. */
  static boolean isConstructor(StackWalker.StackFrame caller) {
    return caller != null
        && caller.getClassName().equals("java.util.TreeMap")
        && caller.getMethodName().equals("<init>");
  }

  /** Whether the caller's caller adds what is sorted to what it has, all at once. */
  static boolean isAdding(StackWalker.StackFrame caller) {
    if (caller == null) {
      return false;
    }
    String type = caller.getClassName();
    String method = caller.getMethodName();
    return type.equals("java.util.TreeMap") && method.equals("putAll")
        || type.equals("java.util.TreeSet") && method.equals("addAll");
  }

  /** Who called the method that calls this one; null when it was none of Java. */
  static StackWalker.StackFrame caller() {
    return STACK.walk(CALLER);
  }

  /** An order that equals no other. */
  @SuppressWarnings("unchecked") // It compares nothing.
  static <K> Comparator<K> otherOrder() {
    return (Comparator<K>) OTHER;
  }

  /** Takes what this thread is to see when it asks for the size and the entries. */
  static SortedCopies begin(SortedCopies before, Map<?, ?> state) {
    SortedCopies copies = before == null ? new SortedCopies() : before;
    copies.begun.put(Thread.currentThread(), new ListedMap<>(state));
    return copies;
  }

  /** The size to be answered. */
  static int size(SortedCopies copies, int now) {
    Map<?, ?> state = copies == null ? null : copies.begun.get(Thread.currentThread());
    return state == null ? now : state.size();
  }

  /** The entries of the state that this thread copies, which ends with that; null for none. */
  @SuppressWarnings("unchecked") // Of the map that this belongs to.
  static <K, V> Set<Map.Entry<K, V>> end(SortedCopies copies) {
    Map<?, ?> state = copies == null ? null : copies.begun.remove(Thread.currentThread());
    return state == null ? null : ((Map<K, V>) state).entrySet();
  }

  private static final class Caller
      implements Function<Stream<StackWalker.StackFrame>, StackWalker.StackFrame> {
    @Override
    public StackWalker.StackFrame apply(Stream<StackWalker.StackFrame> frames) {
      return frames.skip(2).findFirst().orElse(null); // Behind caller() and who calls it.
    }
  }

  private static final class Other implements Comparator<Object> {
    @Override
    public int compare(Object left, Object right) {
      throw new UnsupportedOperationException("does not order " + left + " and " + right);
    }
  }
}
