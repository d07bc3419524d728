package io.tallyfast.apps;

import java.util.HashMap;
import java.util.Map;

/** Prints one line, counts something, and exits as told. */
public final class HelloApp {
  private static final Map<String, Integer> COUNTS = new HashMap<>();

  private HelloApp() {}

  /** Exits with the code that the first argument says, 0 without one. */
  public static void main(String[] args) {
    Integer count = COUNTS.get("hello");
    COUNTS.put("hello", count == null ? 1 : count + 1);
    System.out.println("hello " + COUNTS.get("hello"));
    if (args.length > 0) {
      System.exit(Integer.parseInt(args[0]));
    }
  }
}
