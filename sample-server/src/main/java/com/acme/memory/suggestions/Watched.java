package com.acme.memory.suggestions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was suggested unasked in one conversation, and what is still to be looked at. Thread-safe.
 */
final class Watched {

  private static final int MOST_PUSHED = 5;

  private final Set<String> memories = new HashSet<>();
  private final List<Map<String, Object>> pushed = new ArrayList<>();
  private int waiting;

  synchronized void enqueued() {
    waiting++;
  }

  synchronized void done() {
    waiting--;
  }

  /** Takes a suggestion, unless this memory was suggested already, or enough others were. */
  synchronized boolean push(String memory, Map<String, Object> suggestion) {
    if (pushed.size() == MOST_PUSHED || !memories.add(memory)) {
      return false;
    }
    pushed.add(suggestion);
    return true;
  }

  /** Returns what was pushed, and how many turns have not been looked at yet. */
  synchronized Map<String, Object> toMap() {
    return Map.of("pushed", List.copyOf(pushed), "waiting", waiting);
  }
}
