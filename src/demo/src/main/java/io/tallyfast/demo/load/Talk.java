package io.tallyfast.demo.load;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** What one client says: in conversations of its own, one after another, and in a shared one. */
final class Talk {

  private static final List<String> ROLES = List.of("user", "assistant", "system");
  private static final int MOST_WORDS = 12;
  private static final int MOST_TURNS = 8;

  private final Random random;
  private final String shared;
  private String own;
  private int turns;

  Talk(Random random, String shared) {
    this.random = random;
    this.shared = shared;
  }

  /** Returns what to do next: begin, say something, or end. */
  Operation next() {
    if (shared != null && random.nextBoolean()) {
      return turn(shared);
    }
    if (own == null) {
      return new Operation(Tools.START, Map.of());
    }
    if (turns++ < MOST_TURNS) {
      return turn(own);
    }
    Operation end = new Operation(Tools.END, Map.of("conversation", own));
    own = null;
    return end;
  }

  private Operation turn(String conversation) {
    return new Operation(
        Tools.TURN,
        Map.of(
            "conversation",
            conversation,
            "role",
            ROLES.get(random.nextInt(ROLES.size())),
            "text",
            Words.text(random, 1 + random.nextInt(MOST_WORDS))));
  }

  /** Notes the id of a conversation that this client began. */
  void began(String conversation) {
    own = conversation;
    turns = 0;
  }
}
