package io.tallyfast.report;

import io.tallyfast.analysis.Site;
import io.tallyfast.analysis.Site.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A report in SARIF 2.1.0, the format of code scanners. Results are written as they come; the rules
 * that they name follow, when it is known which there are. Sites that the baseline accepts are
 * results with a suppression: viewers then count them as seen to, not as new.
 */
final class SarifReport implements ReportVisitor {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final JsonWriter json;
  private final Map<String, Integer> rules = new LinkedHashMap<>();
  private Summary summary;

  SarifReport(Writer out) {
    this.json = new JsonWriter(out);
  }

  @Override
  public void begin(Summary whole) throws IOException {
    this.summary = whole;
    json.beginObject();
    json.member("$schema", SCHEMA);
    json.member("version", "2.1.0");
    json.beginArray("runs");
    json.beginObject();
    json.member("columnKind", "utf16CodeUnits");
    json.beginArray("results");
  }

  @Override
  public void finding(Finding finding) throws IOException {
    Site site = finding.site();
    json.beginObject();
    json.member("ruleId", ruleId(site.idiom()));
    json.member("ruleIndex", ruleIndex(site.idiom()));
    boolean fails = loses(site);
    json.member("kind", fails ? "fail" : "pass");
    json.member("level", fails ? level(site) : "none");
    json.beginObject("message");
    json.member("text", message(finding));
    json.endObject();
    SarifPlaces.write(json, site);
    json.beginObject("partialFingerprints");
    json.member("tallyfast/v1", site.fingerprint());
    json.endObject();
    suppressions(finding);
    properties(finding);
    json.endObject();
  }

  private static boolean loses(Site site) {
    Verdict verdict = site.verdict();
    return verdict == Verdict.UNPROTECTED || verdict == Verdict.MIXED || verdict == Verdict.REFUSED;
  }

  private static String level(Site site) {
    return switch (site.confidence()) {
      case HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW -> "note";
    };
  }

  private static String message(Finding finding) {
    Site site = finding.site();
    String update = Wording.update(site);
    StringBuilder text = new StringBuilder(update.isEmpty() ? site.idiom() : update);
    text.append(": ").append(Wording.headline(site));
    if (!site.reason().isEmpty()) {
      text.append(' ').append(Wording.sentence(site.reason()));
    }
    if (!finding.fix().isEmpty()) {
      text.append(" Fix: ").append(finding.fix()).append('.');
    }
    return text.toString();
  }

  private void suppressions(Finding finding) throws IOException {
    boolean accepted = finding.action() == Finding.Action.BASELINED;
    if (!accepted && summary.scan().baselined() == 0) {
      return;
    }
    // Where one result has the member, all must have it.
    json.beginArray("suppressions");
    if (accepted) {
      json.beginObject();
      json.member("kind", "external");
      json.member("status", "accepted");
      json.member("justification", "accepted by the baseline");
      json.endObject();
    }
    json.endArray();
  }

  private void properties(Finding finding) throws IOException {
    Site site = finding.site();
    json.beginObject("properties");
    json.member("verdict", Wording.lower(site.verdict()));
    json.member("confidence", Wording.lower(site.confidence()));
    json.member("kind", Wording.lower(site.kind()));
    json.member("map", site.map());
    json.member("mapType", site.mapType());
    json.member("key", site.key());
    json.member("delta", site.delta());
    json.member("lock", site.lock());
    json.member("external", site.external());
    json.member("action", finding.action().text());
    json.member("prevented", finding.prevented());
    JsonReport.loaded(json, summary.scan(), site);
    if (!summary.scan().isDone()) {
      JsonReport.happened(json, finding.evidence());
    }
    json.endObject();
  }

  private static String ruleId(String idiom) {
    return "tallyfast/" + idiom;
  }

  private int ruleIndex(String idiom) {
    Integer index = rules.get(idiom);
    if (index == null) {
      index = rules.size();
      rules.put(idiom, index);
    }
    return index;
  }

  @Override
  public void end() throws IOException {
    json.endArray();
    json.beginObject("tool");
    json.beginObject("driver");
    json.member("name", "Tallyfast");
    json.member("version", summary.version());
    json.beginArray("rules");
    for (String idiom : rules.keySet()) {
      rule(idiom);
    }
    json.endArray();
    json.endObject();
    json.endObject();
    invocation();
    json.endObject();
    json.endArray();
    json.endObject();
  }

  private void rule(String idiom) throws IOException {
    IdiomPage page = IdiomPage.of(idiom);
    String title = page == null ? "Unprotected update: " + idiom : page.title();
    json.beginObject();
    json.member("id", ruleId(idiom));
    json.member("name", idiom);
    text("shortDescription", title, null);
    if (page != null) {
      text("fullDescription", page.summary().isEmpty() ? title : page.summary(), null);
      text("help", page.text(), page.text());
    }
    json.beginObject("properties");
    json.beginArray("tags");
    json.element("concurrency");
    json.element("correctness");
    json.endArray();
    json.endObject();
    json.endObject();
  }

  private void text(String name, String text, String markdown) throws IOException {
    json.beginObject(name);
    json.member("text", text);
    if (markdown != null) {
      json.member("markdown", markdown);
    }
    json.endObject();
  }

  private void invocation() throws IOException {
    json.beginArray("invocations");
    json.beginObject();
    json.member("executionSuccessful", true);
    json.beginArray("toolExecutionNotifications");
    for (String problem : summary.scan().unreadable()) {
      json.beginObject();
      json.member("level", "warning");
      json.beginObject("message");
      json.member("text", problem);
      json.endObject();
      json.endObject();
    }
    json.endArray();
    json.endObject();
    json.endArray();
  }
}
