package io.tallyfast.demo.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.demo.result.Counter.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModuleResultTest {

  @Test
  void groupsByModule() {
    List<ModuleResult> modules =
        ModuleResult.of(
            List.of(
                new Counter("stats.stored", Kind.COUNT, 10, 5, 5),
                new Counter("tags.found.*", Kind.COUNT, 8, 8, 2),
                new Counter("times.query_micros", Kind.AMOUNT, 900, 100, 800)));

    assertThat(modules).extracting(ModuleResult::name).containsExactly("server", "tags");
  }

  @Test
  void addsUpNothingButCounts() {
    ModuleResult module =
        new ModuleResult(
            "server",
            List.of(
                new Counter("stats.stored", Kind.COUNT, 10, 5, 5),
                new Counter("stats.queries", Kind.COUNT, 30, 30, 0),
                new Counter("stats.longest", Kind.RECORD, 7, 6, 1),
                new Counter("times.micros", Kind.AMOUNT, 900, 100, 800)));

    assertThat(module.expected()).isEqualTo(40);
    assertThat(module.lost()).isEqualTo(5);
    assertThat(module.lostPercent()).isEqualTo(12.5);
    assertThat(module.wrong()).isEqualTo(3);
  }
}
