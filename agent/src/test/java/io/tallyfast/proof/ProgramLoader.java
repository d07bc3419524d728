package io.tallyfast.proof;

import java.util.Map;

/** Defines the classes of programs, and leaves all else to its parent. */
final class ProgramLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final Map<String, byte[]> classes;

  ProgramLoader(Map<String, byte[]> classes) {
    super("programs", ProgramLoader.class.getClassLoader());
    this.classes = classes;
  }

  /** A new instance of a program. */
  Program create(String name) {
    try {
      var constructor = loadClass(name).getDeclaredConstructor();
      constructor.setAccessible(true);
      return (Program) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("cannot create " + name, e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }
}
