package io.tallyfast.apps;

import java.io.IOException;

/** Says that it runs, and goes on until its stdin is closed. */
public final class WaitingApp {
  private WaitingApp() {}

  /** Prints "ready", and "done" at the end. */
  public static void main(String[] args) throws IOException {
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // Whatever is sent.
    }
    System.out.println("done");
  }
}
