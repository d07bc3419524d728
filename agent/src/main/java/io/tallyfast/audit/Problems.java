package io.tallyfast.audit;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipException;

/**
 * Collects what could not be read. A place is reported once, however often it is walked; beyond a
 * number that nobody reads, problems are only counted. Not thread-safe.
 */
final class Problems {
  private static final int MOST = 200;

  private final List<Problem> list = new ArrayList<>();
  private final Set<String> places = new HashSet<>();
  private int count;

  /** Adds a problem. */
  void add(String place, String reason) {
    String safe = printable(place);
    if (!places.add(safe)) {
      return;
    }
    count++;
    if (list.size() < MOST) {
      list.add(new Problem(safe, printable(reason)));
    }
  }

  /** Adds a problem that an exception tells of. */
  void add(String place, IOException e) {
    add(place, reason(e));
  }

  /** The first of them, in the order in which they were met. */
  List<Problem> list() {
    return List.copyOf(list);
  }

  /** How many there were. */
  int count() {
    return count;
  }

  /** An exception in words that a user can act upon. */
  static String reason(IOException e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    if (e instanceof AccessDeniedException) {
      return "no permission to read it";
    }
    if (e instanceof FileSystemLoopException) {
      return "a link that leads back to a folder above it";
    }
    if (e instanceof LimitException) {
      return message;
    }
    if (message.toLowerCase(Locale.ROOT).contains("encrypted")) {
      return "encrypted; give it without encryption";
    }
    if (e instanceof ZipException || e instanceof EOFException) {
      return "truncated or damaged (" + message + ")";
    }
    return "cannot be read (" + message + ")";
  }

  /** Without the characters by which a name could forge a line or move a terminal's cursor. */
  private static String printable(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean unsafe = Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
      safe.append(unsafe ? '?' : c);
    }
    return safe.toString();
  }
}
