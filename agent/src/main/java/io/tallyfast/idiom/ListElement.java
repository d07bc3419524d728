package io.tallyfast.idiom;

/** {@code counts.set(i, counts.get(i) + 1)} on a list. */
final class ListElement extends OfVariable {
  ListElement() {
    super("list-element");
  }
}
