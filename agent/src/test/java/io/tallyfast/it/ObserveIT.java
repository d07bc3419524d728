package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.apps.LossyApp;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.ForkedJvm.Result;
import io.tallyfast.testkit.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;

/** Observing counts what is really lost, and lets it be lost. */
class ObserveIT {
  private static final Pattern SITE =
      Pattern.compile(
          "\"key\": \"\\\\\"(\\w+)\\\\\".*?\"lost\": (-?\\d+),\\s+\"lostAmount\": (-?[\\d.E]+),"
              + "\\s+\"hits\": (\\d+),\\s+\"threads\": (\\d+),\\s+\"overlaps\": (\\d+)",
          Pattern.DOTALL);

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
    Map<String, Seen> seen = seen(report);
    assertThat(seen).containsOnlyKeys(missing.keySet());
    // The application goes on losing.
    assertThat(missing.values()).allMatch(lost -> lost > 0);
    assertThat(result.lastErrLine())
        .matches("tallyfast: observed 3 sites in 1 classes, [1-9]\\d* updates were lost");

    // Two writes at the very same moment each say that the other was not there yet. With some work
    // between read and write that is rare; without any it is less so.
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
        .isBetween(missing.get("tight") / 2, missing.get("tight") * 101 / 100);
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

  private static Map<String, Seen> seen(Path report) throws IOException {
    Map<String, Seen> seen = new TreeMap<>();
    Matcher site = SITE.matcher(Files.readString(report));
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
