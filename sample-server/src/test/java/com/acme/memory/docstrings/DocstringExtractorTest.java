package com.acme.memory.docstrings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.memory.embedding.Embedder;
import com.acme.memory.index.MemoryIndex;
import com.acme.memory.memories.MemoryService;
import com.acme.memory.memories.Recorder;
import com.acme.memory.module.Arguments;
import com.acme.memory.module.BadRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocstringExtractorTest {

  @TempDir private Path folder;
  private final Embedder embedder = new Embedder();
  private final MemoryIndex index = MemoryIndex.inMemory();
  private final DocstringExtractor extractor =
      new DocstringExtractor(new Recorder(new MemoryService(embedder, index), List.of()));

  @AfterEach
  void close() {
    extractor.close();
    embedder.close();
    index.close();
  }

  @Test
  void readsTheDocstringsOfTypesAndTheirMembers() throws IOException {
    Path file =
        write(
            "Kettle.java",
            """
            /** Boils water. */
            public record Kettle(int liters) {
              /** Makes one of a liter. */
              public Kettle() { this(1); }
              /**
               * Boils.
               * @return when done
               */
              public boolean boil() { return true; }
              /** */
              void empty() {}
              // No docstring.
              void wait(int n) {}
              /** Colours. */
              enum Colour { RED }
            }
            """);

    assertThat(SourceReader.read(file).orElseThrow())
        .containsExactlyInAnyOrder(
            new Docstring("record", "Kettle", "Boils water."),
            new Docstring("enum", "Colour", "Colours."),
            new Docstring("constructor", "Kettle", "Makes one of a liter."),
            new Docstring("method", "boil", "Boils."));
  }

  @Test
  void remembersThemAndTellsAndCountsWhatItDid() throws IOException {
    write("A.java", "/** One. */ class A { /** Three. */ void a() {} }");
    write("below/B.java", "/** Two. */ interface B {}");
    write("C.java", "class C {");
    Files.write(folder.resolve("D.java"), new byte[] {(byte) 0xff});
    write("E.txt", "/** Nothing. */");

    Map<String, Object> reply = extract(folder);

    assertThat(reply)
        .containsEntry("files_parsed", 2L)
        .containsEntry("failures", Map.of("invalid", 1, "unreadable", 1))
        .containsEntry("kinds", Map.of("class", 1, "interface", 1, "method", 1))
        .containsEntry("lengths", List.of(4, 6, 4));
    assertThat((List<?>) reply.get("stored")).hasSize(3);
    assertThat(index.size()).isEqualTo(3);
    assertThat(extractor.statistics())
        .usingRecursiveComparison()
        .isEqualTo(
            Map.of(
                "files_parsed", 2,
                "stats", Map.of("docstrings", 3L, "characters", 14L, "longest", 6L),
                "failures", Map.of("invalid", 1, "unreadable", 1),
                "kinds",
                    Map.of(
                        "class", new int[] {1},
                        "interface", new int[] {1},
                        "method", new int[] {1})));
  }

  @Test
  void refusesWhatIsNoFolder() {
    assertThatThrownBy(() -> extract(folder.resolve("nowhere")))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("folder must be a folder");
  }

  private Map<String, Object> extract(Path where) {
    Arguments arguments = new Arguments(Map.of("folder", where.toString()));
    return new HashMap<>(new ExtractTool(extractor).call(arguments));
  }

  private Path write(String name, String source) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, source);
  }
}
