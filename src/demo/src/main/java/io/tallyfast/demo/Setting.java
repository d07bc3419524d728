package io.tallyfast.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

/** On what a demonstration ran, and with what load, in words. Stateless. */
final class Setting {

  private Setting() {}

  static String of(DemoOptions options) throws IOException {
    return ("%d clients, %d requests in each run, on Java %s, %s %s, %d processors, %s."
            + " Made by mvn -q -Pdemo verify.")
        .formatted(
            options.clients,
            options.requests,
            version(options.jdk),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(),
            LocalDate.now(ZoneId.systemDefault()));
  }

  /** Every JDK says in its file {@code release} what it is. */
  private static String version(Path jdk) throws IOException {
    Path release = jdk.resolve("release");
    if (!Files.isRegularFile(release)) {
      return "of " + jdk;
    }
    return Files.readAllLines(release).stream()
        .filter(line -> line.startsWith("JAVA_VERSION="))
        .map(line -> line.substring("JAVA_VERSION=".length()).replace("\"", ""))
        .findFirst()
        .orElse("of " + jdk);
  }
}
