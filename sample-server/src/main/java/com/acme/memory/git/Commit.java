package com.acme.memory.git;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffEntry.ChangeType;

/**
 * One commit. Immutable by convention.
 *
 * @param author the name of who wrote it
 * @param time when it was committed
 * @param message the whole of it, without blanks around it
 * @param changes what it changed, compared with its first parent
 */
record Commit(String author, Instant time, String message, List<DiffEntry> changes) {

  private static final int MOST_CHARACTERS = 4_000;
  private static final int MOST_FILES = 50;
  private static final int MOST_TAG = 64;

  /** Returns the text to remember: who, what, and where. */
  String content() {
    List<String> lines = new ArrayList<>();
    lines.add(author + ": " + cut(message, MOST_CHARACTERS));
    changes.stream().limit(MOST_FILES).map(Commit::file).forEach(lines::add);
    return String.join("\n", lines);
  }

  private static String file(DiffEntry change) {
    boolean deleted = change.getChangeType() == ChangeType.DELETE;
    return deleted ? change.getOldPath() : change.getNewPath();
  }

  /** Returns what its memory is found by. */
  List<String> tags() {
    return author.isBlank() ? List.of("commit") : List.of("commit", cut(author, MOST_TAG));
  }

  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most) : text;
  }

  /** Returns what clients see of it: everything that statistics count. */
  Map<String, Object> toMap() {
    Map<String, Integer> kinds = new TreeMap<>();
    changes.forEach(change -> kinds.merge(change.getChangeType().name(), 1, Integer::sum));
    return Map.of("author", author, "time", time.getEpochSecond(), "changes", kinds);
  }
}
