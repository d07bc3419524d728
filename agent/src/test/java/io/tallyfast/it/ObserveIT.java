package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.apps.LossyApp;
import io.tallyfast.apps.LossyFieldsApp;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.ForkedJvm.Result;
import io.tallyfast.testkit.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;

/** Observing counts what is really lost, and lets it be lost. */
class ObserveIT {
  private static final Pattern SITE = site("\"key\": \"\\\\\"(\\w+)\\\\\"");
  private static final Pattern FIELD = site("\"map\": \"(\\w+)\"");

  private record Seen(long lost, double amount, long hits, int threads, long overlaps) {}

  @TempDir private Path folder;

  @BothJdks
  void countsWhatIsLost(int version) throws IOException {
    Path report = folder.resolve("report.json");

    Result result =
        ForkedJvm.java(Jdk.ofVersion(version))
            .agent("mode=observe,report=" + report)
            .run(LossyApp.class);

    Map<String, Long> missing = missing(result);
    Map<String, Seen> seen = seen(report, SITE);
    assertThat(seen).containsOnlyKeys(missing.keySet());
    // The application goes on losing.
    assertThat(missing.values()).allMatch(lost -> lost > 0);
    assertThat(result.lastErrLine())
        .matches("tallyfast: observed 4 sites in 1 classes, [1-9]\\d* updates were lost");

    // Where no two threads write at the same moment, each write tells what it overwrote.
    Seen slow = seen.get("slow");
    assertThat(slow.lost()).isCloseTo(missing.get("slow"), within(missing.get("slow"), 1));
    assertThat(slow.hits()).isEqualTo(12_000);
    assertThat(slow.threads()).isEqualTo(6);
    assertThat(slow.overlaps()).isBetween(1L, 12_000L);
    assertThat(seen.get("bytes").amount())
        .isCloseTo(missing.get("bytes"), Offset.offset(missing.get("bytes") / 100.0));
    long each = missing.get("bytes") / 1000;
    assertThat(seen.get("bytes").lost()).isCloseTo(each, within(each, 10));
    assertThat(seen.get("tight").lost())
        .isCloseTo(missing.get("tight"), within(missing.get("tight"), 1));
    // Two writes at the same moment each say that the other was not there yet, and a thread that
    // is stopped within a write wipes out unseen what all others count meanwhile.
    assertThat(seen.get("racing").lost()).isBetween(1L, missing.get("racing") * 101 / 100);
  }

  @BothJdks
  void countsWhatFieldsLose(int version) throws IOException {
    Path report = folder.resolve("fields.json");

    Result result =
        ForkedJvm.java(Jdk.ofVersion(version))
            .agent("mode=observe,report=" + report)
            .run(LossyFieldsApp.class);

    Map<String, Long> missing = missing(result);
    Map<String, Seen> seen = seen(report, FIELD);
    assertThat(seen).containsOnlyKeys(missing.keySet());
    assertThat(result.lastErrLine())
        .matches("tallyfast: observed 5 sites in 1 classes, [1-9]\\d* updates were lost");

    // What a write overwrites is told by the write itself, so that nothing is missed.
    for (String field : List.of("slow", "bytes", "rowCounts", "tight")) {
      double off = Math.max(3, missing.get(field) / 100.0);
      assertThat(seen.get(field).amount())
          .as(field)
          .isCloseTo(missing.get(field), Offset.offset(off));
    }
    assertThat(missing.get("slow")).isPositive();
    assertThat(seen.get("slow").lost())
        .isCloseTo(missing.get("slow"), within(missing.get("slow"), 5));
    assertThat(seen.get("slow").hits()).isEqualTo(12_000);
    assertThat(seen.get("slow").threads()).isEqualTo(6);
    assertThat(seen.get("slow").overlaps()).isBetween(1L, 12_000L);
    assertThat(seen.get("tight").hits()).isEqualTo(1_200_000);
    assertThat(seen.get("bits").lost()).isBetween(1L, 12_000L);
  }

  private static Offset<Long> within(long value, int percent) {
    return Offset.offset(value * percent / 100);
  }

  private static Map<String, Long> missing(Result result) {
    Map<String, Long> missing = new TreeMap<>();
    for (String line : result.out().lines().toList()) {
      String[] words = line.split(" ", -1);
      missing.put(words[0], Long.parseLong(words[1]));
    }
    return missing;
  }

  private static Pattern site(String name) {
    return Pattern.compile(
        name
            + ".*?\"lost\": (-?\\d+),\\s+\"lostAmount\": (-?[\\d.E]+),"
            + "\\s+\"hits\": (\\d+),\\s+\"threads\": (\\d+),\\s+\"overlaps\": (\\d+)",
        Pattern.DOTALL);
  }

  private static Map<String, Seen> seen(Path report, Pattern sites) throws IOException {
    Map<String, Seen> seen = new TreeMap<>();
    Matcher site = sites.matcher(Files.readString(report));
    while (site.find()) {
      seen.put(
          site.group(1),
          new Seen(
              Long.parseLong(site.group(2)),
              Double.parseDouble(site.group(3)),
              Long.parseLong(site.group(4)),
              Integer.parseInt(site.group(5)),
              Long.parseLong(site.group(6))));
    }
    return seen;
  }
}
