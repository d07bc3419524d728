package com.acme.memory.files;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was done in a folder since somebody asked last; the latest of it, if much. Thread-safe. */
final class News {

  private static final int MOST = 10_000;

  private final Map<String, Integer> events = new HashMap<>();
  private final Deque<Map<String, Object>> stored = new ArrayDeque<>();
  private final Deque<Map<String, Object>> deleted = new ArrayDeque<>();
  private int skipped;

  synchronized void happened(String kind, int times) {
    events.merge(kind, times, Integer::sum);
  }

  synchronized void stored(Map<String, Object> reply) {
    add(stored, reply);
  }

  synchronized void deleted(Map<String, Object> reply) {
    add(deleted, reply);
  }

  private static void add(Deque<Map<String, Object>> replies, Map<String, Object> reply) {
    replies.addLast(reply);
    if (replies.size() > MOST) {
      replies.removeFirst();
    }
  }

  synchronized void skipped() {
    skipped++;
  }

  /** Returns what was done as clients see it, and forgets it. */
  synchronized Map<String, Object> take() {
    Map<String, Object> news =
        Map.of(
            "events", Map.copyOf(events),
            "stored", List.copyOf(stored),
            "deleted", List.copyOf(deleted),
            "skipped", skipped);
    events.clear();
    stored.clear();
    deleted.clear();
    skipped = 0;
    return news;
  }
}
