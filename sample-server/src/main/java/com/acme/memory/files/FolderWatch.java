package com.acme.memory.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows one folder, on a daemon thread of its own. Thread-safe. */
final class FolderWatch implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(FolderWatch.class);
  private static final long SETTLE_SECONDS = 30;
  private static final long STOP_MILLIS = 5_000;

  private final Path folder;
  private final FolderMemories memories;
  private final WatchService service;
  private final Map<String, CompletableFuture<Void>> marks = new ConcurrentHashMap<>();
  private final Thread thread;

  FolderWatch(Path folder, FolderMemories memories) throws IOException {
    this.folder = folder;
    this.memories = memories;
    service = folder.getFileSystem().newWatchService();
    // Before the files are read for the first time, so that no change is missed.
    folder.register(
        service,
        StandardWatchEventKinds.ENTRY_CREATE,
        StandardWatchEventKinds.ENTRY_MODIFY,
        StandardWatchEventKinds.ENTRY_DELETE);
    thread = new Thread(this::run, "files-" + folder.getFileName());
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      attempt(() -> memories.rescan(folder));
      WatchKey key;
      do {
        key = service.take();
        for (WatchEvent<?> event : key.pollEvents()) {
          attempt(() -> handle(event));
        }
      } while (key.reset());
    } catch (ClosedWatchServiceException e) {
      log.debug("the folder {} is left", folder, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      marks.values().forEach(mark -> mark.complete(null));
    }
  }

  /** One file that cannot be remembered must not keep the others from it. */
  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      log.error("a change in {} could not be followed", folder, e);
    }
  }

  private void handle(WatchEvent<?> event) {
    if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
      memories.overflowed(folder, event.count());
      return;
    }
    String name = event.context().toString();
    if (!name.startsWith(FolderMemories.OWN)) {
      memories.changed(folder.resolve(name), event.kind(), event.count());
      return;
    }
    CompletableFuture<Void> mark = marks.remove(name);
    if (mark != null) {
      mark.complete(null);
    }
  }

  /** Makes a file, and waits for its turn: events of one folder come in their order. */
  void settle() {
    String name = FolderMemories.OWN + UUID.randomUUID();
    CompletableFuture<Void> mark = new CompletableFuture<>();
    marks.put(name, mark);
    Path file = folder.resolve(name);
    try {
      Files.createFile(file);
      await(mark);
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      marks.remove(name);
    }
  }

  private void await(CompletableFuture<Void> mark) {
    try {
      mark.get(SETTLE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IllegalStateException("the folder " + folder + " does not settle", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns what was done since this was called last. */
  Map<String, Object> news() {
    return memories.news();
  }

  /** Ends the thread, after the events that it is at. */
  @Override
  public void close() {
    try {
      service.close();
      thread.join(STOP_MILLIS);
      memories.leave();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
