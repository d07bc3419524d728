package com.acme.memory.module;

import java.util.List;
import java.util.Map;

/**
 * A part of the server with a name, and with tools, statistics and resources of its own if it has
 * any. The server asks every module for all three, so that a new one joins by being listed.
 */
public interface Module extends AutoCloseable {

  /** The name under which the status shows this module; unique, never null. */
  String name();

  /** The tools that this module offers to clients; none by default. */
  default List<Tool> tools() {
    return List.of();
  }

  /** The statistics of this module, ready to be serialised; empty by default, never null. */
  default Map<String, ?> statistics() {
    return Map.of();
  }

  /** Releases what the module holds; nothing by default. Called once, when the server stops. */
  @Override
  default void close() {}
}
