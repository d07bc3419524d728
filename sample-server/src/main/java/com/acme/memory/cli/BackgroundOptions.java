package com.acme.memory.cli;

import com.acme.memory.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of {@code serve} for what the server does by itself. */
final class BackgroundOptions {

  private static final int MOST_SUGGESTERS = 64;

  @Option(
      names = "--prune-every",
      paramLabel = "DURATION",
      defaultValue = "PT0S",
      description =
          "How often to delete old and unused memories, as PT1H for every hour; "
              + "without it only when a client asks.")
  private Duration pruneEvery;

  @Option(
      names = "--prune-older-than",
      paramLabel = "DURATION",
      defaultValue = "P30D",
      description = "How old memories must be for that, as P30D, the default, for 30 days.")
  private Duration pruneOlderThan;

  @Option(
      names = "--suggesters",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "How many threads watch conversations for something to suggest, up to "
              + MOST_SUGGESTERS
              + "; 0, the default, for none.")
  private int suggesters;

  @Option(
      names = "--watch",
      paramLabel = "DIR",
      description = "A folder whose files to remember, and to follow; once for each folder.")
  private List<Path> watched = List.of();

  Settings addTo(Settings settings) {
    return settings
        .pruneEvery(pruneEvery)
        .pruneOlderThan(pruneOlderThan)
        .suggesters(suggesters)
        .watched(watched.stream().map(BackgroundOptions::real).toList());
  }

  /** As tools name it, whatever links lead there. */
  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void check(CommandSpec spec) {
    checkNotNegative(spec, "--prune-every", pruneEvery);
    checkNotNegative(spec, "--prune-older-than", pruneOlderThan);
    if (suggesters < 0 || suggesters > MOST_SUGGESTERS) {
      throw new ParameterException(
          spec.commandLine(),
          "--suggesters must be from 0 to " + MOST_SUGGESTERS + ", not " + suggesters);
    }
    for (Path folder : watched) {
      if (!Files.isDirectory(folder)) {
        throw new ParameterException(
            spec.commandLine(), "--watch must be a folder, and " + folder + " is not");
      }
    }
  }

  private static void checkNotNegative(CommandSpec spec, String option, Duration value) {
    if (value.isNegative()) {
      throw new ParameterException(
          spec.commandLine(), option + " must not be negative, and " + value + " is");
    }
  }
}
