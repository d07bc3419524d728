package com.acme.memory.pruning;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What one run did.
 *
 * @param at when it began
 * @param trigger who asked: "tool" or "schedule"
 * @param ids of the memories that this run deleted; not those that somebody else deleted meanwhile
 * @param kept how many memories were old enough, and stayed because they are used
 * @param bytes the size of what was deleted
 */
record Pruned(Instant at, String trigger, List<String> ids, int kept, long bytes) {

  /** Returns the run as clients see it, without the ids. */
  Map<String, Object> toMap() {
    return Map.of(
        "at", at.toString(),
        "trigger", trigger,
        "pruned", ids.size(),
        "kept", kept,
        "bytes_freed", bytes);
  }
}
