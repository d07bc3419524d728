package io.tallyfast.agent;

import io.tallyfast.analysis.SupertypeWalk;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;

/**
 * Finds the supertypes of a class loader's types in their class files, without loading a class.
 * Thread-safe; never throws. Does not keep the class loader alive.
 */
final class LoaderTypes extends SupertypeWalk {
  private final WeakReference<ClassLoader> loader;
  private final LookupDepth depth;
  private final Failures failures;
  private final Map<String, String[]> supertypes = new ConcurrentHashMap<>();

  LoaderTypes(ClassLoader loader, LookupDepth depth, Failures failures) {
    this.loader = new WeakReference<>(loader);
    this.depth = depth;
    this.failures = failures;
  }

  @Override
  public byte[] classFile(String type) {
    ClassLoader from = loader.get();
    if (from == null || !depth.enter()) {
      return null;
    }
    try (InputStream in = from.getResourceAsStream(type + ".class")) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException | RuntimeException | Error e) {
      failures.unreadable(type, e);
      return null;
    } finally {
      depth.leave();
    }
  }

  @Override
  protected String[] supertypesOf(String type) {
    String[] known = JdkMapTypes.supertypes(type);
    if (known == null) {
      known = supertypes.get(type);
    }
    if (known == null && depth.enter()) {
      try {
        // Not computeIfAbsent: reading may load a class, and so come back here.
        known = read(type);
        supertypes.put(type, known);
      } finally {
        depth.leave();
      }
    }
    return known == null ? NONE : known;
  }

  /**
   * Reads from the class file. A loader of the application may do and throw anything here, also
   * errors, and none of it may reach the class that is being loaded.
   */
  private String[] read(String type) {
    ClassLoader from = loader.get();
    if (from == null || type.startsWith("[")) {
      return NONE;
    }
    try (InputStream in = from.getResourceAsStream(type + ".class")) {
      return in == null ? NONE : directSupertypes(new ClassReader(in));
    } catch (IOException | RuntimeException | Error e) {
      failures.unreadable(type, e);
      return NONE;
    }
  }
}
