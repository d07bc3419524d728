package io.tallyfast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyfast.config.Answer;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The JDK tells what went wrong by words only. */
class AttachErrorsTest {
  @Test
  void aCommandDoesNotAttachToItself() {
    assertThatThrownBy(() -> AttachErrors.check(ProcessHandle.current().pid()))
        .isInstanceOf(AttachException.class)
        .hasMessageContaining("is this command itself");
  }

  @Test
  void somebodyElsesProcess() {
    assertStatus(Answer.NOT_PERMITTED, new IOException("Operation not permitted"));
    assertStatus(
        Answer.NOT_PERMITTED,
        new IOException(
            "file /proc/7/root/tmp/.java_pid7 should be owned by the current user (which is 1)"));
  }

  @Test
  void whatIsNotKnownIsShown() {
    AttachException shown = AttachErrors.of(7, new IllegalStateException("odd"));

    assertThat(shown.status()).isEqualTo(Answer.FAILED);
    assertThat(shown).hasMessage("cannot attach: IllegalStateException: odd");
  }

  private static void assertStatus(int status, Throwable cause) {
    AttachException shown = AttachErrors.of(7, cause);
    assertThat(shown.status()).isEqualTo(status);
    assertThat(shown).hasMessageContaining("process 7 belongs to another user");
  }
}
