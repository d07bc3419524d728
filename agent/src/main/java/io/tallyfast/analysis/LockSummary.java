package io.tallyfast.analysis;

import java.util.Set;

/**
 * What a method leaves of locks when it returns, named as in its own code: {@code this.lock},
 * {@code param 1}. Immutable.
 *
 * @param acquires the locks that are held once it has returned
 * @param releases the locks that it gives back for its caller
 */
public record LockSummary(Set<String> acquires, Set<String> releases) {}
