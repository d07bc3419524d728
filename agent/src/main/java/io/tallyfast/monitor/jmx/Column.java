package io.tallyfast.monitor.jmx;

import io.tallyfast.analysis.Site;
import io.tallyfast.report.Evidence;
import io.tallyfast.report.Finding;
import java.util.Locale;

/** The columns of the table of sites. Those of the index stand first. */
enum Column {
  CLASS("class", true, FigureType.TEXT, "Class with the site"),
  METHOD("method", true, FigureType.TEXT, "Method with the site"),
  LINE("line", true, FigureType.INTEGER, "Line in the source, 0 when unknown"),
  MAP("map", true, FigureType.TEXT, "What is counted in"),
  KEY("key", true, FigureType.TEXT, "The entry that is counted in"),
  IDIOM("idiom", true, FigureType.TEXT, "How it is written"),
  FINGERPRINT("fingerprint", true, FigureType.TEXT, "What tells the site from all others"),
  ACTION("action", false, FigureType.TEXT, "What became of it: guarded, refused, reported, none"),
  VERDICT("verdict", false, FigureType.TEXT, "What the analysis says of it"),
  REASON("reason", false, FigureType.TEXT, "Why"),
  HITS("hits", false, FigureType.LONG, "Updates"),
  THREADS("threads", false, FigureType.INTEGER, "Threads that were here, at least"),
  PREVENTED("prevented", false, FigureType.LONG, "Lost updates that were prevented"),
  LOST("lost", false, FigureType.LONG, "Updates that were lost, in the mode observe"),
  PLAIN_MAPS(
      "plainMaps", false, FigureType.BOOLEAN, "Whether a map was met that is guarded here only"),
  OVERLAPS("overlaps", false, FigureType.LONG, "Windows in which another thread read too"),
  TIMED("timed", false, FigureType.LONG, "Updates of which the time to get the lock was taken"),
  CONTENDED("contended", false, FigureType.LONG, "Of those, how many had to wait"),
  NANOS("acquireNanos", false, FigureType.LONG, "The sum of those times, in nanoseconds"),
  LONGEST(
      "longestAcquireNanos",
      false,
      FigureType.LONG,
      "The longest of those that had to wait, in nanoseconds");

  private final String item;
  private final boolean index;
  private final FigureType type;
  private final String description;

  Column(String item, boolean index, FigureType type, String description) {
    this.item = item;
    this.index = index;
    this.type = type;
    this.description = description;
  }

  String item() {
    return item;
  }

  /** Whether it belongs to what tells the rows apart. */
  boolean isIndex() {
    return index;
  }

  FigureType type() {
    return type;
  }

  String description() {
    return description;
  }

  /** Its value, an object of its type. */
  Object of(Finding finding) {
    Site site = finding.site();
    Evidence evidence = finding.evidence();
    return switch (this) {
      case CLASS -> site.className();
      case METHOD -> site.method();
      case LINE -> site.line();
      case MAP -> site.map();
      case KEY -> site.key();
      case IDIOM -> site.idiom();
      case FINGERPRINT -> site.fingerprint();
      case ACTION -> finding.action().text();
      case VERDICT -> site.verdict().name().toLowerCase(Locale.ROOT);
      case REASON -> site.reason();
      case HITS -> evidence.hits();
      case THREADS -> evidence.threads();
      case PREVENTED -> evidence.prevented();
      case LOST -> evidence.lost();
      case PLAIN_MAPS -> evidence.plainMaps();
      case OVERLAPS -> evidence.overlaps();
      case TIMED -> evidence.waiting().timed();
      case CONTENDED -> evidence.waiting().contended();
      case NANOS -> evidence.waiting().nanos();
      case LONGEST -> evidence.waiting().longestNanos();
    };
  }
}
