package io.tallyfast.idiom;

/** {@code hits++} on a volatile field, of an object or static. */
final class VolatileField extends OfVariable {
  VolatileField() {
    super("volatile-field");
  }
}
