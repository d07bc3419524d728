package com.acme.memory.git;

import com.acme.memory.memories.Recorder;
import com.acme.memory.module.BadRequestException;
import com.acme.memory.module.Module;
import com.acme.memory.module.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffEntry.ChangeType;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Remembers the commits of Git repositories, each commit once. Different repositories are read at
 * the same time, and several commits of each. Thread-safe.
 */
public final class GitIndexer implements Module {

  private static final int FEWEST_THREADS = 2;

  private final Recorder recorder;
  private final ExecutorService pool;
  private final Map<Path, Position> positions = new ConcurrentHashMap<>();
  private final Map<String, Long> stats = new HashMap<>();
  private final Map<String, Integer> authors = new HashMap<>();
  private final Map<ChangeType, Integer> changes = new EnumMap<>(ChangeType.class);
  private final Map<String, Map<String, Integer>> repositories = new HashMap<>();

  /** Starts the threads that read commits. */
  public GitIndexer(Recorder recorder) {
    this.recorder = recorder;
    AtomicInteger number = new AtomicInteger();
    pool =
        Executors.newFixedThreadPool(
            Math.max(FEWEST_THREADS, Runtime.getRuntime().availableProcessors()),
            work -> daemon(work, "git-" + number.incrementAndGet()));
    stats.put("files", 0L);
    stats.put("latest", 0L);
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Remembers the commits that are new since this was called last.
   *
   * @return one entry for each, newest first
   * @throws BadRequestException if the folder is no repository
   */
  List<Indexed> index(Path folder) {
    try (Git git = Git.open(folder.toFile())) {
      History history = new History(git.getRepository());
      List<ObjectId> ids = positions.computeIfAbsent(folder, path -> new Position()).move(history);
      List<CompletableFuture<Indexed>> commits = new ArrayList<>();
      for (ObjectId id : ids) {
        commits.add(CompletableFuture.supplyAsync(() -> index(folder, history, id), pool));
      }
      // All have ended before the repository is closed, also when one failed.
      CompletableFuture.allOf(commits.toArray(new CompletableFuture<?>[0])).join();
      return commits.stream().map(CompletableFuture::join).toList();
    } catch (RepositoryNotFoundException e) {
      throw new BadRequestException("there is no Git repository in " + folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Indexed index(Path folder, History history, ObjectId id) {
    try {
      Commit commit = history.read(id);
      Map<String, Object> stored = recorder.store(commit.content(), commit.tags());
      count(folder.getFileName().toString(), commit);
      return new Indexed(commit, stored);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void count(String repository, Commit commit) {
    Long commits = stats.get("commits_indexed");
    if (commits == null) {
      commits = 0L;
    }
    stats.put("commits_indexed", commits + 1);
    stats.put("files", stats.get("files") + commit.changes().size());
    stats.put("latest", Math.max(stats.get("latest"), commit.time().getEpochSecond()));
    Integer written = authors.putIfAbsent(commit.author(), 1);
    if (written != null) {
      authors.put(commit.author(), written + 1);
    }
    for (DiffEntry change : commit.changes()) {
      ChangeType type = change.getChangeType();
      changes.put(type, changes.containsKey(type) ? changes.get(type) + 1 : 1);
    }
    repositories
        .computeIfAbsent(repository, name -> new HashMap<>())
        .merge("commits", 1, Integer::sum);
  }

  @Override
  public String name() {
    return "git";
  }

  @Override
  public List<Tool> tools() {
    return List.of(new IndexTool(this));
  }

  @Override
  public Map<String, ?> statistics() {
    return Map.of(
        "stats", stats, "authors", authors, "changes", changes, "repositories", repositories);
  }

  /** Lets the running commits finish. */
  @Override
  public void close() {
    pool.shutdown();
  }

  /**
   * A commit that is remembered.
   *
   * @param commit as it was read
   * @param stored what clients are told of its memory
   */
  record Indexed(Commit commit, Map<String, Object> stored) {}

  /** How far a repository was read. */
  private static final class Position {

    private ObjectId known;

    /** Moves on to where the repository is now, and returns the commits in between. */
    synchronized List<ObjectId> move(History history) throws IOException {
      ObjectId now = history.head();
      if (now == null) {
        return List.of();
      }
      List<ObjectId> between = history.between(known, now);
      known = now;
      return between;
    }
  }
}
