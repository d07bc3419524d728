package io.tallyfast.report;

import java.io.IOException;
import java.io.Writer;

/**
 * Writes JSON as it goes: nothing is held in memory. Indented by two spaces a level. Not
 * thread-safe; the caller keeps objects and arrays balanced.
 */
final class JsonWriter {
  private static final String HEX = "0123456789abcdef";

  private final Writer out;
  private int level;
  private boolean first = true;

  JsonWriter(Writer out) {
    this.out = out;
  }

  /** Opens an object that is an element or the whole document. */
  void beginObject() throws IOException {
    separate();
    open('{');
  }

  /** Opens an object that is a member. */
  void beginObject(String name) throws IOException {
    name(name);
    open('{');
  }

  /** Opens an array that is a member. */
  void beginArray(String name) throws IOException {
    name(name);
    open('[');
  }

  /** Closes an object. */
  void endObject() throws IOException {
    close('}');
  }

  /** Closes an array. */
  void endArray() throws IOException {
    close(']');
  }

  /** Writes a member that is text. */
  void member(String name, String value) throws IOException {
    name(name);
    string(value);
  }

  /** Writes a member that is a number. */
  void member(String name, long value) throws IOException {
    name(name);
    out.write(Long.toString(value));
  }

  /** Writes a member that is a number; without a point when it has no fraction. */
  void member(String name, double value) throws IOException {
    name(name);
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    boolean finite = !Double.isNaN(value) && !Double.isInfinite(value);
    out.write(whole ? Long.toString((long) value) : finite ? Double.toString(value) : "null");
  }

  /** Writes a member that is true or false. */
  void member(String name, boolean value) throws IOException {
    name(name);
    out.write(Boolean.toString(value));
  }

  /** Writes an element that is text. */
  void element(String value) throws IOException {
    separate();
    string(value);
  }

  private void open(char bracket) throws IOException {
    out.write(bracket);
    level++;
    first = true;
  }

  private void close(char bracket) throws IOException {
    level--;
    if (!first) {
      newLine();
    }
    out.write(bracket);
    first = false;
    if (level == 0) {
      out.write('\n');
    }
  }

  private void name(String name) throws IOException {
    separate();
    string(name);
    out.write(": ");
  }

  private void separate() throws IOException {
    if (!first) {
      out.write(',');
    }
    if (level > 0) {
      newLine();
    }
    first = false;
  }

  private void newLine() throws IOException {
    out.write('\n');
    for (int i = 0; i < level; i++) {
      out.write("  ");
    }
  }

  private void string(String text) throws IOException {
    out.write('"');
    for (int i = 0; i < text.length(); i++) {
      character(text, i);
    }
    out.write('"');
  }

  private void character(String text, int i) throws IOException {
    char c = text.charAt(i);
    switch (c) {
      case '"' -> out.write("\\\"");
      case '\\' -> out.write("\\\\");
      case '\n' -> out.write("\\n");
      case '\r' -> out.write("\\r");
      case '\t' -> out.write("\\t");
      default -> {
        if (needsEscape(text, i)) {
          escape(c);
        } else {
          out.write(c);
        }
      }
    }
  }

  /** Controls, half of a surrogate pair, and the line ends that JavaScript does not allow. */
  private static boolean needsEscape(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
    return c < 0x20 || c == 0x7F || c == 0x2028 || c == 0x2029;
  }

  private void escape(char c) throws IOException {
    out.write("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.write(HEX.charAt(c >> shift & 0xF));
    }
  }
}
