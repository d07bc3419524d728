package io.tallyfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which commands a command line knows. */
class MainTest {
  @Test
  void knowsAllCommandsUnlessOneIsNamed() {
    assertThat(Main.commandLine().getSubcommands().keySet())
        .containsExactly("audit", "merge", "list", "attach", "report", "reset", "detach");
    assertThat(Main.commandLine("--help").getSubcommands()).hasSize(7);
    assertThat(Main.commandLine("adit").getSubcommands()).hasSize(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"audit", "merge", "list", "attach", "report", "reset", "detach"})
  void readsOnlyTheCommandThatIsNamed(String name) {
    Set<String> known = Main.commandLine(name, "--help").getSubcommands().keySet();

    assertThat(known).containsExactly(name);
  }
}
