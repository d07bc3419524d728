package io.tallyfast.rewrite;

import io.tallyfast.analysis.Site;
import java.util.List;

/** Makes outcomes of rewriting for tests of what comes after it. */
public final class Outcomes {
  private Outcomes() {}

  /** An outcome of which each part is given. */
  public static Rewritten of(byte[] classFile, List<Site> guarded, List<Site> refused) {
    return new Rewritten(classFile, guarded, refused);
  }

  /** A site of which only the place and the verdict matter. */
  public static Site site(String className, int line, Site.Verdict verdict) {
    return new Site(
        className,
        "count",
        "()V",
        "Some.java",
        line,
        "increment",
        Site.Kind.MAP,
        "",
        "",
        "",
        "",
        verdict,
        "",
        "",
        Site.Confidence.HIGH,
        false,
        className + "#" + line);
  }

  /** The site of an update of a field. */
  public static Site field(String className, String name) {
    return new Site(
        className,
        "count",
        "()V",
        "Some.java",
        1,
        "instance-field",
        Site.Kind.FIELD,
        name,
        "",
        "",
        "",
        Site.Verdict.UNPROTECTED,
        "",
        "",
        Site.Confidence.HIGH,
        false,
        className + "#" + name);
  }
}
