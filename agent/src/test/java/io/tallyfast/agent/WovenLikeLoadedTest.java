package io.tallyfast.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.analysis.FieldScope;
import io.tallyfast.analysis.MapNames;
import io.tallyfast.build.BuildSites;
import io.tallyfast.build.Weaver;
import io.tallyfast.config.OptionException;
import io.tallyfast.config.Options;
import io.tallyfast.rewrite.ClassRewriter;
import io.tallyfast.rewrite.SiteTable;
import io.tallyfast.targets.GetPutTargets;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.bytebuddy.build.EntryPoint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** What a build makes of the targets is what the agent makes of them, byte for byte. */
class WovenLikeLoadedTest {
  private static final String PREFIX = "io/tallyfast/runtime/";
  private static final Map<String, byte[]> ORIGINALS = new TreeMap<>();

  @BeforeAll
  static void read() throws Exception {
    Path classes =
        Path.of(GetPutTargets.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes.resolve("io/tallyfast/targets"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        ORIGINALS.put(new ClassReader(bytes).getClassName(), bytes);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = EntryPoint.Default.class,
      names = {"REBASE", "REDEFINE", "REDEFINE_LOCAL", "DECORATE"})
  void isTheSame(EntryPoint.Default entryPoint) throws OptionException {
    Map<String, byte[]> woven = Weaver.weave(ORIGINALS, entryPoint);
    // All but DECORATE write some attributes their own way, with or without a plugin.
    Map<String, byte[]> originals = Weaver.rewrite(ORIGINALS, entryPoint);
    List<String> different = new ArrayList<>();
    int changed = 0;
    for (Map.Entry<String, byte[]> original : originals.entrySet()) {
      byte[] loaded = loaded(original.getKey(), original.getValue());
      if (loaded != null) {
        changed++;
      }
      byte[] expected = loaded == null ? original.getValue() : loaded;
      if (!canonical(expected).equals(canonical(woven.get(original.getKey())))) {
        different.add(original.getKey());
      }
    }

    assertThat(different).isEmpty();
    assertThat(changed).isGreaterThan(100);
  }

  /** Where Byte Buddy changes nothing itself, without writing either of them anew. */
  @Test
  void isTheSameFile() throws OptionException {
    int compared = 0;
    for (Map.Entry<String, byte[]> woven :
        Weaver.weave(ORIGINALS, EntryPoint.Default.DECORATE).entrySet()) {
      byte[] loaded = loaded(woven.getKey(), ORIGINALS.get(woven.getKey()));
      if (loaded != null) {
        assertThat(woven.getValue()).as(woven.getKey()).isEqualTo(loaded);
        compared++;
      }
    }

    assertThat(compared).isGreaterThan(100);
  }

  @Test
  void makesGuardedMaps() {
    assertThat(
            Weaver.weave(ORIGINALS, EntryPoint.Default.DECORATE).values().stream()
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1)))
        .anyMatch(text -> text.contains(PREFIX + "GuardedEnumMap"))
        .anyMatch(text -> text.contains(PREFIX + "GuardedTreeMap"));
  }

  @Test
  void twiceIsOnce() {
    Map<String, byte[]> once = Weaver.weave(ORIGINALS, EntryPoint.Default.DECORATE);
    Map<String, byte[]> twice = Weaver.weave(once, EntryPoint.Default.DECORATE);

    once.forEach((name, bytes) -> assertThat(twice.get(name)).as(name).isEqualTo(bytes));
  }

  @Test
  void theAgentLeavesWhatABuildHasRewritten() throws OptionException {
    for (Map.Entry<String, byte[]> woven :
        Weaver.weave(ORIGINALS, EntryPoint.Default.REBASE).entrySet()) {
      String name = woven.getKey();
      if (loaded(name, ORIGINALS.get(name)) != null) {
        assertThat(loaded(name, woven.getValue())).as(name).isNull();
      }
    }
  }

  /** As the agent rewrites it, but with the same runtime and numbers as the build; or null. */
  private static byte[] loaded(String name, byte[] classFile) throws OptionException {
    Failures failures =
        new Failures(new Console(new PrintStream(new ByteArrayOutputStream(), true)));
    SiteTable sites = new SiteTable(BuildSites.firstOf(name));
    MapNames names = new NamedMaps(Options.read("", new Properties(), Map.of()).maps());
    return new ClassRewriter(PREFIX, sites, FieldScope.STATS, names)
        .rewrite(classFile, new TypeOracles(failures).of(GetPutTargets.class.getClassLoader()))
        .classFile();
  }

  /** The same class written anew, so that only the order of its constants is left out. */
  private static String canonical(byte[] classFile) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(classFile).accept(writer, 0);
    return new String(writer.toByteArray(), StandardCharsets.ISO_8859_1);
  }
}
