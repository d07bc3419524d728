package io.tallyfast.apps;

/** Looks for the runtime from class loaders that see little else. */
public final class VisibilityApp {
  private static final String HELPER = "java.lang.$TallyfastSiteCounters";

  private VisibilityApp() {}

  /** Prints a line for each class loader that finds the runtime. */
  public static void main(String[] args) throws ReflectiveOperationException {
    find("application", VisibilityApp.class.getClassLoader());
    find("platform parent", new Lonely(ClassLoader.getPlatformClassLoader()));
    find("no parent", new Lonely(null));
  }

  private static void find(String name, ClassLoader loader) throws ReflectiveOperationException {
    Class<?> helper = Class.forName(HELPER, true, loader);
    Object count = helper.getMethod("preventedAt", int.class).invoke(null, 0);
    System.out.println(name + ": " + count);
  }

  private static final class Lonely extends ClassLoader {
    Lonely(ClassLoader parent) {
      super(parent);
    }
  }
}
