package com.acme.memory.files;

import com.acme.memory.memories.MemoryService;
import com.acme.memory.memories.MemoryService.Deleted;
import com.acme.memory.memories.Recorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The memories of the files of one folder. For one thread, but for the news. */
final class FolderMemories {

  /** How the names of files begin that the server itself makes. */
  static final String OWN = ".memory-server-";

  private static final byte[] NOTHING = {};
  private static final int MOST_BYTES = 65_536;
  private static final Map<WatchEvent.Kind<?>, String> KINDS =
      Map.of(
          StandardWatchEventKinds.ENTRY_CREATE, "created",
          StandardWatchEventKinds.ENTRY_MODIFY, "modified",
          StandardWatchEventKinds.ENTRY_DELETE, "deleted");

  private final FileWatcher watcher;
  private final MemoryService memories;
  private final Recorder recorder;
  private final Map<Path, Remembered> files = new HashMap<>();
  private final News news = new News();

  /** A file as it was when it was remembered. */
  private record Remembered(UUID version, String memory) {}

  FolderMemories(FileWatcher watcher, MemoryService memories, Recorder recorder) {
    this.watcher = watcher;
    this.memories = memories;
    this.recorder = recorder;
  }

  /** Remembers all files of the folder, and forgets those that are gone. */
  void rescan(Path folder) {
    Set<Path> gone = new HashSet<>(files.keySet());
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path file : entries) {
        gone.remove(file);
        remember(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    gone.forEach(this::forget);
  }

  /** Notes that nobody knows what happened in the folder. */
  void overflowed(Path folder, int times) {
    happened("overflow", times);
    rescan(folder);
  }

  /** Notes that something happened to a file. */
  void changed(Path file, WatchEvent.Kind<?> kind, int times) {
    happened(KINDS.get(kind), times);
    if (kind == StandardWatchEventKinds.ENTRY_DELETE) {
      forget(file);
    } else {
      remember(file);
    }
  }

  private void happened(String kind, int times) {
    news.happened(kind, times);
    watcher.events.put(kind, Optional.ofNullable(watcher.events.get(kind)).orElse(0) + times);
  }

  private void remember(Path file) {
    if (file.getFileName().toString().startsWith(OWN)) {
      return;
    }
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isRegularFile()) {
        remember(file, attributes.size() > MOST_BYTES ? NOTHING : Files.readAllBytes(file));
      }
    } catch (NoSuchFileException e) {
      forget(file);
    } catch (IOException e) {
      skip(file);
    }
  }

  private void remember(Path file, byte[] bytes) throws CharacterCodingException {
    Remembered before = files.get(file);
    UUID version = UUID.nameUUIDFromBytes(bytes);
    if (before != null && before.version().equals(version)) {
      return;
    }
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    if (text.isBlank()) {
      skip(file);
      return;
    }
    forget(file);
    Map<String, Object> stored = recorder.store(text, List.of("file"));
    files.put(file, new Remembered(version, (String) stored.get("id")));
    news.stored(stored);
    addToWatched(1);
    watcher.indexed(bytes.length);
  }

  /** Forgets a file that is gone, or has another content now. */
  private void forget(Path file) {
    Remembered before = files.remove(file);
    if (before == null) {
      return;
    }
    Deleted deleted = memories.delete(before.memory());
    news.deleted(Map.of("deleted", deleted.found(), "delete_micros", deleted.micros()));
    addToWatched(-1);
    watcher.stats.put("forgotten", watcher.stats.get("forgotten") + 1);
  }

  private void skip(Path file) {
    forget(file);
    news.skipped();
    watcher.stats.put("skipped", watcher.stats.get("skipped") + 1);
  }

  private void addToWatched(int files) {
    memories.stats().put("files_watched", (int) memories.stats().get("files_watched") + files);
  }

  /** Returns what was done since this was called last. */
  Map<String, Object> news() {
    return news.take();
  }

  /** The files are watched no more. */
  void leave() {
    addToWatched(-files.size());
    files.clear();
  }
}
