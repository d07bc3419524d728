package io.tallyfast.proof;

import java.io.IOException;
import java.util.Map;

/** The class loader of one jar: its own classes, given, before those of all other jars. */
final class JarLoader extends ClassLoader {
  private static final String RUNTIME = "io.tallyfast.runtime.";

  private final Map<String, byte[]> own;
  private final ClassPool others;

  JarLoader(Map<String, byte[]> own, ClassPool others) {
    super("jar", ClassLoader.getPlatformClassLoader());
    this.own = own;
    this.others = others;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (name.startsWith(RUNTIME)) {
      return JarLoader.class.getClassLoader().loadClass(name);
    }
    String internal = name.replace('.', '/');
    try {
      byte[] bytes = own.get(internal);
      if (bytes == null) {
        bytes = others.read(internal);
      }
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
