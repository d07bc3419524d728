package io.tallyfast.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MapGlobsTest {
  @Test
  void matchesTheUsualNames() {
    MapGlobs usual = MapGlobs.of(MapGlobs.USUAL);

    for (String name : new String[] {"stats", "queryStats", "_stats_", "counts", "metricsByDay"}) {
      assertThat(usual.matchesName(name)).as(name).isTrue();
    }
    for (String name : new String[] {"cache", "stat", "Statistics", ""}) {
      assertThat(usual.matchesName(name)).as(name).isFalse();
    }
    assertThat(usual.matchesMember("com/acme/Server", "stats")).isFalse();
  }

  @Test
  void matchesAFieldTogetherWithItsClass() {
    MapGlobs globs = MapGlobs.of("com.acme.**.total*; com.acme.Server.hits ;a*b*c");

    assertThat(globs.matchesMember("com/acme/deep/Server", "totals")).isTrue();
    assertThat(globs.matchesMember("com/acme/Server$Inner", "hits")).isTrue();
    assertThat(globs.matchesMember("com/acme/Other", "hits")).isFalse();
    assertThat(globs.matchesName("totals")).isFalse();
    assertThat(globs.matchesName("axxbyyc")).isTrue();
    assertThat(globs.matchesName("axxbyy")).isFalse();
  }

  @Test
  void namesWhatCannotBePartOfAName() {
    assertThatThrownBy(() -> KnownOptions.MAPS.parse("a,b"))
        .isInstanceOf(OptionException.class)
        .hasMessageContaining("','")
        .hasMessageContaining("maps");
  }
}
