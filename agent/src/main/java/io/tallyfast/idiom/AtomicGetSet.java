package io.tallyfast.idiom;

/** {@code a.set(a.get() + 1)} on an atomic variable, in a map or not. */
final class AtomicGetSet extends OfVariable {
  AtomicGetSet() {
    super("atomic-get-set");
  }
}
