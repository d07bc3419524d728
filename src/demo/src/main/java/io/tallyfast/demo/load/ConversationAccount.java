package io.tallyfast.demo.load;

import io.tallyfast.demo.result.Replies;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What follows for the module that follows conversations. For one thread. */
final class ConversationAccount {

  private static final String BY_SESSION = "conversations.by_session.";
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final Expectation expected;
  private final Map<String, Double> watched = new TreeMap<>();

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
    String conversation = (String) arguments.get("conversation");
    turn(conversation, arguments.get("role"), Replies.number(reply, "words"));
    watched.merge(conversation, Boolean.TRUE.equals(reply.get("watched")) ? 1.0 : 0, Double::sum);
  }

  /** Notes that much was said, a turn in each line. */
  void imported(Map<String, Object> arguments, Map<String, Object> reply) {
    String conversation = (String) arguments.get("conversation");
    for (String line : ((String) arguments.get("transcript")).split("\n", -1)) {
      int colon = line.indexOf(':');
      String text = line.substring(colon + 1).strip();
      turn(conversation, line.substring(0, colon), BLANKS.split(text, -1).length);
    }
    watched.merge(conversation, Replies.number(reply, "watched"), Double::sum);
  }

  private void turn(String conversation, Object role, double words) {
    expected.count("conversations.turns", 1);
    expected.count(BY_SESSION + conversation + ".turns", 1);
    expected.count(BY_SESSION + conversation + ".words", words);
    expected.count("conversations.by_role." + role + ".0", 1);
    expected.count("conversations.by_role." + role + ".1", words);
  }

  /** Returns how many turns of each conversation somebody else looks at, later. */
  Map<String, Double> watched() {
    return watched;
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
