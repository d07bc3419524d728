package io.tallyfast.idiom;

/** {@code hits[i] += n} on an array that no map holds. */
final class ArrayElement extends OfVariable {
  ArrayElement() {
    super("array-element");
  }
}
