package com.acme.memory.memories;

import com.acme.memory.index.Hit;
import com.acme.memory.index.Memory;
import java.util.List;

/**
 * Is told what happens to memories, on the thread of the request and before its reply is sent. Many
 * threads call at once.
 */
public interface MemoryListener {

  /** A memory was stored; ignored by default. */
  default void stored(Memory memory) {}

  /** A query was answered with these hits; ignored by default. */
  default void found(List<Hit> hits) {}
}
