package io.tallyfast.idiom;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.report.Fixes;
import io.tallyfast.report.IdiomPage;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;

/** Every name of an idiom that stands anywhere in the code is in the list, and so has a page. */
class EmittedNamesTest {
  private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)+");

  /** Where sites are named, and where names decide. */
  private static final List<String> PACKAGES = List.of("analysis", "idiom", "judge");

  static List<String> idioms() {
    return IdiomPages.idioms();
  }

  @Test
  void namesInTheCodeAreThoseOfIdioms() throws Exception {
    Map<String, Set<String>> unknown = new TreeMap<>();
    Set<String> known = new TreeSet<>();
    for (Path file : classFiles()) {
      for (String name : namesIn(file)) {
        if (idioms().contains(name)) {
          known.add(name);
        } else {
          unknown.computeIfAbsent(name, n -> new TreeSet<>()).add(file.getFileName().toString());
        }
      }
    }
    assertThat(unknown).isEmpty();
    assertThat(known).containsAll(idioms().stream().filter(name -> name.contains("-")).toList());
  }

  @ParameterizedTest
  @MethodSource("idioms")
  void theJarCarriesThePage(String name) {
    IdiomPage page = IdiomPage.of(name);

    assertThat(page).isNotNull();
    assertThat(page.summary()).isEqualTo(IdiomPages.summary(name).replace('\n', ' '));
  }

  private static List<Path> classFiles() throws IOException, URISyntaxException {
    Path root = Path.of(Fixes.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Path> all = new ArrayList<>(List.of(root.resolve("io/tallyfast/report/Fixes.class")));
    for (String part : PACKAGES) {
      try (Stream<Path> files = Files.list(root.resolve("io/tallyfast").resolve(part))) {
        all.addAll(files.filter(file -> file.toString().endsWith(".class")).toList());
      }
    }
    return all;
  }

  /** The constants of a class file that look like the name of an idiom. */
  private static Set<String> namesIn(Path classFile) throws IOException {
    ClassReader reader = new ClassReader(Files.readAllBytes(classFile));
    char[] buffer = new char[reader.getMaxStringLength()];
    Set<String> names = new TreeSet<>();
    for (int i = 1; i < reader.getItemCount(); i++) {
      int at = reader.getItem(i);
      boolean isString = at > 0 && reader.readByte(at - 1) == 8;
      if (isString) {
        String text = reader.readUTF8(at, buffer);
        if (NAME.matcher(text).matches()) {
          names.add(text);
        }
      }
    }
    return names;
  }
}
