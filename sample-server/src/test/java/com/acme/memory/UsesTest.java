package com.acme.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How often each memory was used, as a client sees it. */
class UsesTest extends WithServer {

  @Test
  void countsEachMemoryThatAQueryFinds() {
    String tea = client.store("green tea", "drinks");
    String milk = client.store("cold milk", "drinks", "white");
    client.query(Map.of("query", "tea", "tags", List.of("drinks")));
    client.query(Map.of("query", "milk", "tags", List.of("white")));

    assertThat(client.statistics("uses")).containsEntry("total", 3);
    assertThat(client.statistics("uses", "by_memory")).isEqualTo(Map.of(tea, 1, milk, 2));
    assertThat(client.statistics("uses", "last_used")).containsOnlyKeys(tea, milk);
  }

  @Test
  void namesTheMemoriesThatWereUsedMost() {
    client.store("green tea", "a");
    String milk = client.store("cold milk", "b");
    client.query(Map.of("query", "tea milk"));
    client.query(Map.of("query", "milk", "tags", List.of("b")));

    assertThat(client.call("most_used", Map.of("limit", 1)))
        .isEqualTo(Map.of("uses", Map.of(milk, 2)));
  }
}
