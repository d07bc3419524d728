package io.tallyfast.apps;

import java.util.HashMap;
import java.util.Map;

/** Counts, and has in its constant pool the name of an attribute for {@link HostileClassesApp}. */
public final class GarbageTarget {
  private static final Map<String, Integer> COUNTS = new HashMap<>();

  private GarbageTarget() {}

  /** Prints one line. */
  public static void main(String[] args) {
    COUNTS.put("RuntimeInvisibleAnnotations", 0);
    COUNTS.put("RuntimeInvisibleAnnotations", COUNTS.get("RuntimeInvisibleAnnotations") + 1);
    System.out.println("counted " + COUNTS.get("RuntimeInvisibleAnnotations"));
  }
}
