package io.tallyfast.agent;

import io.tallyfast.analysis.TypeOracle;
import io.tallyfast.rewrite.ClassRewriter;
import io.tallyfast.rewrite.ObservingRewriter;
import io.tallyfast.rewrite.Rewritten;
import io.tallyfast.rewrite.SiteTable;

/** What the transformer asks of the rewriter. Implementations are thread-safe. */
interface Rewriting {
  /** Rewrites one class, or throws whatever went wrong. */
  Rewritten rewrite(byte[] classFile, TypeOracle types);

  /** The number that the next site gets: all sites so far are numbered below it. */
  int numberedSites();

  /** Asks the rewriter proper. */
  final class ByClassRewriter implements Rewriting {
    private final SiteTable sites;
    private final ClassRewriter rewriter;

    ByClassRewriter(SiteTable sites) {
      this.sites = sites;
      this.rewriter = new ClassRewriter(RuntimeNames.PREFIX, sites);
    }

    @Override
    public Rewritten rewrite(byte[] classFile, TypeOracle types) {
      return rewriter.rewrite(classFile, types);
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

    @Override
    public int numberedSites() {
      return sites.next();
    }
  }
}
