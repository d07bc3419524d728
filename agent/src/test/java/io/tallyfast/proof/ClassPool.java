package io.tallyfast.proof;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Finds classes by internal name in many jars, as a class path does: the first one wins. For one
 * thread.
 */
final class ClassPool implements Closeable {
  private static final String SUFFIX = ".class";

  private final Map<String, Path> jars = new HashMap<>();
  private final Map<Path, JarFile> opened = new HashMap<>();

  /** Adds the classes of a jar that no jar before it has. */
  void add(Path jar) throws IOException {
    for (String name : names(jar)) {
      jars.putIfAbsent(name, jar);
    }
  }

  /** The classes of a jar for the JVM that runs; those of other releases left out. */
  static List<String> names(Path jar) throws IOException {
    List<String> names = new ArrayList<>();
    try (JarFile file = open(jar)) {
      for (Enumeration<JarEntry> all = file.entries(); all.hasMoreElements(); ) {
        String name = all.nextElement().getName();
        if (name.endsWith(SUFFIX)
            && !name.startsWith("META-INF/")
            && !name.endsWith("module-info.class")) {
          names.add(name.substring(0, name.length() - SUFFIX.length()));
        }
      }
    }
    return names;
  }

  /** The class of a jar; null when it has none of that name. */
  static byte[] read(JarFile jar, String name) throws IOException {
    JarEntry entry = jar.getJarEntry(name + SUFFIX);
    if (entry == null) {
      return null;
    }
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  /** A jar with the classes for the JVM that runs. */
  static JarFile open(Path jar) throws IOException {
    return new JarFile(jar.toFile(), false, JarFile.OPEN_READ, JarFile.runtimeVersion());
  }

  /** The first class of a name; null when no jar has it. */
  byte[] read(String name) throws IOException {
    Path jar = jars.get(name);
    if (jar == null) {
      return null;
    }
    JarFile file = opened.get(jar);
    if (file == null) {
      file = open(jar);
      opened.put(jar, file);
    }
    return read(file, name);
  }

  @Override
  public void close() throws IOException {
    for (JarFile file : opened.values()) {
      file.close();
    }
  }
}
