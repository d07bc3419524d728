package io.tallyfast.agent;

import io.tallyfast.analysis.TypeOracle;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Answers what is a subtype of what by going from each type to its direct supertypes. */
abstract class SupertypeWalk implements TypeOracle {
  /** What a type that nothing is known of extends and implements. */
  static final String[] NONE = {};

  /** The direct supertypes of a type, by internal name; none when they are not known. */
  abstract String[] supertypesOf(String type);

  @Override
  public boolean isSubtype(String type, String ancestor) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(type);
    while (!open.isEmpty()) {
      String next = open.remove();
      if (next.equals(ancestor)) {
        return true;
      }
      if (seen.add(next)) {
        for (String supertype : supertypesOf(next)) {
          open.add(supertype);
        }
      }
    }
    return false;
  }
}
