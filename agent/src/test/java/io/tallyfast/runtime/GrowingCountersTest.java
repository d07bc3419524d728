package io.tallyfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Classes that a build has rewritten count without an agent that makes room for them. */
class GrowingCountersTest {
  @Test
  void roomIsMadeWhereSomethingIsCounted() {
    int site = 777_777;
    long before = SiteCounters.prevented();
    long here = SiteCounters.preventedAt(site);

    SiteCounters.prevented(site);

    assertThat(SiteCounters.preventedAt(site)).isEqualTo(here + 1);
    assertThat(SiteCounters.prevented()).isEqualTo(before + 1);
  }

  @Test
  void whatIsNoNumberOfASiteIsNotCounted() {
    long before = SiteCounters.prevented();

    SiteCounters.prevented(-1);
    SiteCounters.prevented(Integer.MAX_VALUE);

    assertThat(SiteCounters.prevented()).isEqualTo(before);
  }
}
