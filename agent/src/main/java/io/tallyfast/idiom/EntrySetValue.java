package io.tallyfast.idiom;

/** {@code entry.setValue(entry.getValue() + 1)}. */
final class EntrySetValue extends OfVariable {
  EntrySetValue() {
    super("entry-set-value");
  }
}
