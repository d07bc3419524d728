package io.tallyfast.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentMap;

/** What makes several updates of one map one step. Stateless; thread-safe. */
public final class Batches {
  private Batches() {}

  /**
   * The object whose monitor is held over a batch: that of the map, so that each update inside
   * takes it once more. A {@link ConcurrentMap} has no lock for several entries, and what is null
   * fails at the first update, as it would without the batch: for these, an object that nobody else
   * has.
   */
  public static Object lockOf(Object map) {
    return MapKinds.isConcurrent(map) ? new Object() : map;
  }

  /**
   * The lock, when it is known what something answers that the batch will ask for its size;
   * otherwise an object that nobody else has, for code of the application may answer.
   */
  public static Object ifKnown(Object lock, Object asked) {
    return asked == null || isKnown(asked.getClass()) ? lock : new Object();
  }

  /** Classes of the JDK whose sizes are fields of theirs, and are read without a lock. */
  private static boolean isKnown(Class<?> type) {
    return type == ArrayList.class
        || type == String.class
        || type == HashSet.class
        || type == LinkedList.class
        || type == ArrayDeque.class
        || type == LinkedHashSet.class
        || type == HashMap.class
        || type == LinkedHashMap.class
        || type == TreeMap.class
        || type == TreeSet.class
        || type == StringBuilder.class
        || type.getName().startsWith("java.util.ImmutableCollections$")
        || type.getName().startsWith("java.util.Arrays$")
        || type.getName().startsWith("java.util.Collections$Empty")
        || type.getName().startsWith("java.util.Collections$Singleton");
  }
}
