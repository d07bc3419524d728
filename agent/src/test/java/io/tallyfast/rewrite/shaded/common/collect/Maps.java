package io.tallyfast.rewrite.shaded.common.collect;

import java.util.HashMap;

/** Makes maps as Guava does, moved into another package; of its own class where one is wanted. */
@SuppressWarnings("NonApiType") // As in the library.
public final class Maps {
  private Maps() {}

  /** Of the JDK's class, as is expected. */
  public static HashMap<String, Integer> newHashMap() {
    return new HashMap<>();
  }

  /** Of another class, which no version of the library does. */
  public static HashMap<String, Integer> newHashMapWithExpectedSize(int size) {
    return new Own(size);
  }

  private static final class Own extends HashMap<String, Integer> {
    private static final long serialVersionUID = 1L;

    Own(int size) {
      super(size);
    }
  }
}
