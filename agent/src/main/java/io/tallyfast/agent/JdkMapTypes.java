package io.tallyfast.agent;

import java.util.HashMap;
import java.util.Map;

/**
 * The supertypes of the JDK's maps, so that the usual question is answered without reading a class
 * file. Immutable.
 */
final class JdkMapTypes {
  private static final String[] NONE = {};

  /** A type, then what it directly extends and implements; what is left out is no map. */
  private static final String[][] ROWS = {
    {"java/lang/Object"},
    {"java/util/Map"},
    {"java/util/SortedMap", "java/util/Map"},
    {"java/util/NavigableMap", "java/util/SortedMap"},
    {"java/util/AbstractMap", "java/util/Map"},
    {"java/util/HashMap", "java/util/AbstractMap"},
    {"java/util/LinkedHashMap", "java/util/HashMap"},
    {"java/util/TreeMap", "java/util/AbstractMap", "java/util/NavigableMap"},
    {"java/util/EnumMap", "java/util/AbstractMap"},
    {"java/util/IdentityHashMap", "java/util/AbstractMap"},
    {"java/util/WeakHashMap", "java/util/AbstractMap"},
    {"java/util/Dictionary"},
    {"java/util/Hashtable", "java/util/Dictionary", "java/util/Map"},
    {"java/util/Properties", "java/util/Hashtable"},
    {"java/util/concurrent/ConcurrentMap", "java/util/Map"},
    {
      "java/util/concurrent/ConcurrentNavigableMap",
      "java/util/concurrent/ConcurrentMap",
      "java/util/NavigableMap"
    },
    {
      "java/util/concurrent/ConcurrentHashMap",
      "java/util/AbstractMap",
      "java/util/concurrent/ConcurrentMap"
    },
    {
      "java/util/concurrent/ConcurrentSkipListMap",
      "java/util/AbstractMap",
      "java/util/concurrent/ConcurrentNavigableMap"
    },
  };

  private static final Map<String, String[]> SUPERTYPES = table();

  private JdkMapTypes() {}

  /** The direct supertypes of a type, as internal names; null when the type is not in the table. */
  static String[] supertypes(String type) {
    return SUPERTYPES.get(type);
  }

  private static Map<String, String[]> table() {
    Map<String, String[]> table = new HashMap<>();
    for (String[] row : ROWS) {
      String[] supertypes = row.length == 1 ? NONE : new String[row.length - 1];
      System.arraycopy(row, 1, supertypes, 0, supertypes.length);
      table.put(row[0], supertypes);
    }
    return table;
  }
}
