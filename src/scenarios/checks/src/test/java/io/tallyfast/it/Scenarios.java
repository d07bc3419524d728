package io.tallyfast.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the scenarios are that were built before. */
final class Scenarios {
  private static final Path ROOT = Path.of(System.getProperty("scenarios", ".."));

  private Scenarios() {}

  /** A file that a scenario made. */
  static Path made(String scenario, String file) {
    return ROOT.resolve(scenario).resolve("target").resolve(file).toAbsolutePath();
  }

  /** The jar of a scenario. */
  static String jar(String scenario) {
    return made(scenario, scenario + ".jar").toString();
  }

  /** The class path of a scenario. */
  static String classPath(String scenario) {
    return jar(scenario) + File.pathSeparator + made(scenario, "lib") + File.separator + "*";
  }

  /** Copies files into a folder, which is made. */
  static Path copy(Path folder, Path... files) throws IOException {
    Files.createDirectories(folder);
    for (Path file : files) {
      Files.copy(file, folder.resolve(file.getFileName()));
    }
    return folder;
  }

  /** A file in the sources of a scenario. */
  static Path source(String scenario, String file) {
    return ROOT.resolve(scenario).resolve("src/main").resolve(file).toAbsolutePath();
  }
}
