package io.tallyfast.analysis;

import java.util.Locale;

/**
 * The types of objects that count and are kept in maps: {@code AtomicLong}, {@code long[]}, a
 * {@code Counter} of the application. When two threads each make one for the same key, and one
 * overwrites the other's, what the first one counted is lost. Stateless; thread-safe.
 */
final class Holders {
  private static final String ATOMIC = "java/util/concurrent/atomic/";

  /** Words of class names, in lower case; the name is all that is known without loading it. */
  private static final String[] WORDS = {
    "count",
    "stat",
    "metric",
    "tally",
    "histogram",
    "gauge",
    "meter",
    "accumulator",
    "adder",
    "mutableint",
    "mutablelong",
    "mutabledouble",
    "mutablefloat",
    "intref",
    "longref"
  };

  private Holders() {}

  /**
   * Whether objects of a type count, as far as its name tells.
   *
   * @param type internal name, or the descriptor of an array
   */
  static boolean isHolder(String type) {
    if (type.startsWith("[")) {
      return type.length() == 2 && "IJFDSB".indexOf(type.charAt(1)) >= 0;
    }
    if (type.startsWith(ATOMIC)) {
      return !type.contains("FieldUpdater");
    }
    if (type.startsWith("java/")) {
      return false;
    }
    int start = Math.max(type.lastIndexOf('/'), type.lastIndexOf('$')) + 1;
    String name = type.substring(start).toLowerCase(Locale.ROOT);
    for (String word : WORDS) {
      if (name.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
