package com.acme.memory.docstrings;

/**
 * One docstring. Immutable.
 *
 * @param kind of what it describes, such as {@code method}
 * @param name of what it describes
 * @param text without stars and tags
 */
record Docstring(String kind, String name, String text) {

  /** Returns the text to remember. */
  String content() {
    return kind + " " + name + ": " + text;
  }
}
