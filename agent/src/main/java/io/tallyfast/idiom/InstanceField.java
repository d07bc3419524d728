package io.tallyfast.idiom;

/** {@code this.hits++} on a field of an object that is not volatile. */
final class InstanceField extends OfVariable {
  InstanceField() {
    super("instance-field");
  }
}
