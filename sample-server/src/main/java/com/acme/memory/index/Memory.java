package com.acme.memory.index;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One thing remembered. Immutable; nothing in it is null.
 *
 * @param id unique among all memories
 * @param content the text, as the client sent it
 * @param tags without repetitions, in the order of the client
 * @param created when it was stored
 */
public record Memory(String id, String content, List<String> tags, Instant created) {

  /** Creates a memory with a fresh id, as of now. */
  public static Memory of(String content, List<String> tags) {
    return new Memory(UUID.randomUUID().toString(), content, List.copyOf(tags), Instant.now());
  }

  /** Returns the size of the content in bytes of UTF-8. */
  public long bytes() {
    return content.getBytes(StandardCharsets.UTF_8).length;
  }
}
