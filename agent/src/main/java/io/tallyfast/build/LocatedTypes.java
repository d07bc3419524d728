package io.tallyfast.build;

import io.tallyfast.analysis.SupertypeWalk;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.dynamic.ClassFileLocator;
import org.objectweb.asm.ClassReader;

/** The types of a build: its own, those it depends on, and the JDK's. Thread-safe. */
final class LocatedTypes extends SupertypeWalk {
  private final ClassFileLocator locator;
  private final Map<String, String[]> supertypes = new ConcurrentHashMap<>();

  LocatedTypes(ClassFileLocator locator) {
    this.locator =
        new ClassFileLocator.Compound(locator, ClassFileLocator.ForClassLoader.ofPlatformLoader());
  }

  @Override
  protected String[] supertypesOf(String type) {
    return supertypes.computeIfAbsent(type, this::read);
  }

  private String[] read(String type) {
    byte[] classFile = classFile(type);
    return classFile == null ? NONE : directSupertypes(new ClassReader(classFile));
  }

  /** The class file of a type; null when it cannot be found, or not read. */
  @Override
  public byte[] classFile(String type) {
    try {
      ClassFileLocator.Resolution found = locator.locate(type.replace('/', '.'));
      return found.isResolved() ? found.resolve() : null;
    } catch (IOException e) {
      // As good as not there: what is not known to be a map is left alone.
      return null;
    }
  }
}
