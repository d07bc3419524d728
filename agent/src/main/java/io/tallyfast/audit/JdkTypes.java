package io.tallyfast.audit;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;

/**
 * The supertypes of the JDK's types, from the class files of the JDK that runs the audit; no class
 * is loaded. Thread-safe.
 */
final class JdkTypes {
  private static final String[] NONE = {};

  private final ClassLoader platform = ClassLoader.getPlatformClassLoader();
  private final Map<String, String[]> known = new ConcurrentHashMap<>();

  /** The direct supertypes; none when the type is not one of the JDK's. */
  String[] supertypes(String type) {
    String[] supertypes = known.get(type);
    if (supertypes == null) {
      supertypes = read(type);
      known.put(type, supertypes);
    }
    return supertypes;
  }

  private String[] read(String type) {
    if (type.startsWith("[")) {
      return NONE;
    }
    try (InputStream in = platform.getResourceAsStream(type + ".class")) {
      return in == null ? NONE : Headers.supertypes(new ClassReader(in));
    } catch (IOException | RuntimeException e) {
      // Newer than what can be read: then nothing is known of it.
      return NONE;
    }
  }
}
