package io.tallyfast.idiom;

/** {@code hits++} on a static field that is not volatile. */
final class StaticField extends OfVariable {
  StaticField() {
    super("static-field");
  }
}
