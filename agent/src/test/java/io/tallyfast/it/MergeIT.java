package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.apps.RacyApp;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.ForkedJvm.Result;
import io.tallyfast.testkit.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Reports of JVMs become one, by the jar alone. */
class MergeIT {
  @TempDir private Path folder;

  @BothJdks
  void joinsWhatAgentsWrote(int version) throws IOException {
    Jdk jdk = Jdk.ofVersion(version);
    Path first = folder.resolve("first.json");
    Path second = folder.resolve("second.json");
    ForkedJvm.java(jdk).agent("report=" + first).run(RacyApp.class);
    ForkedJvm.java(jdk).agent("report=" + second).run(RacyApp.class);
    Path broken = Files.writeString(folder.resolve("broken.json"), "{\"tool\": 'x'}");
    Path output = folder.resolve("fleet.json");

    Result joined = merge(jdk, output, first, second, first);
    Result partly = merge(jdk, folder.resolve("fleet.html"), first, broken);

    assertThat(joined.err()).isEmpty();
    assertThat(joined.exitCode()).isZero();
    assertThat(Files.readString(output))
        .contains("\"hits\": 32000,", "\"threads\": 8,", "\"jvms\": 2,", "\"reports\": 3,");
    assertThat(partly.exitCode()).isEqualTo(3);
    assertThat(partly.errLines()).singleElement().asString().contains(broken + ": not JSON");
    assertThat(folder.resolve("fleet.html")).isNotEmptyFile();
  }

  private static Result merge(Jdk jdk, Path output, Path... reports) {
    ForkedJvm java = ForkedJvm.java(jdk).option("-jar", ForkedJvm.agentJar().toString());
    java.option("merge", "--output", output.toString());
    for (Path report : reports) {
      java.option(report.toString());
    }
    return java.run();
  }
}
