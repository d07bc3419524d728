package io.tallyfast.demo.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the agent says that it did.
 *
 * @param guardedSites the updates in the server's code that it made safe
 * @param classes that they are in
 * @param prevented the updates that would have been lost without it
 * @param sites each of the guarded ones, those that prevented most first
 */
public record AgentOutcome(long guardedSites, long classes, long prevented, List<Site> sites) {

  private static final Pattern SUMMARY =
      Pattern.compile(
          "tallyfast: guarded (\\d+) sites? in (\\d+) class(?:es)?,"
              + " prevented (\\d+) lost updates?");

  /**
   * One update in the server's code.
   *
   * @param place class, method, file and line, as in a stack trace
   * @param idiom how it is written
   * @param prevented the updates that would have been lost here
   */
  public record Site(String place, String idiom, long prevented) {}

  /**
   * Reads what the agent left behind when the server ended.
   *
   * @param errors the lines of the server's standard error
   * @param report the agent's report in JSON
   * @throws IOException if the summary is missing, or the report is missing or cannot be read
   */
  public static AgentOutcome read(List<String> errors, Path report) throws IOException {
    Matcher summary = null;
    for (String line : errors) {
      Matcher matcher = SUMMARY.matcher(line);
      summary = matcher.matches() ? matcher : summary;
    }
    if (summary == null) {
      throw new IOException(
          "the agent did not say what it guarded; the server's standard error was:\n"
              + String.join("\n", errors));
    }
    return new AgentOutcome(
        Long.parseLong(summary.group(1)),
        Long.parseLong(summary.group(2)),
        Long.parseLong(summary.group(3)),
        sites(report));
  }

  private static List<Site> sites(Path report) throws IOException {
    if (!Files.exists(report)) {
      throw new IOException("the agent did not write its report " + report);
    }
    try {
      Map<?, ?> json = JsonMapper.shared().readValue(Files.readString(report), Map.class);
      List<Site> sites = new ArrayList<>();
      for (Object element : Replies.list(Replies.object(json, "the agent's report"), "sites")) {
        Map<String, Object> site = Replies.object(element, "a site");
        if ("guarded".equals(site.get("action"))) {
          sites.add(site(site));
        }
      }
      sites.sort(Comparator.comparingLong(Site::prevented).reversed());
      return List.copyOf(sites);
    } catch (JacksonException | IllegalStateException e) {
      throw new IOException("the agent's report " + report + " is not understood: " + e, e);
    }
  }

  private static Site site(Map<String, Object> site) {
    String place =
        "%s.%s(%s:%s)"
            .formatted(site.get("class"), site.get("method"), site.get("file"), site.get("line"));
    return new Site(
        place, String.valueOf(site.get("idiom")), (long) Replies.number(site, "prevented"));
  }
}
