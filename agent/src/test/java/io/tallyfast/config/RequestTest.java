package io.tallyfast.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.config.Request.Action;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestTest {
  @AfterEach
  void forget() {
    System.clearProperty(Request.ANSWER_PROPERTY);
  }

  @Test
  void comesOutAsItWentIn() {
    for (Action action : Action.values()) {
      Request request = new Request(action, "12-34", "report=a:b.json,mode=audit");

      assertThat(Request.of(request.argument())).isEqualTo(request);
    }
  }

  @Test
  void optionsAreNoRequest() {
    assertThat(Request.of(null)).isNull();
    assertThat(Request.of("")).isNull();
    assertThat(Request.of("report=a:b:c")).isNull();
    assertThat(Request.of("attach:me")).isNull();
  }

  @Test
  void anAnswerIsFoundByWhoAsked() {
    Answer answer = new Answer(Answer.WRONG_STATE, "it is not on");
    answer.publish("1-2");
    String property = System.getProperty(Request.ANSWER_PROPERTY);

    assertThat(Answer.of(property, "1-2")).isEqualTo(answer);
    assertThat(Answer.of(property, "1-23")).isNull();
    assertThat(Answer.of(null, "1-2")).isNull();
  }
}
