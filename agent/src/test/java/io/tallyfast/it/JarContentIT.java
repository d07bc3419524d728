package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.ForkedJvm.Result;
import io.tallyfast.testkit.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** Exactly what is in the jar: it shares a class path with every application it is given to. */
class JarContentIT {
  private static final long TWO_MEGABYTES = 2_000_000;

  @Test
  void holdsOnlyOurPackages() throws IOException {
    Set<String> packages = new TreeSet<>();
    Set<String> others = new TreeSet<>();
    for (String name : files()) {
      if (name.endsWith(".class")) {
        packages.add(firstFolders(name));
      } else {
        others.add(name);
      }
    }

    assertThat(packages)
        .contains("io/tallyfast/agent", "io/tallyfast/runtime")
        .contains("io/tallyfast/shaded/asm", "io/tallyfast/shaded/picocli")
        .isSubsetOf(
            "io/tallyfast/agent",
            "io/tallyfast/analysis",
            "io/tallyfast/audit",
            "io/tallyfast/build",
            "io/tallyfast/cli",
            "io/tallyfast/config",
            "io/tallyfast/idiom",
            "io/tallyfast/judge",
            "io/tallyfast/monitor",
            "io/tallyfast/report",
            "io/tallyfast/rewrite",
            "io/tallyfast/runtime",
            "io/tallyfast/stats",
            "io/tallyfast/shaded/asm",
            "io/tallyfast/shaded/bytebuddy",
            "io/tallyfast/shaded/gson",
            "io/tallyfast/shaded/picocli");
    others.removeIf(name -> name.matches("io/tallyfast/idioms/[a-z-]+\\.md"));
    assertThat(others)
        .containsExactly(
            "META-INF/LICENSE",
            "META-INF/MANIFEST.MF",
            "META-INF/licenses/asm.txt",
            "META-INF/licenses/byte-buddy.txt",
            "META-INF/licenses/gson.txt",
            "META-INF/licenses/picocli.txt",
            "io/tallyfast/report/report.css",
            "io/tallyfast/report/report.js");
  }

  @Test
  void hasTheManifestOfAnAgent() throws IOException {
    try (JarFile jar = open()) {
      Attributes manifest = jar.getManifest().getMainAttributes();

      assertThat(manifest.getValue("Premain-Class")).isEqualTo("io.tallyfast.agent.TallyfastAgent");
      assertThat(manifest.getValue("Agent-Class")).isEqualTo("io.tallyfast.agent.TallyfastAgent");
      assertThat(manifest.getValue("Main-Class")).isEqualTo("io.tallyfast.cli.Main");
      assertThat(manifest.getValue("Can-Retransform-Classes")).isEqualTo("true");
      assertThat(manifest.getValue("Automatic-Module-Name")).isEqualTo("io.tallyfast");
      assertThat(manifest.getValue("Implementation-Version")).isNotBlank();
      assertThat(manifest.getValue("Launcher-Agent-Class")).isNull();
      assertThat(manifest.getValue("Boot-Class-Path")).isNull();
      assertThat(manifest.getValue("Class-Path")).isNull();
      assertThat(manifest.getValue("Multi-Release")).isNull();
    }
  }

  @Test
  void isSmallAndReproducible() throws IOException {
    assertThat(Files.size(ForkedJvm.agentJar())).isLessThan(TWO_MEGABYTES);
    try (JarFile jar = open()) {
      // The time of the build is in no entry: ours have the fixed one, libraries' have their own.
      assertThat(jar.stream().filter(e -> !isOfALibrary(e)).map(JarEntry::getTimeLocal))
          .isNotEmpty()
          .allMatch(time -> !time.isAfter(LocalDateTime.of(2026, 1, 1, 0, 0)));
    }
  }

  @Test
  void isACommandLineToo() {
    Result version =
        ForkedJvm.java(Jdk.current())
            .option("-jar", ForkedJvm.agentJar().toString())
            .run("--version");

    assertThat(version.exitCode()).isZero();
    assertThat(version.out()).matches("tallyfast \\d\\S*\\R");
    assertThat(version.err()).isEmpty();
  }

  private static boolean isOfALibrary(JarEntry entry) {
    return entry.getName().startsWith("io/tallyfast/shaded/");
  }

  private static JarFile open() throws IOException {
    return new JarFile(ForkedJvm.agentJar().toFile());
  }

  private static Set<String> files() throws IOException {
    try (JarFile jar = open()) {
      Set<String> names = new TreeSet<>();
      jar.stream().filter(entry -> !entry.isDirectory()).forEach(e -> names.add(e.getName()));
      return names;
    }
  }

  /** Three folders deep, or four below the relocated libraries. */
  private static String firstFolders(String name) {
    int depth = name.startsWith("io/tallyfast/shaded/") ? 4 : 3;
    int end = -1;
    for (int i = 0; i < depth; i++) {
      end = name.indexOf('/', end + 1);
    }
    return end < 0 ? name : name.substring(0, end);
  }
}
