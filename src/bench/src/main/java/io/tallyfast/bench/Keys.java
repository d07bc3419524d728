package io.tallyfast.bench;

import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Which key a thread counts next. One for each thread. */
@State(Scope.Thread)
public class Keys {
  /** The names of all keys, as a server has them. */
  static final String[] NAMES = names();

  private static final int COUNT = 64;
  private int next = System.identityHashCode(this) & COUNT - 1;

  private static String[] names() {
    String[] names = new String[COUNT];
    for (int i = 0; i < COUNT; i++) {
      names[i] = "counter_" + i;
    }
    names[0] = "queries_processed";
    names[1] = "memories_stored";
    names[2] = "bytes_stored";
    return names;
  }

  /** The next of many keys. */
  String changing() {
    next = next + 1 & COUNT - 1;
    return NAMES[next];
  }

  /** A map with all keys at 0. */
  static Map<String, Integer> filled() {
    Map<String, Integer> map = new HashMap<>();
    for (String name : NAMES) {
      map.put(name, 0);
    }
    return map;
  }
}
