package com.acme.memory.docstrings;

import com.acme.memory.memories.Recorder;
import com.acme.memory.module.Module;
import com.acme.memory.module.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers the docstrings of Java sources; parses several files at once. Thread-safe. */
public final class DocstringExtractor implements Module {

  private static final int FEWEST_THREADS = 2;

  private final Recorder recorder;
  private final ExecutorService pool;
  private final Map<String, Long> stats = new LinkedHashMap<>();
  private final Map<String, Integer> failures = new HashMap<>();
  private final Map<String, int[]> kinds = new HashMap<>();
  private int filesParsed;

  /** Starts the threads that parse. */
  public DocstringExtractor(Recorder recorder) {
    this.recorder = recorder;
    AtomicInteger number = new AtomicInteger();
    pool =
        Executors.newFixedThreadPool(
            Math.max(FEWEST_THREADS, Runtime.getRuntime().availableProcessors()),
            work -> daemon(work, "docstrings-" + number.incrementAndGet()));
    stats.put("docstrings", 0L);
    stats.put("characters", 0L);
    stats.put("longest", 0L);
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Reads these files, all of them, and returns what became of each, in their order. */
  List<SourceReport> extract(List<Path> files) {
    List<CompletableFuture<SourceReport>> reports = new ArrayList<>();
    for (Path file : files) {
      reports.add(CompletableFuture.supplyAsync(() -> extract(file), pool));
    }
    return reports.stream().map(CompletableFuture::join).toList();
  }

  private SourceReport extract(Path file) {
    Optional<List<Docstring>> docstrings;
    try {
      docstrings = SourceReader.read(file);
    } catch (IOException e) {
      return failed(file, "unreadable");
    }
    if (docstrings.isEmpty()) {
      return failed(file, "invalid");
    }
    filesParsed++;
    List<Map<String, Object>> stored = new ArrayList<>();
    for (Docstring docstring : docstrings.get()) {
      stored.add(recorder.store(docstring.content(), List.of("docstring", docstring.kind())));
      count(docstring);
    }
    return new SourceReport(file, docstrings.get(), stored, null);
  }

  private void count(Docstring docstring) {
    long length = docstring.text().length();
    stats.replace("docstrings", stats.get("docstrings") + 1);
    stats.replace("characters", stats.get("characters") + length);
    long longest = stats.get("longest");
    if (length > longest) {
      stats.put("longest", length);
    }
    kinds.computeIfAbsent(docstring.kind(), kind -> new int[1])[0]++;
  }

  private SourceReport failed(Path file, String kind) {
    Integer failed = failures.get(kind);
    failures.put(kind, failed == null ? 1 : failed + 1);
    return new SourceReport(file, List.of(), List.of(), kind);
  }

  @Override
  public String name() {
    return "docstrings";
  }

  @Override
  public List<Tool> tools() {
    return List.of(new ExtractTool(this));
  }

  @Override
  public Map<String, ?> statistics() {
    Map<String, Object> statistics = new LinkedHashMap<>();
    statistics.put("files_parsed", filesParsed);
    statistics.put("stats", stats);
    statistics.put("failures", failures);
    statistics.put("kinds", kinds);
    return statistics;
  }

  /** Lets the running files finish. */
  @Override
  public void close() {
    pool.shutdown();
  }
}
