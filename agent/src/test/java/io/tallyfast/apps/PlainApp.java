package io.tallyfast.apps;

/** Prints one line, and never writes to a map. */
public final class PlainApp {
  private PlainApp() {}

  /** Prints. */
  public static void main(String[] args) {
    System.out.println("hello");
  }
}
