package io.tallyfast.analysis;

import java.util.Set;

/**
 * What a small method does, so that a read, a write or an increment that is spread over several
 * methods and classes can be put together. Immutable; holds no bytecode.
 *
 * @param kind what it does
 * @param owner internal name of its class
 * @param member name and descriptor
 * @param field the field it does it to, as {@code com/acme/Server.stats}
 * @param key slot of the parameter that is the key; -1 where there is none
 * @param value slot of the parameter that is stored; -1 where there is none
 * @param locks names of the locks it holds meanwhile
 */
public record MethodSummary(
    Kind kind, String owner, String member, String field, int key, int value, Set<String> locks) {
  /** What a method does. */
  public enum Kind {
    /** Returns the number in an entry of a map, or a default. */
    READS_ENTRY,
    /** Stores a parameter in an entry of a map. */
    STORES_ENTRY,
    /** Returns an object that is kept in a map. */
    LOOKS_UP,
    /** Returns the map itself. */
    RETURNS_MAP,
    /** Counts in a field of its own object. */
    COUNTS,
    /** Does nothing but call another method of its own object, which the field names. */
    DELEGATES
  }
}
