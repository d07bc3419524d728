package io.tallyfast.audit;

import static io.tallyfast.testkit.Compiled.all;
import static io.tallyfast.testkit.Compiled.below;
import static io.tallyfast.testkit.Compiled.classes;
import static io.tallyfast.testkit.Compiled.harmless;
import static io.tallyfast.testkit.Compiled.racy;
import static io.tallyfast.testkit.Compiled.stored;
import static io.tallyfast.testkit.Compiled.zip;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.analysis.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
  private static final byte[] MULTI_RELEASE =
      "Manifest-Version: 1.0\nMulti-Release: true\n".getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path folder;

  @Test
  void takesAClassFileWhateverItIsCalled() throws IOException {
    Path file = file("it.bin", racy("a.Racy").get("a/Racy.class"));

    AuditResult result = audit(file);

    assertThat(result.problems()).isEmpty();
    assertThat(places(result)).containsExactly("a.Racy.store(Racy.java:4)");
  }

  @Test
  void takesAFolderWithClassesAndArchives() throws IOException {
    file("classes/a/Racy.class", racy("a.Racy").get("a/Racy.class"));
    file("lib/b.jar", zip(racy("b.Racy")));

    assertThat(places(audit(folder)))
        .containsExactlyInAnyOrder("a.Racy.store(Racy.java:4)", "b.Racy.store(Racy.java:4)");
  }

  @Test
  void takesAWarInAnEar() throws IOException {
    byte[] war =
        zip(
            all(
                below("WEB-INF/classes/", racy("a.Racy")),
                Map.of("WEB-INF/lib/b.jar", zip(racy("b.Racy")))));

    assertThat(places(audit(file("app.ear", zip(Map.of("web.war", war))))))
        .containsExactlyInAnyOrder("a.Racy.store(Racy.java:4)", "b.Racy.store(Racy.java:4)");
  }

  @Test
  void takesTheLayoutOfSpringBootBehindAScript() throws IOException {
    byte[] jar =
        stored(
            all(
                below("BOOT-INF/classes/", racy("a.Racy")),
                Map.of("BOOT-INF/lib/b.jar", stored(racy("b.Racy")))));
    byte[] script = "#!/bin/bash\nexec java -jar \"$0\"\n".getBytes(StandardCharsets.US_ASCII);
    byte[] executable = Arrays.copyOf(script, script.length + jar.length);
    System.arraycopy(jar, 0, executable, script.length, jar.length);

    AuditResult result = audit(file("app.jar", executable));

    assertThat(result.problems()).isEmpty();
    assertThat(places(result)).hasSize(2);
  }

  @Test
  void takesOfAMultiReleaseJarTheNewestClassThatThisJvmLoads() throws IOException {
    Map<String, byte[]> entries =
        all(
            harmless("a.Racy"),
            below("META-INF/versions/9/", harmless("a.Racy")),
            below("META-INF/versions/17/", racy("a.Racy")),
            below("META-INF/versions/99/", harmless("a.Racy")),
            below("META-INF/versions/x/", harmless("a.Racy")),
            Map.of("META-INF/MANIFEST.MF", MULTI_RELEASE));

    AuditResult nested = audit(file("outer.zip", zip(Map.of("a.jar", zip(entries)))));
    entries.remove("META-INF/MANIFEST.MF");
    AuditResult notDeclared = audit(file("b.jar", zip(entries)));

    assertThat(places(nested)).hasSize(1);
    assertThat(nested.classes()).isEqualTo(1);
    assertThat(nested.repeated()).isEmpty();
    assertThat(places(notDeclared)).isEmpty();
  }

  @Test
  void theFirstOfTwoClassesOfTheSameNameCounts() throws IOException {
    Path first = file("first.jar", zip(racy("a.Racy")));
    Path second = file("second.jar", zip(harmless("a.Racy")));

    AuditResult result = audit(first, second);

    assertThat(places(result)).hasSize(1);
    assertThat(result.repeated())
        .containsExactly("1 class in " + second + ", the first of them in " + first);
    assertThat(places(audit(second, first))).isEmpty();
  }

  @Test
  void knowsTheMapsOfTheInput() throws IOException {
    Map<String, byte[]> map =
        classes("m.Base", "public static class Tallies extends java.util.HashMap<String, Long> {}");
    Path use =
        file(
            "use.jar",
            zip(
                all(
                    map,
                    classes(
                        "m.Use",
                        "static class Tallies extends java.util.TreeMap<String, Long> {}",
                        "final Tallies t = new Tallies();",
                        "void count(String k) { t.put(k, t.get(k) + 1); }"))));

    assertThat(places(audit(use))).containsExactly("m.Use.count(Use.java:4)");
  }

  @Test
  void namesThatLeadOutOfTheArchiveAreOnlyNames() throws IOException {
    byte[] racy = racy("a.Racy").get("a/Racy.class");
    Path jar = file("evil.jar", zip(Map.of("../../../tmp/x\n\u001B[2J/Racy.class", racy)));

    AuditResult result = audit(jar);

    assertThat(places(result)).hasSize(1);
    assertThat(folder.toFile().list()).containsExactly("evil.jar");
  }

  @Test
  void auditsTheRestOfWhatIsPartlyBroken() throws IOException {
    byte[] good = racy("a.Racy").get("a/Racy.class");
    byte[] future = racy("b.Future").get("b/Future.class");
    future[7] = (byte) 200;
    byte[] cut = Arrays.copyOf(good, good.length / 3);
    Path jar =
        file(
            "mixed.jar",
            zip(
                Map.of(
                    "a/Racy.class",
                    good,
                    "b/Future.class",
                    future,
                    "c/Cut.class",
                    cut,
                    "d/Text.class",
                    "text".getBytes(StandardCharsets.US_ASCII),
                    "e/no.jar",
                    new byte[0],
                    "f/text.jar",
                    "no archive".getBytes(StandardCharsets.US_ASCII))));

    AuditResult result = audit(jar);

    assertThat(places(result)).containsExactly("a.Racy.store(Racy.java:4)");
    assertThat(result.problems().stream().map(Problem::toString))
        .containsExactlyInAnyOrder(
            jar
                + "!/b/Future.class: class file version 200 is newer than this version of"
                + " Tallyfast knows",
            jar + "!/c/Cut.class: not a valid class file",
            jar + "!/d/Text.class: not a class file",
            jar + "!/e/no.jar: not an archive, or an empty one",
            jar + "!/f/text.jar: not an archive, or an empty one");
  }

  @Test
  void readsATruncatedJarAsFarAsItGoes() throws IOException {
    byte[] whole = stored(all(racy("a.Racy"), racy("b.Racy")));
    Path jar = file("cut.jar", Arrays.copyOf(whole, whole.length * 2 / 3));

    AuditResult result = audit(jar);

    assertThat(places(result)).hasSizeBetween(0, 1);
    assertThat(result.problemCount()).isEqualTo(1);
    assertThat(result.problems().get(0).reason())
        .startsWith("truncated or damaged")
        .endsWith("what could be read of it is audited");
  }

  @Test
  void saysThatAFileIsNoArchive() throws IOException {
    AuditResult result =
        audit(file("text.jar", "hello, world".getBytes(StandardCharsets.US_ASCII)));

    assertThat(result.problems().get(0).reason()).isEqualTo("neither a class file nor an archive");
  }

  @Test
  void saysThatAnArchiveIsEncrypted() throws IOException {
    byte[] jar = zip(racy("a.Racy"));
    jar[6] |= 1;
    jar[centralDirectory(jar) + 8] |= 1;

    AuditResult result = audit(file("secret.jar", jar));

    assertThat(result.problems().get(0).reason()).startsWith("encrypted");
  }

  @Test
  void stopsArchivesThatAreBuiltToDoHarmAndReadsTheRest() throws IOException {
    byte[] zeros = new byte[64 << 20];
    byte[] bomb = zip(Map.of("a", zeros, "b", zeros, "c", zeros, "d", zeros, "e", zeros));
    Map<String, byte[]> entries = new TreeMap<>(Map.of("1.jar", bomb));
    entries.putAll(racy("z.Racy"));
    Path jar = file("bomb.jar", zip(entries));

    AuditResult result = audit(jar);

    assertThat(result.problems()).hasSize(1);
    assertThat(result.problems().get(0).toString())
        .startsWith(jar + "!/1.jar: stopped: it unpacks to more than");
    assertThat(result.sites()).hasSize(1);
  }

  @Test
  void opensArchivesOnlySoDeep() throws IOException {
    byte[] inner = zip(racy("a.Racy"));
    for (int i = 0; i < 12; i++) {
      inner = zip(Map.of("in.jar", inner));
    }

    AuditResult result = audit(file("deep.jar", inner));

    assertThat(places(result)).isEmpty();
    assertThat(result.problems().get(0).reason()).contains("nested more than 8 archives deep");
  }

  private Path file(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }

  private static AuditResult audit(Path... paths) {
    return new Audit(List.of(paths), AuditProgress.NONE).run();
  }

  private static List<String> places(AuditResult result) {
    return result.sites().stream().map(Site::location).toList();
  }

  private static int centralDirectory(byte[] zip) {
    for (int i = 0; ; i++) {
      if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
        return i;
      }
    }
  }
}
