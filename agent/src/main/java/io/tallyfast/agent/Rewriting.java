package io.tallyfast.agent;

import io.tallyfast.analysis.FieldScope;
import io.tallyfast.analysis.TypeOracle;
import io.tallyfast.rewrite.ClassRewriter;
import io.tallyfast.rewrite.ObservingRewriter;
import io.tallyfast.rewrite.Rewritten;
import io.tallyfast.rewrite.SiteTable;

/** What the transformer asks of the rewriter. Implementations are thread-safe. */
interface Rewriting {
  /** Rewrites one class, or throws whatever went wrong. */
  Rewritten rewrite(byte[] classFile, TypeOracle types);

  /** The fields that are of interest. */
  FieldScope fields();

  /** The number that the next site gets: all sites so far are numbered below it. */
  int numberedSites();

  /** Asks the rewriter proper. */
  final class ByClassRewriter implements Rewriting {
    private final SiteTable sites;
    private final ClassRewriter rewriter;
    private final FieldScope scope;

    ByClassRewriter(SiteTable sites, FieldScope scope) {
      this.sites = sites;
      this.scope = scope;
      this.rewriter = new ClassRewriter(RuntimeNames.PREFIX, sites, scope);
    }

    @Override
    public Rewritten rewrite(byte[] classFile, TypeOracle types) {
      return rewriter.rewrite(classFile, types);
    }

    @Override
    public FieldScope fields() {
      return scope;
    }

    @Override
    public int numberedSites() {
      return sites.next();
    }
  }

  /** Asks the rewriter that only watches. */
  final class ByObserver implements Rewriting {
    private final SiteTable sites;
    private final ObservingRewriter rewriter;

    ByObserver(SiteTable sites) {
      this.sites = sites;
      this.rewriter = new ObservingRewriter(RuntimeNames.PREFIX, sites);
    }

    @Override
    public Rewritten rewrite(byte[] classFile, TypeOracle types) {
      return rewriter.rewrite(classFile, types);
    }

    /** What fields lose is not observed. */
    @Override
    public FieldScope fields() {
      return FieldScope.OFF;
    }

    @Override
    public int numberedSites() {
      return sites.next();
    }
  }
}
