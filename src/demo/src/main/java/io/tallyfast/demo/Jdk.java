package io.tallyfast.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a JDK is, from its file {@code release}. Stateless. */
final class Jdk {

  private static final String UNKNOWN = "unknown";
  private static final String KEY = "JAVA_VERSION=";

  private Jdk() {}

  /** Returns its version, or "unknown". */
  static String version(Path jdk) {
    Path release = jdk.resolve("release");
    if (!Files.isRegularFile(release)) {
      return UNKNOWN;
    }
    try {
      return Files.readAllLines(release).stream()
          .filter(line -> line.startsWith(KEY))
          .map(line -> line.substring(KEY.length()).replace("\"", ""))
          .findFirst()
          .orElse(UNKNOWN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns 21 for Java 21.0.2; the largest number if it is unknown, so that nothing is refused.
   */
  static int feature(Path jdk) {
    String version = version(jdk);
    return version.equals(UNKNOWN) ? Integer.MAX_VALUE : Runtime.Version.parse(version).feature();
  }
}
