package io.tallyfast.audit;

import io.tallyfast.analysis.Site;
import java.util.List;

/**
 * What an audit found.
 *
 * @param sites all sites, judged together
 * @param classes how many classes were looked at
 * @param problems the first of those things that could not be looked at
 * @param problemCount how many such things there were
 * @param repeated what there was more than once, in words
 */
public record AuditResult(
    List<Site> sites,
    int classes,
    List<Problem> problems,
    int problemCount,
    List<String> repeated) {}
