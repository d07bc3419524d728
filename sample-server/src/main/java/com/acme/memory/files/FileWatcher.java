package com.acme.memory.files;

import com.acme.memory.memories.MemoryService;
import com.acme.memory.memories.Recorder;
import com.acme.memory.module.BadRequestException;
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

/**
 * Remembers the files of folders, each file as one memory, and follows their changes: one thread
 * for each folder. What is in folders below is left alone. Thread-safe.
 */
public final class FileWatcher implements Module {

  private static final int MOST_FOLDERS = 64;

  /** Counts of what was done; each watch adds to them. */
  final Map<String, Integer> stats = new HashMap<>();

  /** Events of the file system by kind; each watch adds to them. */
  final Map<String, Integer> events = new HashMap<>();

  private final MemoryService memories;
  private final Recorder recorder;

  /** How many memories had fewer than 100, 1,000, 10,000 bytes, and more. */
  private final int[] sizes = new int[4];

  private final Map<Path, FolderWatch> watches = new HashMap<>();

  /** Creates a watcher of no folder, which adds a number of its own to the statistics of all. */
  public FileWatcher(MemoryService memories, Recorder recorder) {
    this.memories = memories;
    this.recorder = recorder;
    memories.stats().put("files_watched", 0);
    stats.put("indexed", 0);
    stats.put("forgotten", 0);
    stats.put("skipped", 0);
  }

  /**
   * Remembers the files of a folder, and follows it from now on.
   *
   * @return whether that is new
   * @throws BadRequestException if there are too many folders
   */
  public boolean watch(Path folder) {
    FolderWatch watch;
    synchronized (watches) {
      if (watches.containsKey(folder)) {
        return false;
      }
      if (watches.size() == MOST_FOLDERS) {
        throw new BadRequestException("at most " + MOST_FOLDERS + " folders can be watched");
      }
      watch = begin(folder);
      watches.put(folder, watch);
    }
    watch.start();
    return true;
  }

  private FolderWatch begin(Path folder) {
    try {
      return new FolderWatch(folder, new FolderMemories(this, memories, recorder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until all that happened in the folder so far is done, and returns what was done. */
  Map<String, Object> settle(Path folder) {
    FolderWatch watch;
    synchronized (watches) {
      watch = watches.get(folder);
    }
    if (watch == null) {
      throw new BadRequestException("the folder " + folder + " is not watched");
    }
    watch.settle();
    return watch.news();
  }

  /** Follows a folder no more, and returns what was done. What it had stays remembered. */
  Map<String, Object> leave(Path folder) {
    FolderWatch watch;
    synchronized (watches) {
      watch = watches.remove(folder);
    }
    if (watch == null) {
      throw new BadRequestException("the folder " + folder + " is not watched");
    }
    watch.close();
    return watch.news();
  }

  /** Notes the size of a file that was remembered. */
  void indexed(int bytes) {
    stats.put("indexed", stats.get("indexed") + 1);
    sizes[Math.min(sizes.length - 1, Math.max(0, Integer.toString(bytes).length() - 2))]++;
  }

  @Override
  public String name() {
    return "files";
  }

  @Override
  public List<Tool> tools() {
    return List.of(
        new FolderTool(
            "watch_folder",
            "Remembers the text files of a folder, and remembers them anew when they change.",
            folder -> Map.of("new", watch(folder))),
        new FolderTool(
            "settle_folder",
            "Waits until all changes in a watched folder are done, and tells what was done.",
            this::settle),
        new FolderTool(
            "leave_folder",
            "Follows a folder no more, and tells what was done; what it had stays remembered.",
            this::leave));
  }

  @Override
  public Map<String, ?> statistics() {
    Map<String, Object> statistics = new LinkedHashMap<>(stats);
    statistics.put("events", events);
    statistics.put("sizes", sizes);
    return statistics;
  }

  /** Lets each watch finish what it is at. */
  @Override
  public void close() {
    synchronized (watches) {
      watches.values().forEach(FolderWatch::close);
    }
  }
}
