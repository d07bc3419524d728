package io.tallyfast.demo.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountantTest extends WithAccountant {

  @Test
  void notesAStoredMemory() {
    accountant.note(
        new Operation(Tools.STORE, Map.of("content", "a b c")),
        result(
            Map.of(
                "tokens",
                3,
                "bytes",
                5,
                "tags",
                List.of("x", "y"),
                "embed_micros",
                2,
                "store_micros",
                4)));

    assertThat(expected())
        .containsEntry("stats.memories_stored", 1.0)
        .containsEntry("stats.tokens_embedded", 3.0)
        .containsEntry("stats.bytes_stored", 5.0)
        .containsEntry("times.store_micros", 4.0)
        .containsEntry("tags.stored.x", 1.0)
        .containsEntry("tags.stored.y", 1.0)
        .containsEntry("embedder.texts_embedded", 1.0)
        .containsEntry("embedder.features_hashed", 3.0)
        .containsEntry("embedder.embed_micros", 2.0)
        .containsEntry("tools.calls.store_memory", 1.0)
        .containsEntry("tools.kilobytes.store_memory", 6 / 1024.0)
        .containsEntry("tools.latency.store_memory.micros", 9.0)
        .containsEntry("tools.latency.store_memory.slowest", 9.0)
        .containsEntry("stats.memories_tagged", 1.0)
        .containsEntry("usage.short", 1.0)
        .hasSize(16);
  }

  @Test
  void notesQueries() {
    Map<String, Object> hit = Map.of("id", "m", "tags", List.of("x"));
    query("long", List.of(hit, hit));
    query("abc", List.of());

    assertThat(expected())
        .containsEntry("stats.queries_processed", 2.0)
        .containsEntry("stats.memories_retrieved", 2.0)
        .containsEntry("stats.queries_retrieved", 1.0)
        .containsEntry("stats.longest_query", 4.0)
        .containsEntry("times.query_micros", 14.0)
        .containsEntry("tags.found.x", 2.0)
        .containsEntry("tools.latency.query.count", 2.0);
  }

  @Test
  void notesWhatAQueryWasExpandedByAndHowItWasRanked() {
    Map<String, Object> reply =
        Map.of(
            "hits",
            List.of(Map.of("id", "m1", "tags", List.of()), Map.of("id", "m2", "tags", List.of())),
            "expansion",
            Map.of("query", "tea brew", "synonyms", List.of("brew"), "stems", List.of()),
            "reranking",
            Map.of("moved", 2, "furthest", 1, "scores", Map.of("usage", 0.5)),
            "tokens",
            1,
            "embed_micros",
            1,
            "query_micros",
            7);

    accountant.note(
        new Operation(Tools.QUERY, Map.of("query", "tea", "expand", true, "rerank", true)),
        result(reply));

    assertThat(expected())
        .containsEntry("stats.longest_query", 8.0)
        .containsEntry("expander.stats.expansions", 1.0)
        .containsEntry("expander.stats.most_added", 1.0)
        .containsEntry("expander.terms.brew", 1.0)
        .containsEntry("reranker.counts.candidates", 2.0)
        .containsEntry("reranker.counts.moved", 2.0)
        .containsEntry("reranker.scores.usage", 0.5)
        .containsEntry("reranker.firsts.m1", 1.0)
        .containsEntry("uses.by_memory.m2", 1.0)
        .containsEntry("uses.total", 2.0);
  }

  @Test
  void notesConversations() {
    accountant.note(new Operation(Tools.START, Map.of()), result(Map.of("conversation", "c")));
    for (String role : List.of("user", "assistant")) {
      Operation turn = new Operation(Tools.TURN, Map.of("conversation", "c", "role", role));
      accountant.note(turn, result(Map.of("words", 3, "watched", false)));
    }
    accountant.note(new Operation(Tools.END, Map.of()), result(Map.of("ended", true)));
    ConversationAccount.addLongest(accountant.expected());

    assertThat(expected())
        .containsEntry("conversations.sessions", 1.0)
        .containsEntry("conversations.ended", 1.0)
        .containsEntry("conversations.turns", 2.0)
        .containsEntry("conversations.by_session.c.words", 6.0)
        .containsEntry("conversations.by_role.user.0", 1.0)
        .containsEntry("conversations.by_role.user.1", 3.0)
        .containsEntry("conversations.max_turns", 2.0);
  }

  @Test
  void notesPruningByClientsAndOnASchedule() {
    Map<String, Object> run = Map.of("trigger", "tool", "pruned", 2, "kept", 1, "bytes_freed", 9);
    Map<String, Object> other =
        Map.of("trigger", "schedule", "pruned", 4, "kept", 0, "bytes_freed", 1);
    accountant.note(new Operation(Tools.PRUNE, Map.of()), result(run));
    accountant.note(
        new Operation(Tools.PRUNE_HISTORY, Map.of()), result(Map.of("runs", List.of(run, other))));

    assertThat(expected())
        .containsEntry("pruner.runs", 2.0)
        .containsEntry("pruner.pruned", 6.0)
        .containsEntry("pruner.kept", 1.0)
        .containsEntry("pruner.bytes_freed", 10.0);
  }

  @Test
  void notesDeletions() {
    Operation operation = new Operation(Tools.DELETE, Map.of("id", "1"));
    accountant.note(operation, result(Map.of("deleted", true, "delete_micros", 5)));
    accountant.note(operation, result(Map.of("deleted", false, "delete_micros", 6)));

    assertThat(expected())
        .containsEntry("stats.memories_deleted", 1.0)
        .containsEntry("times.delete_micros", 11.0);
  }

  @Test
  void notesSuggestionsAndJudgements() {
    note(
        Tools.SUGGEST,
        Map.of(
            "suggestions", List.of(Map.of("suggestion", "s", "kind", "WORDS")),
            "tokens", 3,
            "embed_micros", 1));
    for (boolean counted : new boolean[] {true, false}) {
      accountant.note(
          new Operation(Tools.RATE, Map.of("suggestion", "s", "verdict", "accepted")),
          result(Map.of("counted", counted)));
    }

    assertThat(expected())
        .containsEntry("suggestions.stats.contexts", 1.0)
        .containsEntry("suggestions.stats.suggestions_made", 1.0)
        .containsEntry("suggestions.made.WORDS", 1.0)
        .containsEntry("suggestions.stats.accepted", 1.0)
        .containsEntry("suggestions.accepted.WORDS", 1.0)
        .containsEntry("suggestions.stats.feedback_late", 1.0)
        .containsEntry("embedder.features_hashed", 3.0);
  }

  @Test
  void notesTranscriptsAndWhatWasPushedForThem() {
    accountant.note(
        new Operation(
            Tools.TRANSCRIPT, Map.of("conversation", "c", "transcript", "user: a b\nsystem: c")),
        result(Map.of("turns", 2, "watched", 2)));
    Map<String, Object> reply = Map.of("pushed", List.of(Map.of("confidence", 67.0)), "waiting", 0);
    accountant
        .watched()
        .forEach((id, turns) -> new ProactiveAccount(accountant.expected()).pushed(turns, reply));

    assertThat(expected())
        .containsEntry("conversations.turns", 2.0)
        .containsEntry("conversations.by_session.c.words", 3.0)
        .containsEntry("conversations.by_role.user.1", 2.0)
        .containsEntry("proactive.totals.analysed", 2.0)
        .containsEntry("proactive.totals.pushed", 1.0)
        .containsEntry("proactive.totals.suppressed", 1.0)
        .containsEntry("proactive.totals.confidence", 67.0);
  }

  @Test
  void refusesRepliesWithoutTheNumbers() {
    assertThatThrownBy(
            () ->
                accountant.note(
                    new Operation(Tools.DELETE, Map.of()), result(Map.of("deleted", true))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("delete_micros");
  }

  private void query(String text, List<?> hits) {
    accountant.note(
        new Operation(Tools.QUERY, Map.of("query", text)),
        result(Map.of("hits", hits, "tokens", 1, "embed_micros", 1, "query_micros", 7)));
  }
}
