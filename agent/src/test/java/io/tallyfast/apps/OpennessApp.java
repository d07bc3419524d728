package io.tallyfast.apps;

import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;

/** Tries to get into {@code java.lang}, as an application must not. */
public final class OpennessApp {
  private OpennessApp() {}

  /** Prints whether the package is open to this class's module, and what comes of using it. */
  public static void main(String[] args) throws ReflectiveOperationException {
    Module javaBase = Object.class.getModule();
    System.out.println("open to all: " + javaBase.isOpen("java.lang"));
    System.out.println(
        "open to me: " + javaBase.isOpen("java.lang", OpennessApp.class.getModule()));
    Method defineClass =
        ClassLoader.class.getDeclaredMethod(
            "defineClass", String.class, byte[].class, int.class, int.class);
    try {
      defineClass.setAccessible(true);
      System.out.println("accessible");
    } catch (InaccessibleObjectException e) {
      System.out.println("inaccessible");
    }
  }
}
