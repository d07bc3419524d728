package io.tallyfast.report;

import io.tallyfast.analysis.Site;
import java.util.Locale;

/**
 * A site, and what was done about it. Immutable.
 *
 * @param site the site
 * @param action what was done
 * @param fix what to change in the source; empty when there is no advice
 * @param evidence what happened there
 */
public record Finding(Site site, Action action, String fix, Evidence evidence) {
  /** Creates a finding of which nothing is known but the prevented lost updates. */
  public Finding(Site site, Action action, String fix, long prevented) {
    this(site, action, fix, Evidence.ofPrevented(prevented));
  }

  /** How many lost updates were prevented here. */
  public long prevented() {
    return evidence.prevented();
  }

  /** What was done about a site. */
  public enum Action {
    /** Rewritten. */
    GUARDED,
    /** It loses updates and was left so, as no rewriting is sound; the site's reason says why. */
    REFUSED,
    /** It loses updates and was left so, as nothing was to be rewritten. */
    REPORTED,
    /** It loses updates, and the baseline accepts that. */
    BASELINED,
    /** It loses nothing, and needs nothing. */
    NONE;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** The action as reports write it, in lower case. */
    public String text() {
      return text;
    }
  }
}
