package com.acme.memory.expansion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueryExpanderTest {

  private final QueryExpander expander = new QueryExpander();

  @AfterEach
  void close() {
    expander.close();
  }

  @Test
  void addsSynonymsAndStems() {
    Expansion expansion = expander.expand("Which KETTLES for tea?");

    assertThat(expansion.synonyms()).containsExactly("brew");
    assertThat(expansion.stems()).containsExactly("kettle");
    assertThat(expansion.query()).isEqualTo("Which KETTLES for tea? brew kettle");
  }

  @Test
  void addsNothingThatIsThereAlready() {
    assertThat(expander.expand("tea brew").added()).isZero();
    assertThat(expander.expand("?").query()).isEqualTo("?");
    assertThat(expander.expand("чай").query()).isEqualTo("чай");
  }

  @Test
  void addsTheSameEveryTime() {
    assertThat(expander.expand("photos of the meeting"))
        .isEqualTo(expander.expand("photos of the meeting"));
  }

  @Test
  void keepsLongQueriesBelowTheLimitOfTheIndex() {
    String text =
        "photo holiday tea kettle error car bike meeting doctor phone buy end fix quick big";

    assertThat(expander.expand(text).added()).isEqualTo(16);
    assertThat(expander.expand(String.join(" ", Collections.nCopies(200, "tea"))).synonyms())
        .containsExactly("brew");
  }

  @Test
  void countsWhatItAdds() {
    expander.expand("tea kettles");
    expander.expand("tea");

    assertThat(expander.statistics())
        .isEqualTo(
            Map.of(
                "stats",
                Map.of(
                    "expansions", 2,
                    "terms_added", 3,
                    "synonyms_added", 2,
                    "stems_added", 1,
                    "most_added", 2),
                "terms",
                Map.of("brew", 2, "kettle", 1)));
  }
}
