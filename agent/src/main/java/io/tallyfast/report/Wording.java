package io.tallyfast.report;

import io.tallyfast.analysis.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sentences that several formats share. Stateless. */
final class Wording {
  private Wording() {}

  /** The outcome of an audit in one line. */
  static String verdict(Summary summary) {
    Scan scan = summary.scan();
    String of = " of " + count(scan.classesRead(), "class");
    int losing = scan.unprotected() + scan.mixed() + summary.refused();
    if (losing == 0) {
      return "No unprotected site in any" + of;
    }
    StringBuilder parts = new StringBuilder();
    part(parts, scan.unprotected(), "unprotected");
    part(parts, scan.mixed(), "mixed");
    part(parts, summary.refused(), "refused");
    String sites = count(losing, "site") + (losing == 1 ? " loses" : " lose") + " updates";
    return sites + " in " + number(summary.classes()) + of + ": " + parts;
  }

  private static void part(StringBuilder parts, int count, String name) {
    if (count > 0) {
      parts.append(parts.length() == 0 ? "" : ", ").append(number(count)).append(' ').append(name);
    }
  }

  /** What happened at a site, in a few words each; empty when nothing is known. */
  static List<String> happened(Evidence evidence) {
    List<String> parts = new ArrayList<>();
    if (evidence.prevented() > 0) {
      parts.add(number(evidence.prevented()) + " lost updates prevented");
    }
    if (evidence.lost() > 0) {
      parts.add(number(evidence.lost()) + " updates were lost");
    }
    if (evidence.overlaps() > 0) {
      parts.add(number(evidence.overlaps()) + " windows overlapped");
    }
    if (evidence.hits() > 0) {
      parts.add(number(evidence.hits()) + " hits");
    }
    if (evidence.threads() > 0) {
      parts.add("at least " + count(evidence.threads(), "thread"));
    }
    Evidence.Waiting waiting = evidence.waiting();
    if (waiting.timed() > 0) {
      String of = number(waiting.timed()) + " timed had to wait";
      String mean = "mean " + number(waiting.nanos() / waiting.timed()) + " ns";
      parts.add(number(waiting.contended()) + " of " + of + ", " + mean);
    }
    if (evidence.plainMaps()) {
      parts.add("a map that is guarded here only");
    }
    return parts;
  }

  /** A number of things, as in {@code 1,234 classes}. */
  static String count(int count, String thing) {
    String plural = thing.endsWith("s") ? "es" : "s";
    return number(count) + " " + thing + (count == 1 ? "" : plural);
  }

  static String number(long number) {
    String digits = Long.toString(number);
    StringBuilder text = new StringBuilder(digits);
    for (int i = digits.length() - 3; i > 0; i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }

  /** The update, much as it stands in the source, as in {@code this.stats[key] += 1}. */
  static String update(Site site) {
    StringBuilder text = new StringBuilder(site.map());
    if (!site.key().isEmpty()) {
      text.append('[').append(site.key()).append(']');
    }
    String delta = site.delta();
    if (delta.startsWith("+") || delta.startsWith("-")) {
      text.append(' ').append(delta.charAt(0)).append("= ").append(delta, 1, delta.length());
    } else if (!delta.isEmpty()) {
      text.append(" := ").append(delta);
    }
    return text.toString();
  }

  /** What is wrong at a site, or that nothing is, in one sentence. */
  static String headline(Site site) {
    return switch (site.verdict()) {
      case UNPROTECTED -> "Not atomic: an update by another thread in between is lost.";
      case REFUSED -> "Loses updates, and no rewriting of the bytecode would be sound.";
      case MIXED -> "Holds a lock that other updates of the same value ignore.";
      case PROTECTED -> "Protected by " + lock(site) + ".";
      case ATOMIC -> "Atomic.";
      case CONFINED -> "Reached by one thread only.";
    };
  }

  private static String lock(Site site) {
    return site.lock().isEmpty() ? "a lock" : site.lock();
  }

  /** Where a class comes from, in one line. */
  static String loaded(LoadedFrom from) {
    String source = from.source().isEmpty() ? "" : " from " + from.source();
    return "loaded by " + from.loader() + source;
  }

  /** A reason as a sentence. */
  static String sentence(String text) {
    String end = text.endsWith(".") ? "" : ".";
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + end;
  }

  /** The name of an enum's constant as reports write it. */
  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
