package io.tallyfast.agent;

/**
 * A class loader that nobody else has: {@code java.lang} is opened to its unnamed module, and so to
 * no code of the application. Its parent is the agent's class loader.
 */
final class IsolatedLoader extends ClassLoader {
  IsolatedLoader() {
    super("tallyfast-isolated", IsolatedLoader.class.getClassLoader());
  }

  /** Defines a class here, also when the parent has one of the same name. */
  Class<?> define(String name, byte[] classFile) {
    return defineClass(name, classFile, 0, classFile.length);
  }
}
