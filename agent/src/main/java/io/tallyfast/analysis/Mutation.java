package io.tallyfast.analysis;

import java.util.HashSet;
import java.util.Set;

/**
 * A read-modify-write, as its class alone shows it: what it changes, which locks its method holds
 * there, and who can reach what it changes. Immutable; holds no bytecode.
 *
 * @param site all that is known of the place; its verdict is not final
 * @param member name and descriptor of the method
 * @param owned the field that holds what is changed, as {@code com/acme/Server.stats}; empty for
 *     what no field is known to hold
 * @param container what holds the changed value, named as {@link LockPaths} says
 * @param locks the locks held, likewise; {@link #HOLDER} for the object that is changed
 * @param reach who can reach it
 * @param parameter for {@link Origins.Reach#PARAMETER}: its slot
 * @param atomic whether the map itself does it atomically
 * @param counter for fields: whether it is used as a counter is
 * @param folded for fields: whether bits, hashes or factors are folded into it and nothing is
 *     counted
 */
public record Mutation(
    Site site,
    String member,
    String owned,
    String container,
    Set<String> locks,
    Origins.Reach reach,
    int parameter,
    boolean atomic,
    boolean counter,
    boolean folded) {
  /** The lock that the changed object in a map is to itself. */
  public static final String HOLDER = "@holder";

  /** The same mutation, of another field. */
  public Mutation ofField(String field) {
    return new Mutation(
        site, member, field, container, locks, reach, parameter, atomic, counter, folded);
  }

  /** The same mutation, under one more lock. */
  public Mutation under(String lock) {
    Set<String> all = new HashSet<>(locks);
    all.add(lock);
    return new Mutation(
        site, member, owned, container, all, reach, parameter, atomic, counter, folded);
  }
}
