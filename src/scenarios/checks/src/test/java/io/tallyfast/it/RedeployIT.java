package io.tallyfast.it;

import static io.tallyfast.it.Scenarios.jar;
import static io.tallyfast.it.Scenarios.made;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.testkit.ForkedJvm.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** An application that is deployed again and again leaves no class loader behind. */
class RedeployIT {
  private static final String TIMES = "100";

  @TempDir private Path folder;

  @BothJdks
  void noClassLoaderIsLeft(int version) {
    Comparison tomcat =
        new Comparison(version, folder)
            .before(
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED",
                "-Xmx128m");
    String[] command = {
      "-jar", jar("tomcat"), folder.toString(), made("war", "war.war").toString(), TIMES
    };

    Result plain = tomcat.without(command);
    Result guarded = tomcat.with(command);

    assertThat(plain.out().lines()).last().isEqualTo("class loaders left: 0");
    assertThat(guarded.out().lines()).last().isEqualTo("class loaders left: 0");
    Comparison.assertSamePrinted(plain, guarded);
  }
}
