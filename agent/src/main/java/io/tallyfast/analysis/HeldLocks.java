package io.tallyfast.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The locks held at one place, by name, each with how many times it was taken. Immutable. */
final class HeldLocks {
  static final HeldLocks NONE = new HeldLocks(Map.of());

  private final Map<String, Integer> counts;

  private HeldLocks(Map<String, Integer> counts) {
    this.counts = counts;
  }

  /** Likewise for locks that are held once each. */
  static HeldLocks of(Set<String> names) {
    HeldLocks held = NONE;
    for (String name : names) {
      held = held.plus(name);
    }
    return held;
  }

  /** With a lock taken once more. */
  HeldLocks plus(String lock) {
    return with(lock, counts.getOrDefault(lock, 0) + 1);
  }

  /** With a lock given back once. */
  HeldLocks minus(String lock) {
    int count = counts.getOrDefault(lock, 0);
    return count == 0 ? this : with(lock, count - 1);
  }

  private HeldLocks with(String lock, int count) {
    Map<String, Integer> changed = new HashMap<>(counts);
    if (count == 0) {
      changed.remove(lock);
    } else {
      changed.put(lock, count);
    }
    return changed.isEmpty() ? NONE : new HeldLocks(changed);
  }

  /** What is held on both ways. */
  HeldLocks meet(HeldLocks other) {
    if (this == other || counts.equals(other.counts)) {
      return this;
    }
    Map<String, Integer> both = new HashMap<>();
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      int count = Math.min(entry.getValue(), other.counts.getOrDefault(entry.getKey(), 0));
      if (count > 0) {
        both.put(entry.getKey(), count);
      }
    }
    return both.isEmpty() ? NONE : new HeldLocks(both);
  }

  boolean has(String lock) {
    return counts.containsKey(lock);
  }

  boolean isSame(HeldLocks other) {
    return counts.equals(other.counts);
  }

  /** The names. */
  Set<String> names() {
    return counts.isEmpty() ? Set.of() : new HashSet<>(counts.keySet());
  }
}
