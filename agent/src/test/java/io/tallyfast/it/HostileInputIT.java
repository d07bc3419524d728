package io.tallyfast.it;

import static io.tallyfast.testkit.Compiled.harmless;
import static io.tallyfast.testkit.Compiled.racy;
import static io.tallyfast.testkit.Compiled.zip;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.ForkedJvm.Result;
import io.tallyfast.testkit.Jdk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a folder holds: one line for each thing that cannot be read, and the rest is audited.
 */
class HostileInputIT {
  private static final int ENTRIES_OF_ZIP64 = 65_600;
  private static final int MAJOR = 7;

  @TempDir private Path folder;
  private Path input;

  @BeforeEach
  void makeOneGoodJar() throws IOException {
    input = Files.createDirectory(folder.resolve("in"));
    put("good.jar", zip(racy("a.Racy")));
  }

  @Test
  void namesEachThingThatCannotBeReadInOneLine() throws IOException {
    byte[] good = zip(harmless("b.Fine"));
    put("empty.jar", new byte[0]);
    put("empty.class", new byte[0]);
    put("text.jar", "no archive".getBytes(StandardCharsets.UTF_8));
    put("cut.jar", Arrays.copyOf(good, good.length / 2));
    put("future.jar", zip(Map.of("b/Future.class", future())));
    put("garbage.jar", garbled(good));

    Result result = audit(input.toString());

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out()).contains("at a.Racy.store(Racy.java:4)");
    assertThat(result.errLines())
        .allMatch(line -> line.startsWith("tallyfast: " + input))
        .hasSize(6)
        .anyMatch(line -> line.endsWith("empty.jar: neither a class file nor an archive"))
        .anyMatch(line -> line.endsWith("empty.class: not a class file"))
        .anyMatch(line -> line.endsWith("text.jar: neither a class file nor an archive"))
        .anyMatch(line -> line.contains("cut.jar: truncated or damaged ("))
        .anyMatch(line -> line.contains("b/Future.class: class file version 200 is newer"))
        .anyMatch(line -> line.contains("garbage.jar!/") && line.contains("truncated or damaged"));
  }

  @Test
  void readsWhatIsOnlyOdd() throws IOException {
    Files.createDirectories(input.resolve("folder.jar/classes"));
    Files.write(input.resolve("folder.jar/classes/R.class"), racy("c.Racy").get("c/Racy.class"));
    put("APP.WAR", zip(racy("d.Racy")));
    put("many.zip", zip64(racy("e.Racy")));
    put("tricks.jar", zip(Map.of("../../../f.class", racy("f.Racy").get("f/Racy.class"))));
    put("none.zip", zip(Map.of()));

    Result result = audit(input.toString());

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).isEmpty();
    for (String name : new String[] {"a", "c", "d", "e", "f"}) {
      assertThat(result.out()).contains("at " + name + ".Racy.store(Racy.java:4)");
    }
    assertThat(input.getParent().resolve("f.class")).doesNotExist();
  }

  @Test
  void linksThatLeadBackAreNamedAndNotFollowedForEver() throws IOException {
    Path inner = Files.createDirectory(input.resolve("inner"));
    Files.createSymbolicLink(inner.resolve("back"), input);
    Files.createSymbolicLink(inner.resolve("nowhere.jar"), Path.of("missing"));

    Result result = audit(input.toString());

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.errLines())
        .containsExactly(
            "tallyfast: "
                + inner.resolve("back")
                + ": a link that leads back to a folder above it");
    assertThat(result.out()).contains("at a.Racy.store(Racy.java:4)");
  }

  @Test
  void analysesSubroutinesAndNamesMethodsThatAreTooLarge() throws IOException {
    put("Old.class", OddClasses.withSubroutine());
    put("Large.class", OddClasses.tooLarge());

    Result result = audit(input.toString());

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out()).contains("at odd.Old.count(Unknown Source)", "at a.Racy.store");
    assertThat(result.errLines())
        .containsExactly(
            "tallyfast: "
                + input.resolve("Large.class")
                + ", method count: not analysed, so a site in it is not seen:"
                + " the method is too large to analyse");
  }

  @Test
  void aReportOfWhatCouldBeReadIsWhole() throws IOException {
    put("text.jar", new byte[] {1, 2, 3, 4, 5});
    Path report = folder.resolve("report.json");

    Result result = audit("--output", report.toString(), input.toString());

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(Files.readString(report)).contains("a.Racy", "text.jar").endsWith("}\n");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("in", "report.json");
  }

  private void put(String name, byte[] bytes) throws IOException {
    Files.write(input.resolve(name), bytes);
  }

  private static byte[] future() throws IOException {
    byte[] bytes = harmless("b.Future").get("b/Future.class").clone();
    bytes[MAJOR] = (byte) 200;
    return bytes;
  }

  /** An archive whose directory is right and whose content is not. */
  private static byte[] garbled(byte[] archive) {
    byte[] bytes = archive.clone();
    Arrays.fill(bytes, bytes.length / 3, bytes.length / 3 + 20, (byte) 0xFF);
    return bytes;
  }

  /** With more entries than archives could hold at first. */
  private static byte[] zip64(Map<String, byte[]> last) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < ENTRIES_OF_ZIP64; i++) {
        zip.putNextEntry(new ZipEntry("x/" + i));
      }
      for (Map.Entry<String, byte[]> entry : new LinkedHashMap<>(last).entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static Result audit(String... arguments) {
    return ForkedJvm.java(Jdk.current())
        .option("-jar", ForkedJvm.agentJar().toString())
        .option("audit")
        .run(arguments);
  }
}
