package io.tallyfast.demo.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes up what clients say. Stateless. */
final class Words {

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

  private Words() {}

  /** Returns a text of so many words. */
  static String text(Random random, int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return text.toString();
  }

  /** Returns one tag or some. */
  static List<String> tags(Random random) {
    List<String> tags = new ArrayList<>(TAGS);
    tags.remove(random.nextInt(tags.size()));
    return tags.subList(0, 1 + random.nextInt(tags.size()));
  }
}
