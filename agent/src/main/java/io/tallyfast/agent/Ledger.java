package io.tallyfast.agent;

import io.tallyfast.analysis.Site;
import io.tallyfast.rewrite.Rewritten;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Remembers, for the report at exit, what became of each class that holds a site. Thread-safe.
 * Holds names only: no class, no class loader and no bytes.
 */
final class Ledger {
  /** One class that holds a site. */
  static final class Entry {
    final String className;
    final int loaderId;
    final List<Site> guarded;
    final List<Site> refused;

    Entry(String className, int loaderId, Rewritten outcome) {
      this.className = className;
      this.loaderId = loaderId;
      this.guarded = outcome.guarded();
      this.refused = outcome.refused();
    }

    boolean isOf(String name, int loader) {
      return loaderId == loader && className.equals(name);
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> changed = new HashSet<>();

  /**
   * Adds a class.
   *
   * @param className internal name
   * @param loader tells classes of the same name apart; may be null
   * @param again whether the class was seen before, and its earlier outcome no longer holds
   */
  synchronized void add(String className, ClassLoader loader, Rewritten outcome, boolean again) {
    int loaderId = System.identityHashCode(loader);
    if (again) {
      forget(className, loaderId);
    }
    if (!outcome.guarded().isEmpty() || !outcome.refused().isEmpty()) {
      entries.add(new Entry(className, loaderId, outcome));
    }
  }

  private void forget(String className, int loaderId) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).isOf(className, loaderId)) {
        entries.remove(i);
      }
    }
  }

  /** Remembers that a class got other bytecode, by its internal name. */
  synchronized void changed(String className) {
    changed.add(className.replace('/', '.'));
  }

  /** The binary names of the classes that got other bytecode. */
  synchronized Set<String> changedNames() {
    return Set.copyOf(changed);
  }

  /** The classes so far, in the order in which they were loaded. */
  synchronized List<Entry> snapshot() {
    return List.copyOf(entries);
  }
}
