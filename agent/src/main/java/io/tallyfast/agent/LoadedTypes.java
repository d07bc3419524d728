package io.tallyfast.agent;

import io.tallyfast.analysis.ClassScan;
import io.tallyfast.analysis.TypeOracle;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The types of the classes that have been loaded so far, whoever loaded them. Thread-safe; never
 * throws.
 */
final class LoadedTypes implements TypeOracle {
  private static final String[] NONE = {};

  private final Map<String, String[]> supertypes = new ConcurrentHashMap<>();

  /** Takes a class; false when there is one of that name already. */
  boolean add(ClassScan scan) {
    return supertypes.putIfAbsent(scan.name(), scan.supertypes()) == null;
  }

  /** How many classes there are. */
  int count() {
    return supertypes.size();
  }

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
        for (String supertype : of(next)) {
          open.add(supertype);
        }
      }
    }
    return false;
  }

  private String[] of(String type) {
    String[] known = supertypes.get(type);
    if (known == null) {
      known = JdkMapTypes.supertypes(type);
    }
    return known == null ? NONE : known;
  }
}
