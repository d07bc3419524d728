package io.tallyfast.demo.load;

import io.tallyfast.demo.result.Replies;
import java.util.HashMap;
import java.util.Map;

/**
 * What follows for the module that suggests when it is asked. For one thread; each client judges
 * only its own suggestions.
 */
final class SuggestionAccount {

  private final Expectation expected;
  private final Map<Object, Object> kinds = new HashMap<>();

  SuggestionAccount(Expectation expected) {
    this.expected = expected;
  }

  /** Notes suggestions. */
  void suggested(Map<String, Object> reply) {
    expected.count("suggestions.stats.contexts", 1);
    for (Object each : Replies.list(reply, "suggestions")) {
      Map<String, Object> suggestion = Replies.object(each, "a suggestion");
      kinds.put(suggestion.get("suggestion"), suggestion.get("kind"));
      expected.count("suggestions.stats.suggestions_made", 1);
      expected.count("suggestions.made." + suggestion.get("kind"), 1);
    }
  }

  /** Notes a judgement. */
  void rated(Map<String, Object> arguments, Map<String, Object> reply) {
    if (!Boolean.TRUE.equals(reply.get("counted"))) {
      expected.count("suggestions.stats.feedback_late", 1);
      return;
    }
    expected.count("suggestions.stats." + arguments.get("verdict"), 1);
    if ("accepted".equals(arguments.get("verdict"))) {
      expected.count("suggestions.accepted." + kinds.get(arguments.get("suggestion")), 1);
    }
  }
}
