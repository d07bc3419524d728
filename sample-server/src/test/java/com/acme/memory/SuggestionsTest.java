package com.acme.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Suggestions for a context, and what clients say of them. */
class SuggestionsTest extends WithServer {

  @Test
  void suggestsWhatGoesWithAContext() {
    String tea = client.store("green tea");
    client.store("cold milk");

    Map<String, Object> reply =
        client.call("suggest_memories", Map.of("context", "cup of tea", "limit", 1));

    assertThat(reply).containsEntry("tokens", 3).containsKey("embed_micros");
    assertThat(suggestions(reply))
        .singleElement()
        .satisfies(
            one -> assertThat(one).containsEntry("memory", tea).containsEntry("kind", "WORDS"));
    assertThat(client.statistics("suggestions", "stats"))
        .isEqualTo(Map.of("contexts", 1, "suggestions_made", 1));
    assertThat(client.statistics("suggestions", "made")).isEqualTo(Map.of("WORDS", 1));
  }

  @Test
  void saysWhyItSuggests() {
    client.store("green tea");
    client.query(Map.of("query", "tea"));
    client.store("cold milk");

    List<Map<String, Object>> suggestions =
        suggestions(client.call("suggest_memories", Map.of("context", "a cup")));

    assertThat(suggestions).extracting(one -> one.get("kind")).contains("HABIT", "MEANING");
  }

  @Test
  void countsTheFirstJudgementOfEach() {
    client.store("green tea");
    client.store("black tea");
    List<Map<String, Object>> suggestions =
        suggestions(client.call("suggest_memories", Map.of("context", "tea", "limit", 2)));

    assertThat(judge(suggestions.get(0), "accepted")).isTrue();
    assertThat(judge(suggestions.get(0), "rejected")).isFalse();
    assertThat(judge(suggestions.get(1), "rejected")).isTrue();
    assertThat(client.statistics("suggestions", "stats"))
        .containsEntry("accepted", 1)
        .containsEntry("rejected", 1)
        .containsEntry("feedback_late", 1);
    assertThat(client.statistics("suggestions", "accepted")).isEqualTo(Map.of("WORDS", 1));
  }

  @Test
  void knowsTwoVerdicts() {
    assertThat(client.error("rate_suggestion", Map.of("suggestion", "some", "verdict", "so so")))
        .isEqualTo("verdict must be accepted or rejected, not so so");
  }

  private boolean judge(Map<String, Object> suggestion, String verdict) {
    Object id = suggestion.get("suggestion");
    Map<String, Object> judgement = Map.of("suggestion", id, "verdict", verdict);
    return (boolean) client.call("rate_suggestion", judgement).get("counted");
  }

  @SuppressWarnings("unchecked") // The reply is a JSON object with a list of JSON objects.
  private static List<Map<String, Object>> suggestions(Map<String, Object> reply) {
    return (List<Map<String, Object>>) reply.get("suggestions");
  }
}
