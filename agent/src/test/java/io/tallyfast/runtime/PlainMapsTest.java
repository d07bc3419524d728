package io.tallyfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each site tells whether it met a map whose readers elsewhere nobody guards. */
class PlainMapsTest {
  private static final int SITE = 3;

  static Map<?, ?>[] plain() {
    return new Map<?, ?>[] {
      new HashMap<>(), new LinkedHashMap<>(), new TreeMap<>(), new OfTheApplication()
    };
  }

  static Map<?, ?>[] safe() {
    return new Map<?, ?>[] {
      new GuardedHashMap<>(),
      new GuardedTreeMap<>(),
      new ConcurrentHashMap<>(),
      new Properties(),
      Collections.synchronizedMap(new HashMap<>())
    };
  }

  @AfterEach
  void forget() {
    SiteCounters.reset();
  }

  @ParameterizedTest
  @MethodSource("plain")
  void aPlainMapIsNoted(Map<Object, Object> map) {
    update(map);

    assertThat(SiteCounters.figures(SITE)[Figures.PLAIN_MAPS]).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("safe")
  void oneThatKeepsThreadsApartIsNot(Map<Object, Object> map) {
    update(map);

    assertThat(SiteCounters.figures(SITE)[Figures.HITS]).isEqualTo(2);
    assertThat(SiteCounters.figures(SITE)[Figures.PLAIN_MAPS]).isZero();
  }

  private static void update(Map<Object, Object> map) {
    map.put("a", 1);
    Updates.update(map, "a", 2, 1, null, null, How.DIFFERENCE, SITE);
    Computes.merge(map, "a", 1, (a, b) -> b, SITE);

    assertThat(map.get("a")).isEqualTo(1);
  }

  private static final class OfTheApplication extends HashMap<Object, Object> {
    private static final long serialVersionUID = 1L;
  }
}
