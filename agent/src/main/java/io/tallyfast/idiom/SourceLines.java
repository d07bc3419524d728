package io.tallyfast.idiom;

import java.util.HashMap;
import java.util.Map;

/**
 * The lines of the source, where a compiler put code of inline functions of other files under line
 * numbers that the file does not have: Kotlin says in the class file which line calls the function.
 * Immutable.
 */
final class SourceLines {
  private static final String STRATUM = "*S KotlinDebug\n";

  private final Map<Integer, Integer> callers = new HashMap<>();

  /**
   * Reads the extension for debuggers (JSR 45) of a class file.
   *
   * @param extension null when the class file has none
   */
  SourceLines(String extension) {
    int stratum = extension == null ? -1 : extension.indexOf(STRATUM);
    int lines = stratum < 0 ? -1 : extension.indexOf("*L\n", stratum);
    if (lines >= 0) {
      int end = extension.indexOf('*', lines + 1);
      read(extension.substring(lines + 3, end < 0 ? extension.length() : end));
    }
  }

  /**
   * Takes rows as {@code 30#1:105,6}: line 30 calls what has the lines from 105 on, six of them.
   */
  private void read(String rows) {
    int from = 0;
    while (from < rows.length()) {
      int end = rows.indexOf('\n', from);
      end = end < 0 ? rows.length() : end;
      row(rows.substring(from, end));
      from = end + 1;
    }
  }

  private void row(String row) {
    int colon = row.indexOf(':');
    int file = row.indexOf('#');
    int comma = row.indexOf(',', colon);
    if (colon < 0) {
      return;
    }
    int caller = number(row.substring(0, file > 0 && file < colon ? file : colon));
    int first = number(row.substring(colon + 1, comma < 0 ? row.length() : comma));
    int count = comma < 0 ? 1 : number(row.substring(comma + 1));
    for (int i = 0; i < count; i++) {
      callers.put(first + i, caller);
    }
  }

  private static int number(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      // Not what the format says: then the line stays as it is.
      return 0;
    }
  }

  /** The line in the source for a line in the class file. */
  int of(int line) {
    Integer caller = callers.get(line);
    return caller == null || caller == 0 ? line : caller;
  }
}
