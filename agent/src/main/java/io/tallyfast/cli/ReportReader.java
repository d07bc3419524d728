package io.tallyfast.cli;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import io.tallyfast.analysis.Site;
import io.tallyfast.report.Evidence;
import io.tallyfast.report.Finding;
import io.tallyfast.report.Run;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads a report of a JVM in JSON, one site after the other. Used once; not thread-safe. */
final class ReportReader {
  /**
   * What stands before the sites.
   *
   * @param mode mode of the agent
   * @param run the JVM
   * @param errors classes that could not be looked at
   * @param tooNew classes of a version that was not known
   */
  record Head(String mode, Run run, int errors, int tooNew) {}

  private final JsonReader json;
  private final Consumer<Finding> sites;
  private Head head;

  private ReportReader(JsonReader json, Consumer<Finding> sites) {
    this.json = json;
    this.sites = sites;
  }

  /**
   * Reads a report.
   *
   * @param sites takes each site
   * @throws BadReportException when the file is no whole report of a JVM
   * @throws IOException when it cannot be read
   */
  static Head read(Path file, Consumer<Finding> sites) throws IOException {
    try (JsonReader json = new JsonReader(Files.newBufferedReader(file))) {
      json.setStrictness(Strictness.STRICT);
      return new ReportReader(json, sites).document();
    } catch (EOFException | MalformedJsonException e) {
      // The library's own words advise those who call it, not those who run a command.
      throw new BadReportException("not JSON, or not whole");
    } catch (CharacterCodingException e) {
      throw new BadReportException("not JSON: it is not in UTF-8");
    }
  }

  private Head document() throws IOException {
    if (json.peek() != JsonToken.BEGIN_OBJECT) {
      throw new BadReportException("not a report: no JSON object");
    }
    boolean ours = false;
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "tool" -> ours = isOurs();
        case "summary" -> head = head(ReportValues.of(json));
        case "sites" -> sites();
        default -> json.skipValue();
      }
    }
    json.endObject();
    if (json.peek() != JsonToken.END_DOCUMENT || !ours || head == null) {
      throw new BadReportException("not a report of tallyfast");
    }
    return head;
  }

  private boolean isOurs() throws IOException {
    if (json.peek() != JsonToken.STRING) {
      json.skipValue();
      return false;
    }
    return json.nextString().equals("tallyfast");
  }

  private static Head head(ReportValues summary) throws BadReportException {
    if (!summary.text("joined.reports").isEmpty()) {
      throw new BadReportException("joined already; give the reports that it was made of");
    }
    Run run =
        Run.of(
            summary.text("jvm.id"),
            summary.text("jvm.host"),
            summary.number("jvm.pid"),
            summary.number("jvm.started"),
            summary.number("jvm.since"),
            summary.number("jvm.written"));
    if (!run.isOne()) {
      throw new BadReportException("not of a JVM that ran: it names none");
    }
    return new Head(
        summary.text("mode"), run, (int) summary.number("errors"), (int) summary.number("tooNew"));
  }

  private void sites() throws IOException {
    if (json.peek() != JsonToken.BEGIN_ARRAY) {
      throw new BadReportException("sites is no array");
    }
    json.beginArray();
    while (json.hasNext()) {
      sites.accept(finding(ReportValues.of(json)));
    }
    json.endArray();
  }

  private static Finding finding(ReportValues of) throws BadReportException {
    return new Finding(
        site(of), of.constant(Finding.Action.class, "action"), of.text("fix"), evidence(of));
  }

  private static Site site(ReportValues of) throws BadReportException {
    return new Site(
        of.text("class"),
        of.text("method"),
        of.text("descriptor"),
        of.text("file"),
        (int) of.number("line"),
        of.text("idiom"),
        of.constant(Site.Kind.class, "kind"),
        of.text("map"),
        of.text("mapType"),
        of.text("key"),
        of.text("delta"),
        of.constant(Site.Verdict.class, "verdict"),
        of.text("lock"),
        of.text("reason"),
        of.constant(Site.Confidence.class, "confidence"),
        of.text("external").equals("true"),
        of.text("fingerprint"));
  }

  private static Evidence evidence(ReportValues of) throws BadReportException {
    return new Evidence(
        of.number("prevented"),
        of.number("hits"),
        (int) of.number("threads"),
        of.number("lost"),
        of.decimal("lostAmount"),
        of.number("overlaps"),
        new Evidence.Waiting(
            of.number("contention.timed"),
            of.number("contention.contended"),
            of.number("contention.nanos"),
            of.number("contention.longestNanos")),
        of.text("plainMaps").equals("true"));
  }
}
