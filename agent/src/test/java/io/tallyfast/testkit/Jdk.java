package io.tallyfast.testkit;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A JDK to fork a JVM from. Immutable. */
public final class Jdk {
  private static final Path INSTALLED = Path.of("/usr/lib/jvm");

  private final String name;
  private final Path home;

  private Jdk(String name, Path home) {
    this.name = name;
    this.home = home;
  }

  /** The JDK that runs the tests. */
  public static Jdk current() {
    return new Jdk("current", Path.of(System.getProperty("java.home")));
  }

  /**
   * A JDK of a feature version: the one that the system property {@code tallyfast.jdk<version>}
   * names, or else an installed one. The test is skipped when there is none.
   */
  public static Jdk ofVersion(int version) {
    if (Runtime.version().feature() == version) {
      return current();
    }
    String property = "tallyfast.jdk" + version;
    String given = System.getProperty(property);
    Path home = given == null || given.isEmpty() ? installed(version) : Path.of(given);
    Assumptions.assumeTrue(home != null, "no JDK " + version + ": give one by -D" + property + "=");
    return new Jdk("JDK " + version, home);
  }

  private static Path installed(int version) {
    if (!Files.isDirectory(INSTALLED)) {
      return null;
    }
    try (DirectoryStream<Path> jdks = Files.newDirectoryStream(INSTALLED, "*" + version + "*")) {
      for (Path jdk : jdks) {
        if (Files.isExecutable(jdk.resolve("bin/javac"))) {
          return jdk;
        }
      }
      return null;
    } catch (IOException e) {
      throw new IllegalStateException("cannot list " + INSTALLED, e);
    }
  }

  /** One of its programs, as in {@code keytool}. */
  public String program(String program) {
    return home.resolve("bin").resolve(program).toString();
  }

  @Override
  public String toString() {
    return name;
  }
}
