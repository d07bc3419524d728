package com.acme.memory.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeDetectorTest {

  @TempDir private Path folder;
  private final ChangeDetector detector = new ChangeDetector();

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "one");
    Files.createDirectory(folder.resolve("below"));
    Files.writeString(folder.resolve("below/b"), "three");
  }

  @Test
  void takesAllFilesForNewAtFirst() {
    assertThat(detector.scan(folder).toMap(folder))
        .isEqualTo(
            Map.of(
                "added", List.of("a.txt", "below/b"),
                "modified", List.of(),
                "removed", List.of(),
                "unchanged", 0,
                "bytes", 8L));
  }

  @Test
  void tellsWhatChangedSince() throws IOException {
    detector.scan(folder);
    Files.writeString(folder.resolve("a.txt"), "two");
    Files.delete(folder.resolve("below/b"));
    Files.writeString(folder.resolve("c.txt"), "");

    Changes changes = detector.scan(folder);

    assertThat(changes.added()).containsExactly(folder.resolve("c.txt"));
    assertThat(changes.modified()).containsExactly(folder.resolve("a.txt"));
    assertThat(changes.removed()).containsExactly(folder.resolve("below/b"));
    assertThat(detector.scan(folder).unchanged()).hasSize(2);
  }

  @Test
  void remembersEachFolderByItself() {
    detector.scan(folder);

    assertThat(detector.scan(folder.resolve("below")).added()).hasSize(1);
  }

  @Test
  void countsWhatChanged() throws IOException {
    detector.scan(folder);
    Files.writeString(folder.resolve("a.txt"), "two");
    Files.delete(folder.resolve("below/b"));
    detector.scan(folder);
    detector.scan(folder);

    assertThat(detector.statistics())
        .usingRecursiveComparison()
        .isEqualTo(
            Map.of(
                "scans", 3,
                "files", Map.of("added", 2, "modified", 1, "removed", 1, "unchanged", 1),
                "kinds", Map.of("txt", kind(1, 1), "none", kind(1, 0))));
  }

  private static ChangeDetector.FileKind kind(int added, int modified) {
    ChangeDetector.FileKind kind = new ChangeDetector.FileKind();
    kind.added = added;
    kind.modified = modified;
    return kind;
  }
}
