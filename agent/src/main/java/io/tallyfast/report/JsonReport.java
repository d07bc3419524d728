package io.tallyfast.report;

import io.tallyfast.analysis.Site;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** A report for scripts. The names of its members are a contract. */
final class JsonReport implements ReportVisitor {
  private final JsonWriter json;
  private Scan scan = Scan.NONE;

  JsonReport(Writer out) {
    this.json = new JsonWriter(out);
  }

  @Override
  public void begin(Summary summary) throws IOException {
    scan = summary.scan();
    json.beginObject();
    json.member("tool", "tallyfast");
    json.member("version", summary.version());
    json.beginObject("summary");
    json.member("mode", summary.mode());
    json.member("guarded", summary.guarded());
    json.member("refused", summary.refused());
    json.member("reported", summary.reported());
    json.member("classes", summary.classes());
    json.member("prevented", summary.prevented());
    json.member("errors", summary.errors());
    json.member("tooNew", summary.tooNew());
    if (summary.scan().isDone()) {
      scan(summary.scan());
    } else {
      json.member("lost", summary.lost());
      unreadable(summary.scan());
      run(summary.run());
    }
    json.endObject();
    json.beginArray("sites");
  }

  private void run(Run run) throws IOException {
    if (run.isOne()) {
      json.beginObject("jvm");
      json.member("id", run.id());
      json.member("host", run.host());
      json.member("pid", run.pid());
      json.member("started", run.started());
      json.member("since", run.since());
      json.member("written", run.written());
      json.endObject();
    }
    if (run.isJoined()) {
      json.beginObject("joined");
      json.member("reports", run.reports());
      json.member("jvms", run.jvms());
      json.member("written", run.written());
      json.endObject();
    }
  }

  private void scan(Scan scan) throws IOException {
    json.member("unprotected", scan.unprotected());
    json.member("mixed", scan.mixed());
    json.member("protected", scan.protectedSites());
    json.member("atomic", scan.atomic());
    json.member("confined", scan.confined());
    json.member("baselined", scan.baselined());
    json.member("classesRead", scan.classesRead());
    unreadable(scan);
  }

  private void unreadable(Scan scan) throws IOException {
    json.beginArray("unreadable");
    for (String problem : scan.unreadable()) {
      json.element(problem);
    }
    json.endArray();
  }

  /** Writes where a JVM got the class of a site from, where that is known. */
  static void loaded(JsonWriter json, Scan scan, Site site) throws IOException {
    List<LoadedFrom> all = scan.loadedFrom(site.className());
    if (!all.isEmpty()) {
      json.beginArray("loadedBy");
      for (LoadedFrom from : all) {
        json.beginObject();
        json.member("loader", from.loader());
        json.member("source", from.source());
        json.endObject();
      }
      json.endArray();
    }
  }

  @Override
  public void finding(Finding finding) throws IOException {
    Site site = finding.site();
    json.beginObject();
    json.member("class", site.className());
    json.member("method", site.method());
    json.member("descriptor", site.descriptor());
    json.member("file", site.file());
    json.member("line", site.line());
    json.member("idiom", site.idiom());
    json.member("kind", site.kind().name().toLowerCase(Locale.ROOT));
    json.member("map", site.map());
    json.member("mapType", site.mapType());
    json.member("key", site.key());
    json.member("delta", site.delta());
    json.member("verdict", site.verdict().name().toLowerCase(Locale.ROOT));
    json.member("lock", site.lock());
    json.member("reason", site.reason());
    json.member("fix", finding.fix());
    json.member("fingerprint", site.fingerprint());
    json.member("confidence", site.confidence().name().toLowerCase(Locale.ROOT));
    json.member("external", site.external());
    loaded(json, scan, site);
    json.member("action", finding.action().text());
    json.member("prevented", finding.prevented());
    if (!scan.isDone()) {
      happened(json, finding.evidence());
    }
    json.endObject();
  }

  /** What happened at a site, as members of the object that is open. */
  static void happened(JsonWriter json, Evidence evidence) throws IOException {
    json.member("lost", evidence.lost());
    json.member("lostAmount", evidence.lostAmount());
    json.member("hits", evidence.hits());
    json.member("threads", evidence.threads());
    json.member("overlaps", evidence.overlaps());
    json.member("plainMaps", evidence.plainMaps());
    json.beginObject("contention");
    json.member("timed", evidence.waiting().timed());
    json.member("contended", evidence.waiting().contended());
    json.member("nanos", evidence.waiting().nanos());
    json.member("longestNanos", evidence.waiting().longestNanos());
    json.endObject();
  }

  @Override
  public void end() throws IOException {
    json.endArray();
    json.endObject();
  }
}
