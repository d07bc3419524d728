package io.tallyfast.audit;

import io.tallyfast.analysis.Site;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The sites that a team has accepted for now: a text file with one fingerprint in each line,
 * sorted, so that it merges well. Immutable.
 */
public final class Baseline {
  /** Accepts nothing. */
  public static final Baseline NONE = new Baseline(Set.of());

  private static final String COMMENT =
      "# Sites that Tallyfast's audit accepts. Written by: audit --write-baseline FILE";

  private final Set<String> fingerprints;

  private Baseline(Set<String> fingerprints) {
    this.fingerprints = fingerprints;
  }

  /**
   * Reads a baseline. Lines that begin with {@code #} are comments.
   *
   * @throws IOException when there is none, or it is no text
   */
  public static Baseline read(Path file) throws IOException {
    Set<String> fingerprints = new HashSet<>();
    try {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          fingerprints.add(line.strip());
        }
      }
    } catch (MalformedInputException e) {
      throw new IOException("not a text file", e);
    }
    return new Baseline(fingerprints);
  }

  /** The text of a baseline that accepts these sites. */
  public static String text(Collection<Site> sites) {
    Set<String> sorted = new TreeSet<>();
    for (Site site : sites) {
      sorted.add(line(site.fingerprint()));
    }
    StringBuilder text = new StringBuilder(COMMENT).append('\n');
    for (String fingerprint : sorted) {
      text.append(fingerprint).append('\n');
    }
    return text.toString();
  }

  /** Whether it accepts a site. */
  public boolean accepts(Site site) {
    return fingerprints.contains(line(site.fingerprint()));
  }

  /** Names in class files may hold anything, line ends too. */
  private static String line(String fingerprint) {
    return fingerprint.replace('\n', ' ').replace('\r', ' ').strip();
  }
}
