package io.tallyfast.demo.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What one client does: a repeatable mixture of storing, querying and deleting. It deletes only
 * what itself stored, and once, so that every deletion finds its memory. For one thread.
 */
final class Workload {

  private static final int STORE_PERCENT = 45;
  private static final int DELETE_PERCENT = 15;
  private static final int FEWEST_WORDS = 12;
  private static final int MORE_WORDS = 48;
  private static final int MOST_QUERY_WORDS = 6;

  private static final List<String> TAGS = List.of("kitchen", "garden", "office", "travel");
  private static final List<String> WORDS =
      List.of(
          "tea",
          "kettle",
          "water",
          "degrees",
          "minutes",
          "garden",
          "tomato",
          "seed",
          "spring",
          "frost",
          "meeting",
          "budget",
          "deadline",
          "printer",
          "password",
          "train",
          "ticket",
          "harbour",
          "museum",
          "passport",
          "window",
          "lamp",
          "shelf",
          "paint",
          "ladder",
          "recipe",
          "flour",
          "oven",
          "yeast",
          "salt",
          "birthday",
          "present",
          "letter",
          "neighbour",
          "key",
          "bicycle",
          "tyre",
          "pump",
          "river",
          "bridge",
          "doctor",
          "appointment",
          "school",
          "lesson");

  private final Random random;
  private final Deque<String> stored = new ArrayDeque<>();

  /** Creates the workload of the client with this number; the same number does the same. */
  Workload(int client) {
    this.random = new Random(client);
  }

  /** Returns what to do next. */
  Operation next() {
    int dice = random.nextInt(100);
    if (dice < STORE_PERCENT) {
      return new Operation(
          Tools.STORE,
          Map.of("content", text(FEWEST_WORDS + random.nextInt(MORE_WORDS)), "tags", tags()));
    }
    if (dice < STORE_PERCENT + DELETE_PERCENT && !stored.isEmpty()) {
      return new Operation(Tools.DELETE, Map.of("id", stored.removeFirst()));
    }
    return new Operation(
        Tools.QUERY, Map.of("query", text(1 + random.nextInt(MOST_QUERY_WORDS)), "limit", 5));
  }

  /** Notes the id of a memory that this client stored. */
  void stored(String id) {
    stored.addLast(id);
  }

  private String text(int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return text.toString();
  }

  private List<String> tags() {
    List<String> tags = new ArrayList<>(TAGS);
    tags.remove(random.nextInt(tags.size()));
    return tags.subList(0, 1 + random.nextInt(tags.size()));
  }
}
