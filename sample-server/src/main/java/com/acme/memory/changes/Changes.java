package com.acme.memory.changes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What changed between two scans, in the order of the paths. Immutable by convention.
 *
 * @param added files that were not there before
 * @param modified files with another content
 * @param removed files that are not there any more
 * @param unchanged files with the same content
 * @param bytes the size of all files that are there
 */
record Changes(
    List<Path> added, List<Path> modified, List<Path> removed, List<Path> unchanged, long bytes) {

  static Changes between(Map<Path, String> before, Map<Path, String> after, long bytes) {
    Changes changes =
        new Changes(
            new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), bytes);
    after.forEach(
        (file, hash) -> {
          String old = before.get(file);
          if (old == null) {
            changes.added.add(file);
          } else {
            (old.equals(hash) ? changes.unchanged : changes.modified).add(file);
          }
        });
    before.keySet().stream().filter(file -> !after.containsKey(file)).forEach(changes.removed::add);
    return changes;
  }

  /** Returns the changes as clients see them, with paths as seen from the folder. */
  Map<String, Object> toMap(Path folder) {
    return Map.of(
        "added", names(folder, added),
        "modified", names(folder, modified),
        "removed", names(folder, removed),
        "unchanged", unchanged.size(),
        "bytes", bytes);
  }

  private static List<String> names(Path folder, List<Path> files) {
    return files.stream().map(file -> folder.relativize(file).toString()).toList();
  }
}
