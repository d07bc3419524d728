package io.tallyfast.proof;

import io.tallyfast.analysis.FieldScope;
import io.tallyfast.analysis.MapNames;
import io.tallyfast.analysis.Site;
import io.tallyfast.analysis.TypeOracle;
import io.tallyfast.rewrite.ClassRewriter;
import io.tallyfast.rewrite.Rewritten;
import io.tallyfast.rewrite.SiteTable;
import io.tallyfast.runtime.SiteCounters;
import java.util.Map;
import java.util.TreeMap;

/** Rewrites classes as the agent does, and counts what became of their sites. For one thread. */
final class Rewrites {
  private static final String DIGITS_AND_NAMES = "[0-9]+|\\bx[0-9]+\\b";

  private final SiteTable sites;
  private final ClassRewriter rewriter;
  private final Map<String, Integer> guarded = new TreeMap<>();
  private final Map<String, Integer> refused = new TreeMap<>();
  private final Map<String, Integer> skipped = new TreeMap<>();

  Rewrites(SiteTable sites) {
    this.sites = sites;
    this.rewriter =
        new ClassRewriter("io/tallyfast/runtime/", sites, FieldScope.ALL, MapNames.NONE);
  }

  /** The classes after rewriting; those that stay as they are included. */
  Map<String, byte[]> of(Map<String, byte[]> classes) {
    TypeOracle types = new Known(classes);
    Map<String, byte[]> all = new TreeMap<>();
    classes.forEach((name, bytes) -> all.put(name, rewritten(bytes, types)));
    SiteCounters.reserve(sites.next());
    return all;
  }

  private byte[] rewritten(byte[] bytes, TypeOracle types) {
    Rewritten outcome = rewriter.rewrite(bytes, types);
    outcome.guarded().forEach(site -> count(guarded, site.idiom()));
    outcome.refused().forEach(site -> count(refused, reason(site)));
    outcome.skipped().forEach(reason -> count(skipped, reason));
    return outcome.classFile() == null ? bytes : outcome.classFile();
  }

  private static String reason(Site site) {
    return site.reason().replaceAll(DIGITS_AND_NAMES, "#");
  }

  private static void count(Map<String, Integer> counts, String what) {
    counts.merge(what, 1, Integer::sum);
  }

  /** Guarded sites by idiom. */
  Map<String, Integer> guarded() {
    return guarded;
  }

  /** Refused sites by reason. */
  Map<String, Integer> refused() {
    return refused;
  }

  /** Methods that were not analysed, by reason. */
  Map<String, Integer> skipped() {
    return skipped;
  }

  /** How many there are in all. */
  static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private record Known(Map<String, byte[]> classes) implements TypeOracle {
    @Override
    public boolean isSubtype(String type, String ancestor) {
      return false;
    }

    @Override
    public byte[] classFile(String type) {
      return classes.get(type.replace('/', '.'));
    }
  }
}
