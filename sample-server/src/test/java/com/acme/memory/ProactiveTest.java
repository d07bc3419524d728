package com.acme.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the server suggests unasked, in conversations. */
class ProactiveTest {

  private MemoryServer server;
  private TestClient client;
  private String conversation;

  @BeforeEach
  void start() throws IOException {
    server = MemoryServer.start(new Settings().suggesters(2));
    client = new TestClient(server.url());
    conversation = (String) client.call("start_conversation", Map.of()).get("conversation");
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  @Test
  void suggestsWhatGoesWithATurn() {
    String tea = client.store("green tea is hot");
    say("is tea cold?");

    assertThat(pushed())
        .singleElement()
        .isEqualTo(
            Map.of(
                "conversation",
                conversation,
                "memory",
                tea,
                "content",
                "green tea is hot",
                "confidence",
                67.0));
    assertThat(totals())
        .isEqualTo(Map.of("analysed", 1, "pushed", 1, "suppressed", 0, "confidence", 67.0));
  }

  /** A client begins to listen some time after it has connected. */
  @Test
  void tellsTheClientsThatListen() {
    client.store("green tea");

    await().untilAsserted(() -> assertThat(heardOfATurn("tea")).isNotEmpty());
    assertThat(client.heard().get(0)).contains("conversation", "green tea", "100.0");
  }

  private List<String> heardOfATurn(String text) {
    conversation = (String) client.call("start_conversation", Map.of()).get("conversation");
    say(text);
    pushed();
    return client.heard();
  }

  @Test
  void keepsSilentAboutWhatFitsBadlyAndWhatWasSaidBefore() {
    client.store("green tea");
    say("tea");
    say("tea");
    say("what about tea in the morning");
    say("nothing of the kind");

    assertThat(pushed()).hasSize(1);
    assertThat(totals()).containsEntry("analysed", 4).containsEntry("suppressed", 3);
  }

  private void say(String text) {
    Map<String, Object> turn = Map.of("conversation", conversation, "role", "user", "text", text);
    assertThat(client.call("add_turn", turn)).containsEntry("watched", true);
  }

  /** Waits until every turn was looked at. */
  private List<?> pushed() {
    Map<String, Object> id = Map.of("conversation", conversation);
    await().until(() -> client.call("pushed_suggestions", id).get("waiting").equals(0));
    return (List<?>) client.call("pushed_suggestions", id).get("pushed");
  }

  private Map<String, Object> totals() {
    return client.statistics("proactive", "totals");
  }
}
