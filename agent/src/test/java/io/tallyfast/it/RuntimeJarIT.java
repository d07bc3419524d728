package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.testkit.ForkedJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The small jar for those who can touch their code, or weave at build time. */
class RuntimeJarIT {
  static Path jar() {
    return ForkedJvm.agentJar().resolveSibling("tallyfast-runtime.jar");
  }

  @Test
  void holdsTheRuntimeAndTheHelperOnly() throws IOException {
    try (JarFile jar = new JarFile(jar().toFile())) {
      Set<String> folders = new TreeSet<>();
      jar.stream()
          .filter(entry -> !entry.isDirectory())
          .forEach(e -> folders.add(e.getName().substring(0, e.getName().lastIndexOf('/'))));

      assertThat(folders).containsExactly("META-INF", "io/tallyfast/runtime", "io/tallyfast/stats");
      assertThat(jar.getEntry("io/tallyfast/stats/Stats.class")).isNotNull();
      assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
          .isEqualTo("io.tallyfast.runtime");
      assertThat(jar.getManifest().getMainAttributes().getValue("Premain-Class")).isNull();
    }
  }
}
