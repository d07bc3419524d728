package io.tallyfast.audit;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class WarmUpTest {
  @Test
  void canReadAndAuditWhatItLooksAt() {
    assertThatCode(() -> new WarmUp().run()).doesNotThrowAnyException();
  }
}
