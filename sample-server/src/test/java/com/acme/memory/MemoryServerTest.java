package com.acme.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tools, as a client sees them. */
class MemoryServerTest extends WithServer {

  @Test
  void offersItsTools() {
    assertThat(client.mcp().listTools().tools())
        .extracting(Tool::name)
        .contains("store_memory", "query", "delete_memory", "get_status")
        .doesNotHaveDuplicates();
  }

  @Test
  void findsWhatWasStored() {
    client.store("Green tea is brewed at 80 degrees", "kitchen");
    client.store("The train leaves at nine", "travel");

    assertThat(client.query(Map.of("query", "tea", "limit", 1)))
        .containsExactly("Green tea is brewed at 80 degrees");
    assertThat(client.query(Map.of("query", "train leaves")))
        .first()
        .isEqualTo("The train leaves at nine");
  }

  @Test
  void remembersManyTextsAtOnce() {
    Map<String, Object> reply =
        client.call(
            "import_memories",
            Map.of("contents", List.of("green tea", "black tea"), "tags", List.of("kitchen")));

    assertThat((List<?>) reply.get("stored")).hasSize(2);
    assertThat(client.query(Map.of("query", "tea", "tags", List.of("kitchen")))).hasSize(2);
  }

  @Test
  void tellsHowCloseTextsAre() {
    List<?> closeness =
        (List<?>)
            client
                .call("compare_texts", Map.of("texts", List.of("tea", "green tea", "a train")))
                .get("closeness");

    assertThat((double) closeness.get(0)).isBetween(0.999, 1.001);
    assertThat((double) closeness.get(1)).isGreaterThan((double) closeness.get(2));
    assertThat(client.statistics("embedder")).containsEntry("texts_embedded", 3);
  }

  @Test
  void findsWhatWasSaidInOtherWordsIfAsked() {
    client.store("An automobile in the yard");
    client.store("The car is red and old and slow");

    Map<String, Object> reply =
        client.call("query", Map.of("query", "cars", "expand", true, "rerank", true));

    assertThat(reply)
        .containsEntry(
            "expansion",
            Map.of("query", "cars car", "synonyms", List.of(), "stems", List.of("car")))
        .containsKey("reranking");
    assertThat(client.statistics("expander", "stats")).containsEntry("expansions", 1);
    assertThat(client.statistics("reranker", "counts")).containsEntry("reranked", 1);
    assertThat(client.call("expand_query", Map.of("query", "car")))
        .containsEntry("query", "car automobile");
    assertThat(client.error("query", Map.of("query", "x", "expand", 1)))
        .isEqualTo("expand must be true or false, not 1");
  }

  @Test
  void remembersAndFollowsWhatIsInFolders(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("Kettle.java"), "/** Boils water. */ class Kettle {}");
    Map<String, Object> arguments = Map.of("folder", folder.toString());

    assertThat(client.call("scan_changes", arguments))
        .containsEntry("added", List.of("Kettle.java"));
    assertThat(client.call("extract_docstrings", arguments)).containsEntry("files_parsed", 1);
    assertThat(client.error("index_repository", arguments)).contains("no Git repository");
    assertThat(client.query(Map.of("query", "water")))
        .containsExactly("class Kettle: Boils water.");
    assertThat(client.statistics("changes", "kinds", "java"))
        .isEqualTo(Map.of("added", 1, "modified", 0));
    assertThat(client.statistics("docstrings", "kinds")).isEqualTo(Map.of("class", List.of(1)));
    assertThat(client.statistics("tags", "stored")).isEqualTo(Map.of("docstring", 1, "class", 1));
    assertThat(client.statistics("stats")).containsEntry("memories_stored", 1);
  }

  @Test
  void findsOnlyMemoriesWithTheTag() {
    client.store("Tea in the kitchen", "kitchen", "tea");
    client.store("Tea in the office", "office", "tea");

    assertThat(client.query(Map.of("query", "tea", "tags", List.of("office"))))
        .containsExactly("Tea in the office");
    assertThat(client.query(Map.of("query", "tea", "tags", List.of("garden")))).isEmpty();
  }

  @Test
  void doesNotFindWhatWasDeleted() {
    String id = client.store("A secret");

    assertThat(client.delete(id)).isTrue();
    assertThat(client.delete(id)).isFalse();
    assertThat(client.query(Map.of("query", "secret"))).isEmpty();
  }

  @Test
  void answersInAnyScriptAndWithoutWords() {
    client.store("Чай и 緑茶 🍵");
    client.store("!!!");

    assertThat(client.query(Map.of("query", "чай"))).contains("Чай и 緑茶 🍵");
    assertThat(client.query(Map.of("query", "?"))).isEmpty();
  }

  @Test
  void tellsWhatAClientNeedsToCheckTheStatistics() {
    Map<String, Object> stored =
        client.call("store_memory", Map.of("content", "größer", "tags", List.of("a", "a", "b")));

    assertThat(stored).containsEntry("bytes", 8).containsEntry("tokens", 1);
    assertThat(stored).containsEntry("tags", List.of("a", "b"));
    assertThat(stored).containsKeys("id", "embed_micros", "store_micros");
    assertThat(client.call("query", Map.of("query", "x")))
        .containsKeys("hits", "tokens", "embed_micros", "query_micros");
    assertThat(client.result("query", Map.of("query", "x")).meta()).containsKey("elapsed_micros");
  }

  @Test
  void refusesBadArguments() {
    assertThat(client.error("store_memory", Map.of())).contains("content must be a text");
    assertThat(client.error("store_memory", Map.of("content", " "))).contains("not blank");
    assertThat(client.error("store_memory", Map.of("content", "x".repeat(65_537))))
        .isEqualTo("content must have at most 65536 characters");
    assertThat(client.error("store_memory", Map.of("content", "x", "tags", "y")))
        .contains("tags must be a list");
    assertThat(client.error("query", Map.of("query", "x", "limit", 0)))
        .isEqualTo("limit must be a whole number from 1 to 100, not 0");
    assertThat(client.error("query", Map.of("query", "x", "lim", 1)))
        .isEqualTo("there is no argument lim");
    assertThat(client.error("delete_memory", Map.of("id", 7))).contains("id must be a text");
    assertThat(client.statistics("tools", "errors"))
        .isEqualTo(Map.of("store_memory", 4, "query", 2, "delete_memory", 1));
  }

  @Test
  void refusesUnknownTools() {
    assertThatThrownBy(() -> client.result("forget_everything", Map.of()))
        .isInstanceOf(McpError.class);
  }

  @Test
  void countsWhatOneClientDoes() {
    String id = client.store("one two three", "a");
    client.store("four", "a", "b");
    client.query(Map.of("query", "one four"));
    client.query(Map.of("query", "?"));
    client.delete(id);

    assertThat(client.status()).containsEntry("memories", 1);
    assertThat(client.statistics("stats"))
        .containsEntry("memories_stored", 2)
        .containsEntry("memories_retrieved", 2)
        .containsEntry("memories_deleted", 1)
        .containsEntry("queries_processed", 2)
        .containsEntry("queries_retrieved", 1)
        .containsEntry("tokens_embedded", 4)
        .containsEntry("bytes_stored", 17)
        .containsEntry("longest_query", 8)
        .containsEntry("memories_tagged", 2);
    assertThat(client.statistics("usage")).isEqualTo(Map.of("short", 2, "medium", 0, "long", 0));
    assertThat(client.statistics("stats").get("last_query_time")).isNotNull();
    assertThat(client.statistics("tags"))
        .isEqualTo(Map.of("stored", Map.of("a", 2, "b", 1), "found", Map.of("a", 2, "b", 1)));
    assertThat(client.statistics("embedder"))
        .containsEntry("texts_embedded", 4)
        .containsEntry("features_hashed", 6);
    assertThat(client.statistics("tools", "calls"))
        .containsEntry("store_memory", 2)
        .containsEntry("query", 2)
        .containsEntry("delete_memory", 1);
  }
}
