package io.tallyfast.agent;

import io.tallyfast.analysis.ConstantPoolFilter;
import io.tallyfast.analysis.CreationFilter;
import io.tallyfast.analysis.FieldScope;
import io.tallyfast.analysis.MapNames;
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

  /** Whether a class is worth looking at, as far as that can be told at once. */
  boolean mayConcern(byte[] classFile);

  /** Asks the rewriter proper. */
  final class ByClassRewriter implements Rewriting {
    private final SiteTable sites;
    private final CreationFilter creations;
    private final ClassRewriter rewriter;
    private final FieldScope scope;

    ByClassRewriter(SiteTable sites, FieldScope scope, MapNames names) {
      this.sites = sites;
      this.scope = scope;
      this.creations = new CreationFilter(names);
      this.rewriter = new ClassRewriter(RuntimeNames.PREFIX, sites, scope, names);
    }

    @Override
    public Rewritten rewrite(byte[] classFile, TypeOracle types) {
      return rewriter.rewrite(classFile, types);
    }

    @Override
    public boolean mayConcern(byte[] classFile) {
      return ConstantPoolFilter.mayHoldSite(classFile, scope) || creations.mayCreate(classFile);
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
    private final FieldScope scope;

    ByObserver(SiteTable sites, FieldScope scope) {
      this.sites = sites;
      this.scope = scope;
      this.rewriter = new ObservingRewriter(RuntimeNames.PREFIX, sites, scope);
    }

    @Override
    public Rewritten rewrite(byte[] classFile, TypeOracle types) {
      return rewriter.rewrite(classFile, types);
    }

    @Override
    public boolean mayConcern(byte[] classFile) {
      return ConstantPoolFilter.mayHoldSite(classFile, scope);
    }

    @Override
    public int numberedSites() {
      return sites.next();
    }
  }
}
