package io.tallyfast.demo.load;

import io.tallyfast.demo.result.Replies;
import java.util.Map;

/** What follows for the module that follows conversations. Stateless but for what it expects. */
final class ConversationAccount {

  private static final String BY_SESSION = "conversations.by_session.";

  private final Expectation expected;

  ConversationAccount(Expectation expected) {
    this.expected = expected;
  }

  /** Notes that a conversation began. */
  void started() {
    expected.count("conversations.sessions", 1);
  }

  /** Notes that somebody wanted a conversation to end. */
  void ended(Map<String, Object> reply) {
    expected.count("conversations.ended", Boolean.TRUE.equals(reply.get("ended")) ? 1 : 0);
  }

  /** Notes that something was said. */
  void said(Map<String, Object> arguments, Map<String, Object> reply) {
    double words = Replies.number(reply, "words");
    expected.count("conversations.turns", 1);
    expected.count(BY_SESSION + arguments.get("conversation") + ".turns", 1);
    expected.count(BY_SESSION + arguments.get("conversation") + ".words", words);
    expected.count("conversations.by_role." + arguments.get("role") + ".0", 1);
    expected.count("conversations.by_role." + arguments.get("role") + ".1", words);
  }

  /** Adds what follows from all turns together: how many the longest conversation has. */
  static void addLongest(Expectation all) {
    all.values()
        .forEach(
            (path, turns) -> {
              if (path.startsWith(BY_SESSION) && path.endsWith(".turns")) {
                all.record("conversations.max_turns", turns.value());
              }
            });
  }
}
