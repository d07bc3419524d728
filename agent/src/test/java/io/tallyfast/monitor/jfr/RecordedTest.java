package io.tallyfast.monitor.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.analysis.Site;
import io.tallyfast.analysis.Site.Verdict;
import io.tallyfast.monitor.Monitored;
import io.tallyfast.monitor.SiteEvents;
import io.tallyfast.monitor.State;
import io.tallyfast.report.Finding;
import io.tallyfast.report.Finding.Action;
import io.tallyfast.report.Summary;
import io.tallyfast.rewrite.Outcomes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedTest {
  private static final Site SITE = Outcomes.site("com.acme.A", 10, Verdict.UNPROTECTED);
  private static final long MILLISECOND = 1_000_000;

  @TempDir private Path folder;
  private final OneSite agent = new OneSite();
  private final List<SiteEvents> told = new ArrayList<>();

  @Test
  void writesWhatTheRecordingWants() throws IOException {
    Recorded recorded = new Recorded(agent, told::add);
    try (Recording recording = new Recording()) {
      recorded.begin();
      recording.enable("tallyfast.Contention").with("atLeast", "1 ms");
      recording.disable("tallyfast.LostUpdatePrevented");
      recording.start();
      SiteEvents events = told.get(0);
      events.waited(0, MILLISECOND / 2);
      events.waited(0, 2 * MILLISECOND);
      events.waited(1, 2 * MILLISECOND);
      events.prevented(0);
      recorded.end();
      events.waited(0, 3 * MILLISECOND);

      List<RecordedEvent> written = written(recording);
      assertThat(written)
          .extracting(event -> event.getEventType().getName())
          .as("no site 1, too short, not wanted, after the end")
          .containsExactly("tallyfast.Contention", "tallyfast.Site");
      RecordedEvent contention = written.get(0);
      assertThat(contention.getDuration("waited").toNanos()).isEqualTo(2 * MILLISECOND);
      assertThat(contention.getString("className")).isEqualTo("com.acme.A");
      assertThat(contention.getInt("line")).isEqualTo(10);
      assertThat(written.get(1).getLong("prevented")).isEqualTo(4);
    }
    assertThat(told).containsExactly(recorded, null);
    assertThat(agent.failures).isEmpty();
  }

  private List<RecordedEvent> written(Recording recording) throws IOException {
    Path file = folder.resolve("recording.jfr");
    recording.stop();
    recording.dump(file);
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> event.getEventType().getName().startsWith("tallyfast."))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"0 ns,0", "7us,7000", "10 ms,10000000", " 2 s ,2000000000", "ms,0", "soon,0", "9,0"})
  void aThresholdIsANumberAndAUnit(String text, long nanos) {
    assertThat(WaitThreshold.nanos(text)).isEqualTo(nanos);
  }

  /** An agent with one site, numbered 0. */
  private static final class OneSite implements Monitored {
    private final List<String> failures = new ArrayList<>();

    @Override
    public State now() {
      Summary summary = new Summary("1", "guard", 1, 0, 0, 1, 4, 0, 0);
      List<Finding> findings = List.of(new Finding(SITE, Action.GUARDED, "", 4));
      return new State(summary, findings, new State.Troubles(0, 0, 0), 0);
    }

    @Override
    public Site site(int number) {
      return number == 0 ? SITE : null;
    }

    @Override
    public void reset() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void write(Path file) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void failed(String what, Throwable cause) {
      failures.add(what + ": " + cause);
    }
  }
}
