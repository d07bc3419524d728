package io.tallyfast.rewrite;

import io.tallyfast.analysis.TypeOracle;

/**
 * Turns a class file into one whose counted updates lose nothing, or says why not. Thread-safe;
 * loads no class of the application.
 */
public final class ClassRewriter {
  private final String runtimePrefix;
  private final SiteTable sites;

  /**
   * Creates a rewriter.
   *
   * @param runtimePrefix what comes before the simple name of a runtime class in the rewritten
   *     code, as in {@code io/tallyfast/runtime/} or {@code java/lang/$Tallyfast}
   * @param sites numbers the rewritten sites
   */
  public ClassRewriter(String runtimePrefix, SiteTable sites) {
    this.runtimePrefix = runtimePrefix;
    this.sites = sites;
  }

  /**
   * Rewrites one class.
   *
   * @param classFile the bytes of a class file; not modified
   * @param types answers questions about types that the class refers to
   * @throws RuntimeException when the class file cannot be read or a method defeats the analysis;
   *     the caller leaves the class as it is
   */
  public Rewritten rewrite(byte[] classFile, TypeOracle types) {
    return Rewritten.UNCHANGED;
  }

  /** The prefix of the runtime's classes in rewritten code. */
  public String runtimePrefix() {
    return runtimePrefix;
  }

  /** The numbered sites. */
  public SiteTable sites() {
    return sites;
  }
}
