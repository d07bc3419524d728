package com.acme.memory.changes;

import com.acme.memory.module.FolderTool;
import com.acme.memory.module.Module;
import com.acme.memory.module.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells which files of a folder changed since it was scanned last. Different folders are scanned at
 * the same time, one folder by one client after the other.
 */
public final class ChangeDetector implements Module {

  private final Map<Path, Snapshot> snapshots = new ConcurrentHashMap<>();
  private final Map<String, Integer> changed = new HashMap<>();
  private final Map<String, FileKind> kinds = new HashMap<>();
  private volatile int scans;

  /** Creates a detector that has seen no folder yet. */
  public ChangeDetector() {
    changed.put("added", 0);
    changed.put("modified", 0);
    changed.put("removed", 0);
    changed.put("unchanged", 0);
  }

  /** Scans a folder; all of its files are new when it was never scanned before. */
  Changes scan(Path folder) {
    int earlier = scans;
    Snapshot snapshot = snapshots.computeIfAbsent(folder, path -> new Snapshot());
    Changes changes;
    try {
      changes = snapshot.renew(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    scans = earlier + 1;
    count(changes);
    return changes;
  }

  private void count(Changes changes) {
    changed.computeIfPresent("added", (name, count) -> count + changes.added().size());
    changed.computeIfPresent("modified", (name, count) -> count + changes.modified().size());
    changed.computeIfPresent("removed", (name, count) -> count + changes.removed().size());
    changed.computeIfPresent("unchanged", (name, count) -> count + changes.unchanged().size());
    for (Path file : changes.added()) {
      kinds.computeIfAbsent(extension(file), kind -> new FileKind()).added++;
    }
    for (Path file : changes.modified()) {
      kinds.computeIfAbsent(extension(file), kind -> new FileKind()).modified++;
    }
  }

  private static String extension(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "none" : name.substring(dot + 1);
  }

  @Override
  public String name() {
    return "changes";
  }

  @Override
  public List<Tool> tools() {
    return List.of(
        new FolderTool(
            "scan_changes",
            "Tells which files of a folder changed since it was scanned last.",
            folder -> scan(folder).toMap(folder)));
  }

  @Override
  public Map<String, ?> statistics() {
    Map<String, Object> statistics = new LinkedHashMap<>();
    statistics.put("scans", scans);
    statistics.put("files", changed);
    statistics.put("kinds", kinds);
    return statistics;
  }

  /** What a folder looked like when it was scanned last. */
  private static final class Snapshot {

    private Map<Path, String> hashes = Map.of();

    synchronized Changes renew(Path folder) throws IOException {
      FolderHashes now = FolderHashes.of(folder);
      Changes changes = Changes.between(hashes, now.hashes(), now.bytes());
      hashes = now.hashes();
      return changes;
    }
  }

  /** How many files with one extension came and changed. */
  static final class FileKind {

    /** Files that were not there before. */
    public int added;

    /** Files with another content. */
    public int modified;
  }
}
