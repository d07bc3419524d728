package io.tallyfast.agent;

/**
 * Tries the runtime before any class of the application depends on it. A rewritten class whose
 * helper cannot be called would fail where the original worked.
 */
final class SelfTest {
  private SelfTest() {}

  /**
   * Tries what was installed.
   *
   * @throws IllegalStateException when something does not work
   * @throws ReflectiveOperationException when a class of the runtime cannot be found
   */
  static void run(RuntimeAccess runtime) throws ReflectiveOperationException {
    everyClassIsVisible();
    countersAnswer(runtime);
  }

  /** The boot loader sees what it defines, and each other class loader delegates to it. */
  private static void everyClassIsVisible() throws ReflectiveOperationException {
    for (String name : RuntimeClasses.NAMES) {
      Class<?> found = Class.forName(RuntimeNames.defined(name), false, null);
      if (found.getClassLoader() != null) {
        throw new IllegalStateException(found + " is not a class of the boot loader");
      }
    }
  }

  private static void countersAnswer(RuntimeAccess runtime) {
    runtime.reserve(1);
    long fresh = runtime.preventedAt(0);
    if (fresh != 0) {
      throw new IllegalStateException("a fresh counter says " + fresh);
    }
  }
}
