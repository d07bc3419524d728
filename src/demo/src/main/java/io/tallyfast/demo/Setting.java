package io.tallyfast.demo;

import java.time.LocalDate;
import java.time.ZoneId;

/** On what a demonstration ran, and with what load, in words. Stateless. */
final class Setting {

  private Setting() {}

  static String of(DemoOptions options) {
    String words = "%d clients, %d requests in each run, on %s threads of Java %s";
    String more = ", %s %s, %d processors, %s. Made by mvn -q -Pdemo verify.";
    return (words + more)
        .formatted(
            options.clients,
            options.requests,
            options.threads,
            Jdk.version(options.jdk),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(),
            LocalDate.now(ZoneId.systemDefault()));
  }
}
