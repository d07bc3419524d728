package io.tallyfast.apps;

import java.io.IOException;
import java.io.InputStream;

/** Looks for the runtime from class loaders that see little else. */
public final class VisibilityApp {
  private static final String HELPER = "java.lang.$TallyfastSiteCounters";

  private VisibilityApp() {}

  /** Prints a line for each class loader that finds the runtime. */
  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    find("application", VisibilityApp.class.getClassLoader());
    find("platform parent", new Lonely(ClassLoader.getPlatformClassLoader()));
    find("no parent", new Lonely(null));
    // Its rewritten code calls the runtime, which it must find from here.
    Class<?> target = new Lonely(null).define(target());
    target.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
  }

  private static void find(String name, ClassLoader loader) throws ReflectiveOperationException {
    Class<?> helper = Class.forName(HELPER, true, loader);
    Object count = helper.getMethod("preventedAt", int.class).invoke(null, 0);
    System.out.println(name + ": " + count);
  }

  private static byte[] target() throws IOException {
    try (InputStream in = VisibilityApp.class.getResourceAsStream("GarbageTarget.class")) {
      return in.readAllBytes();
    }
  }

  private static final class Lonely extends ClassLoader {
    Lonely(ClassLoader parent) {
      super(parent);
    }

    Class<?> define(byte[] classFile) {
      return defineClass(null, classFile, 0, classFile.length);
    }
  }
}
