package io.tallyfast.demo.page;

import io.tallyfast.demo.result.AgentOutcome;
import io.tallyfast.demo.result.RunResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demonstration as one HTML file that needs nothing else. Stateless. */
public final class Page {

  private static final Pattern GAP = Pattern.compile("\\{\\{(\\w+)}}");

  private Page() {}

  /**
   * Writes the page.
   *
   * @param setting on what, and with what load, in words
   * @param outcome what the agent said of the run with it
   */
  public static void write(
      Path file, String setting, RunResult without, RunResult with, AgentOutcome outcome)
      throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("style", resource("page.css"));
    parts.put("script", resource("page.js"));
    parts.put("setting", Html.escape(setting));
    parts.put("headline", part(html -> Headline.write(html, without, with, outcome)));
    parts.put("overview", part(html -> Bars.overview(html, without, with)));
    parts.put("time", part(html -> LossOverTime.write(html, without, with)));
    parts.put("latency", part(html -> Latencies.write(html, without, with)));
    parts.put("status", part(html -> Status.write(html, without, with)));
    parts.put("sites", part(html -> Sites.write(html, outcome)));
    parts.put("bars", part(html -> Bars.write(html, without, with)));
    Files.writeString(file, fill(resource("page.html"), parts));
  }

  private static String part(Consumer<Html> writer) {
    Html html = new Html();
    writer.accept(html);
    return html.toString();
  }

  private static String fill(String template, Map<String, String> parts) {
    return GAP.matcher(template)
        .replaceAll(
            gap -> {
              String part = parts.get(gap.group(1));
              if (part == null) {
                throw new IllegalStateException("the page has no part " + gap.group(1));
              }
              return Matcher.quoteReplacement(part);
            });
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the demonstration lacks its own file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
