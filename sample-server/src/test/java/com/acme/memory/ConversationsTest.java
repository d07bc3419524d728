package com.acme.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Conversations and their turns, as a client reports them. */
class ConversationsTest extends WithServer {

  @Test
  void countsTurnsAndWords() {
    String one = begin();
    String other = begin();
    say(one, "user", " how is  tea made? ");
    say(one, "assistant", "hot");
    say(other, "user", "hello");

    assertThat(client.statistics("conversations"))
        .containsEntry("sessions", 2)
        .containsEntry("ended", 0)
        .containsEntry("turns", 3)
        .containsEntry("max_turns", 2);
    assertThat(client.statistics("conversations", "by_session"))
        .isEqualTo(
            Map.of(one, Map.of("turns", 2, "words", 5), other, Map.of("turns", 1, "words", 1)));
    assertThat(client.statistics("conversations", "by_role"))
        .isEqualTo(
            Map.of("user", List.of(2, 5), "assistant", List.of(1, 1), "system", List.of(0, 0)));
  }

  @Test
  void tellsHowManyWordsATurnHas() {
    assertThat(say(begin(), "user", "two words")).isEqualTo(Map.of("words", 2, "watched", false));
  }

  @Test
  void takesNoTurnsOfAConversationThatEnded() {
    String conversation = begin();
    Map<String, Object> id = Map.of("conversation", conversation);

    assertThat(client.call("end_conversation", id)).isEqualTo(Map.of("ended", true));
    assertThat(client.call("end_conversation", id)).isEqualTo(Map.of("ended", false));
    assertThat(client.error("add_turn", turn(conversation, "user", "more")))
        .isEqualTo("there is no open conversation " + conversation);
    assertThat(client.statistics("conversations"))
        .containsEntry("ended", 1)
        .containsEntry("turns", 0);
  }

  @Test
  void takesNoTurnsOfStrangers() {
    assertThat(client.error("add_turn", turn(begin(), "cat", "meow")))
        .isEqualTo("role must be one of [user, assistant, system]");
  }

  @Test
  void takesManyTurnsAtOnce() {
    String conversation = begin();

    assertThat(
            client.call("import_transcript", transcript(conversation, "user: hi\n\nsystem: a b")))
        .isEqualTo(Map.of("turns", 2, "watched", 0));
    assertThat(client.statistics("conversations", "by_role"))
        .isEqualTo(
            Map.of("user", List.of(1, 1), "assistant", List.of(0, 0), "system", List.of(1, 2)));
  }

  @Test
  void takesATranscriptAsAWholeOrNotAtAll() {
    String conversation = begin();

    assertThat(client.error("import_transcript", transcript(conversation, "user: hi\ncat: meow")))
        .startsWith("each line must have one of [user, assistant, system], a colon");
    assertThat(client.error("import_transcript", transcript("none", "user: hi")))
        .isEqualTo("there is no open conversation none");
    assertThat(client.statistics("conversations")).containsEntry("turns", 0);
  }

  private static Map<String, Object> transcript(String conversation, String text) {
    return Map.of("conversation", conversation, "transcript", text);
  }

  private String begin() {
    return (String) client.call("start_conversation", Map.of()).get("conversation");
  }

  private Map<String, Object> say(String conversation, String role, String text) {
    return client.call("add_turn", turn(conversation, role, text));
  }

  private static Map<String, Object> turn(String conversation, String role, String text) {
    return Map.of("conversation", conversation, "role", role, "text", text);
  }
}
