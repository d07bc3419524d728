package io.tallyfast.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoCommandTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--clients=0",
        "--clients=many",
        "--requests=3 --clients=4",
        "--measure=-1",
        "--threads=green",
        "--open=perhaps",
        "--jdk=nowhere",
        "--server=nowhere.jar",
        "--unknown",
        "word"
      })
  void refusesWrongUsage(String arguments) {
    assertThat(DemoCommand.execute(arguments.split(" ", -1))).isEqualTo(2);
  }

  @Test
  void refusesVirtualThreadsOfAnOldJava() throws IOException {
    Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
    assertThat(Files.createFile(java).toFile().setExecutable(true)).isTrue();
    Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");

    assertThat(DemoCommand.execute("--threads=virtual", "--jdk=" + folder)).isEqualTo(2);
    assertThat(Jdk.version(folder)).isEqualTo("17.0.15");
    assertThat(Jdk.feature(folder)).isEqualTo(17);
  }

  @Test
  void failsTheBuildThatRunsIt() {
    assertThatThrownBy(() -> InMaven.main(new String[] {"--unknown"}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("status 2");
  }
}
