package io.tallyfast.analysis;

import java.util.Set;

/**
 * A read-modify-write, as its class alone shows it: what it changes, which locks its method holds
 * there, and who can reach what it changes. Immutable; holds no bytecode.
 *
 * @param site all that is known of the place; its verdict is not final
 * @param member name and descriptor of the method
 * @param owned the field that holds what is changed, as {@code com/acme/Server.stats}; empty for
 *     what no field is known to hold
 * @param locks names of the locks held
 * @param reach who can reach it
 * @param parameter for {@link Origins.Reach#PARAMETER}: its slot
 * @param atomic whether the map itself does it atomically
 * @param counter for fields: whether it is used as a counter is
 */
public record Mutation(
    Site site,
    String member,
    String owned,
    Set<String> locks,
    Origins.Reach reach,
    int parameter,
    boolean atomic,
    boolean counter) {}
