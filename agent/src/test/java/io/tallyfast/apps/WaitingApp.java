package io.tallyfast.apps;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Says that it runs, and goes on until its stdin is closed. */
public final class WaitingApp {
  private static final Map<String, Integer> READ = new HashMap<>();

  private WaitingApp() {}

  /** Prints "ready", and "done" at the end; counts what it reads. */
  public static void main(String[] args) throws IOException {
    System.out.println("ready");
    while (System.in.read() >= 0) {
      READ.put("bytes", READ.getOrDefault("bytes", 0) + 1);
    }
    System.out.println("done");
  }
}
