package io.tallyfast.analysis;

import java.util.Map;

/**
 * How the value of a site on a map is calculated again, when another thread came in between.
 *
 * @param again the calculation
 * @param outdated the locals that hold values which follow from what was read and are used after
 *     the write
 */
public record MapRepeat(Recomputation again, Map<Integer, Expr> outdated) {}
