package io.tallyfast.agent;

import io.tallyfast.analysis.ClassScan;
import io.tallyfast.analysis.SupertypeWalk;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The types of the classes that have been loaded so far, whoever loaded them. Thread-safe; never
 * throws.
 */
final class LoadedTypes extends SupertypeWalk {
  private final Map<String, String[]> supertypes = new ConcurrentHashMap<>();
  private final Map<String, String[]> volatiles = new ConcurrentHashMap<>();

  /** Takes a class; false when there is one of that name already. */
  boolean add(ClassScan scan) {
    if (scan.volatiles().length > 0) {
      volatiles.putIfAbsent(scan.name(), scan.volatiles());
    }
    return supertypes.putIfAbsent(scan.name(), scan.supertypes()) == null;
  }

  /** How many classes there are. */
  int count() {
    return supertypes.size();
  }

  @Override
  protected String[] supertypesOf(String type) {
    String[] known = supertypes.get(type);
    if (known == null) {
      known = JdkMapTypes.supertypes(type);
    }
    return known == null ? NONE : known;
  }

  @Override
  protected boolean declaresVolatile(String type, String field) {
    return Arrays.asList(volatiles.getOrDefault(type, NONE)).contains(field);
  }
}
