package io.tallyfast.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.runtime.SiteCounters;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

class RuntimeClassesTest {
  private static final String PACKAGE = "io/tallyfast/runtime/";

  private static final List<String> NAMES =
      Stream.of(
              RuntimeClasses.NAMES,
              RuntimeClasses.OF_SITES,
              RuntimeClasses.OF_MAPS,
              RuntimeClasses.OF_LINKED_MAPS,
              RuntimeClasses.OF_TREE_MAPS,
              RuntimeClasses.MAPS)
          .flatMap(List::stream)
          .toList();

  @Test
  void namesEachClassOfThePackage() throws IOException, URISyntaxException {
    Path classes =
        Path.of(SiteCounters.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.list(classes.resolve(PACKAGE))) {
      List<String> compiled =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
              .map(name -> name.substring(0, name.length() - ".class".length()))
              .toList();
      assertThat(NAMES).containsExactlyInAnyOrderElementsOf(compiled);
    }
  }

  @Test
  void namesSupertypesFirst() throws IOException {
    for (int i = 0; i < NAMES.size(); i++) {
      String name = NAMES.get(i);
      List<String> before = NAMES.subList(0, i);
      ClassReader reader = new ClassReader(ClassBytes.ofAgent(RuntimeNames.compiled(name)));
      Stream.concat(Stream.of(reader.getSuperName()), Stream.of(reader.getInterfaces()))
          .filter(supertype -> supertype.startsWith(PACKAGE))
          .forEach(s -> assertThat(before).contains(s.substring(PACKAGE.length())));
    }
  }
}
