package com.acme.memory;

import com.acme.memory.changes.ChangeDetector;
import com.acme.memory.conversations.ConversationTracker;
import com.acme.memory.docstrings.DocstringExtractor;
import com.acme.memory.embedding.Embedder;
import com.acme.memory.expansion.QueryExpander;
import com.acme.memory.files.FileWatcher;
import com.acme.memory.git.GitIndexer;
import com.acme.memory.index.MemoryIndex;
import com.acme.memory.mcp.McpEndpoint;
import com.acme.memory.mcp.StatusTool;
import com.acme.memory.memories.MemoriesModule;
import com.acme.memory.memories.MemoryListener;
import com.acme.memory.memories.MemoryService;
import com.acme.memory.memories.Recorder;
import com.acme.memory.module.Module;
import com.acme.memory.module.Tool;
import com.acme.memory.pruning.Pruner;
import com.acme.memory.ranking.Reranker;
import com.acme.memory.suggestions.ProactiveSuggester;
import com.acme.memory.suggestions.SuggestionEngine;
import com.acme.memory.tags.TagTracker;
import com.acme.memory.usage.UsageTracker;
import com.acme.memory.usage.UseCounter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The whole server: its parts, put together, started and stopped. */
public final class MemoryServer implements AutoCloseable {

  private final MemoryIndex index;
  private final List<Module> modules;
  private final McpEndpoint endpoint = new McpEndpoint();
  private final HttpServer http;

  private MemoryServer(Settings settings, MemoryIndex index) {
    this.index = index;
    Embedder embedder = new Embedder();
    MemoryService memories = new MemoryService(embedder, index);
    TagTracker tags = new TagTracker();
    UsageTracker usage = new UsageTracker(memories);
    UseCounter uses = new UseCounter();
    QueryExpander expander = new QueryExpander();
    Reranker reranker = new Reranker();
    Pruner pruner = new Pruner(index, uses);
    SuggestionEngine suggestions = new SuggestionEngine(embedder, index, uses);
    ProactiveSuggester proactive =
        new ProactiveSuggester(index, endpoint::notifyClients, settings.suggesters());
    ConversationTracker conversations = new ConversationTracker(proactive);
    List<MemoryListener> listeners = List.of(tags, usage, uses);
    Recorder recorder = new Recorder(memories, listeners);
    FileWatcher watcher = new FileWatcher(memories, recorder);
    modules =
        List.of(
            new MemoriesModule(memories, listeners, recorder, expander, reranker),
            tags,
            usage,
            uses,
            expander,
            reranker,
            pruner,
            suggestions,
            conversations,
            proactive,
            new ChangeDetector(),
            new DocstringExtractor(recorder),
            new GitIndexer(recorder),
            watcher,
            embedder,
            endpoint.tracker());
    List<Tool> tools = new ArrayList<>();
    modules.forEach(module -> tools.addAll(module.tools()));
    tools.add(new StatusTool(memories.stats(), index::size, modules));
    endpoint.offer(tools);
    http = new HttpServer(settings.port(), settings.virtualThreads(), endpoint);
    settings.watched().forEach(watcher::watch);
    pruner.schedule(settings.pruneEvery(), settings.pruneOlderThan());
  }

  /**
   * Starts a server with nothing in the background.
   *
   * @param port on the loopback address; 0 for any free one
   * @param data the folder for the memories; null keeps them in memory
   * @throws IOException if the port is taken
   * @throws java.io.UncheckedIOException if the folder cannot be used
   */
  public static MemoryServer start(int port, Path data) throws IOException {
    return start(new Settings().port(port).data(data));
  }

  /**
   * Starts a server.
   *
   * @throws IOException if the port is taken
   * @throws java.io.UncheckedIOException if the folder cannot be used
   */
  public static MemoryServer start(Settings settings) throws IOException {
    Path data = settings.data();
    MemoryIndex index = data == null ? MemoryIndex.inMemory() : MemoryIndex.onDisk(data);
    MemoryServer server = new MemoryServer(settings, index);
    try {
      server.http.start();
      return server;
    } catch (IOException | RuntimeException e) {
      server.closeAfter(e);
      throw e;
    }
  }

  /** Returns the address that clients connect to. */
  public String url() {
    return "http://127.0.0.1:" + http.port() + McpEndpoint.PATH;
  }

  /** Waits until the server was stopped. */
  public void join() throws InterruptedException {
    http.join();
  }

  /** Ends the sessions, lets running requests finish, and saves the memories. */
  @Override
  public void close() throws IOException {
    try (index) {
      stopServing();
    }
  }

  /** The modules may use the index until they are closed, and requests the modules. */
  private void stopServing() throws IOException {
    try (http) {
      endpoint.close();
    } finally {
      modules.forEach(Module::close);
    }
  }

  private void closeAfter(Exception cause) {
    try {
      close();
    } catch (IOException | RuntimeException e) {
      cause.addSuppressed(e);
    }
  }
}
