package io.tallyfast.analysis;

import java.util.List;

/**
 * A mutation that is one if the methods called do what it claims of them. Immutable.
 *
 * @param mutation the mutation; the field that it changes may not be known yet
 * @param claims what must be true
 * @param optional whether it is a mutation even if the claims are not true: then they only tell
 *     which field it changes
 */
public record Pending(Mutation mutation, List<Claim> claims, boolean optional) {}
