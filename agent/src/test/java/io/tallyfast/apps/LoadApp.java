package io.tallyfast.apps;

/** Loads the classes that are named, and does nothing with them. */
public final class LoadApp {
  private LoadApp() {}

  /** Prints each when it is loaded. */
  public static void main(String[] args) throws ClassNotFoundException {
    for (String name : args) {
      System.out.println(Class.forName(name).getName());
    }
  }
}
