package io.tallyfast.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableMap;
import io.tallyfast.analysis.ConstantPoolFilter;
import io.tallyfast.analysis.FieldScope;
import io.tallyfast.analysis.MapNames;
import io.tallyfast.analysis.PartialClass;
import io.tallyfast.analysis.TypeOracle;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** Of a class that has something to guard, the part that is parsed first shows that it has. */
class PartialClassTest {
  private static final ClassRewriter REWRITER =
      new ClassRewriter("x/", new SiteTable(), FieldScope.STATS, MapNames.NONE);

  @ParameterizedTest
  @ValueSource(classes = {ObjectMapper.class, ImmutableMap.class})
  void thePartShowsWhatTheWholeShows(Class<?> ofLibrary) throws IOException, URISyntaxException {
    Path jar = Path.of(ofLibrary.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> whole = new ArrayList<>();
    List<String> part = new ArrayList<>();
    try (ZipFile classes = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : classes.stream().filter(PartialClassTest::isClass).toList()) {
        byte[] bytes = classes.getInputStream(entry).readAllBytes();
        if (ConstantPoolFilter.mayHoldSite(bytes, FieldScope.STATS)) {
          ClassNode all = new ClassNode();
          new ClassReader(bytes).accept(all, ClassReader.EXPAND_FRAMES);
          ClassNode some =
              PartialClass.read(new ClassReader(bytes), bytes, FieldScope.STATS, MapNames.NONE);
          if (REWRITER.findsAny(all, TypeOracle.NONE)) {
            whole.add(all.name);
          }
          if (REWRITER.findsAny(some, TypeOracle.NONE)) {
            part.add(some.name);
          }
        }
      }
    }

    assertThat(whole).isNotEmpty();
    assertThat(part).containsAll(whole);
  }

  private static boolean isClass(ZipEntry entry) {
    return entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF");
  }
}
