package io.tallyfast.demo.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder for what the load writes; deleted in the end. Thread-safe. */
final class Workspace implements AutoCloseable {

  private final Path root;

  Workspace() throws IOException {
    root = Files.createTempDirectory("tallyfast-demo-");
  }

  /** Returns a new folder. */
  Path folder(String name) throws IOException {
    return Files.createDirectory(root.resolve(name));
  }

  /** Returns how many files there are in a folder. */
  int filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return (int) files.count();
    }
  }

  @Override
  public void close() throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(root)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }
}
