package com.acme.memory;

import com.acme.memory.pruning.Pruner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How a server is to run. Each method that sets something changes this object and returns it. Not
 * thread-safe; used while the server is put together.
 */
public final class Settings {

  private int port;
  private Path data;
  private boolean virtualThreads;
  private Duration pruneEvery = Duration.ZERO;
  private Duration pruneOlderThan = Pruner.OLD;
  private int suggesters;
  private List<Path> watched = List.of();

  /** Creates the defaults: any free port, memories in memory, nothing in the background. */
  public Settings() {}

  /** Sets the port on the loopback address; 0 for any free one. */
  public Settings port(int number) {
    port = number;
    return this;
  }

  /** Sets the folder for the memories; null keeps them in memory. */
  public Settings data(Path folder) {
    data = folder;
    return this;
  }

  /** Sets whether each request is served by a virtual thread of its own. */
  public Settings virtualThreads(boolean on) {
    virtualThreads = on;
    return this;
  }

  /** Sets how often old and unused memories are pruned; zero for only when a client asks. */
  public Settings pruneEvery(Duration interval) {
    pruneEvery = interval;
    return this;
  }

  /** Sets how old memories are that are pruned by themselves. */
  public Settings pruneOlderThan(Duration age) {
    pruneOlderThan = age;
    return this;
  }

  /** Sets how many threads watch conversations for something to suggest; 0 for none. */
  public Settings suggesters(int threads) {
    suggesters = threads;
    return this;
  }

  /** Sets the folders whose files are remembered. */
  public Settings watched(List<Path> folders) {
    watched = List.copyOf(folders);
    return this;
  }

  int port() {
    return port;
  }

  Path data() {
    return data;
  }

  boolean virtualThreads() {
    return virtualThreads;
  }

  Duration pruneEvery() {
    return pruneEvery;
  }

  Duration pruneOlderThan() {
    return pruneOlderThan;
  }

  int suggesters() {
    return suggesters;
  }

  List<Path> watched() {
    return watched;
  }
}
