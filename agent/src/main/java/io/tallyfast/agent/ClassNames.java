package io.tallyfast.agent;

import org.objectweb.asm.ClassReader;

/** Finds the names of classes that were defined without one: a class loader need not give it. */
final class ClassNames {
  private ClassNames() {}

  /** The internal name that a class file has inside, or null when it cannot be read. */
  static String of(byte[] classFile) {
    try {
      return new ClassReader(classFile).getClassName();
    } catch (RuntimeException e) {
      // No class file, or one that is newer than what can be read: the JVM will say so.
      return null;
    }
  }
}
