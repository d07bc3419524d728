package com.acme.memory.memories;

import com.acme.memory.memories.MemoryService.Stored;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stores memories for tools, and for modules that find some by themselves. Thread-safe. */
public final class Recorder {

  private final MemoryService memories;
  private final List<MemoryListener> listeners;

  /** Creates a recorder; the listeners are told of every memory. */
  public Recorder(MemoryService memories, List<MemoryListener> listeners) {
    this.memories = memories;
    this.listeners = List.copyOf(listeners);
  }

  /** Stores a text and returns what clients are told of it. */
  public Map<String, Object> store(String content, List<String> tags) {
    Stored stored = memories.store(content, tags);
    listeners.forEach(listener -> listener.stored(stored.memory()));
    Map<String, Object> reply = new LinkedHashMap<>();
    reply.put("id", stored.memory().id());
    reply.put("bytes", stored.memory().bytes());
    reply.put("tokens", stored.embedding().tokens());
    reply.put("tags", tags);
    reply.put("embed_micros", stored.embedding().micros());
    reply.put("store_micros", stored.micros());
    return reply;
  }
}
