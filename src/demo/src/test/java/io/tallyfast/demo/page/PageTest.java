package io.tallyfast.demo.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.demo.result.AgentOutcome;
import io.tallyfast.demo.result.Counter;
import io.tallyfast.demo.result.Counter.Kind;
import io.tallyfast.demo.result.RunResult;
import io.tallyfast.demo.result.Runs;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class PageTest {

  private static final String HOSTILE = "<script>alert(\"1\")</script>&'";

  @TempDir private Path folder;

  @Test
  void showsWhatWasLostAndWhere() throws IOException {
    String page = page(Runs.run(false, 25), Runs.run(true, 0), "a.B.c(B.java:17)");

    assertThat(page)
        .contains("25.0%", "75 of 100", "100 of 100", "B.java:17", "B.c", "900")
        .contains("on a machine")
        .doesNotContain("{{");
  }

  @Test
  void needsNothingElse() throws IOException {
    String page = page(Runs.run(false, 25), Runs.run(true, 0), "a.B.c(B.java:17)");

    assertThat(page).doesNotContainPattern("(?i)(src|href|url|@import|xmlns)\\s*[=(]");
  }

  @Test
  void escapesWhateverComesFromOutside() throws IOException {
    Counter counter = new Counter("tags." + HOSTILE, Kind.COUNT, 2, 1, 1);
    Counter exact = new Counter("tags." + HOSTILE, Kind.COUNT, 2, 2, 0);

    String page = page(Runs.run(false, counter), Runs.run(true, exact), HOSTILE + "(B.java:1)");

    assertThat(page)
        .doesNotContain("<script>alert")
        .contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;");
  }

  @Test
  void showsARunInWhichNothingHappened() throws IOException {
    Counter none = new Counter("tags.found.*", Kind.COUNT, 0, 0, 0);

    assertThat(page(Runs.run(false, none), Runs.run(true, none), "a.B.c(B.java:1)"))
        .doesNotContain("NaN", "Infinity");
  }

  @Test
  void closesEveryElementOfItsFigures() throws Exception {
    String page = page(Runs.run(false, 25), Runs.run(true, 0), "a.B.c(B.java:17)");

    Pattern parts = Pattern.compile("<(svg|table|figure)\\b.*?</\\1>", Pattern.DOTALL);
    List<String> found = parts.matcher(page).results().map(MatchResult::group).toList();
    assertThat(found).hasSizeGreaterThan(5);
    for (String part : found) {
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(part)));
    }
  }

  private String page(RunResult without, RunResult with, String place) throws IOException {
    Path file = folder.resolve("index.html");
    AgentOutcome outcome =
        new AgentOutcome(2, 1, 900, List.of(new AgentOutcome.Site(place, "get-put", 900)));
    Page.write(file, "on a machine", without, with, outcome);
    return Files.readString(file);
  }
}
