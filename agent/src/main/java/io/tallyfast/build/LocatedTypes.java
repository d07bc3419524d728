package io.tallyfast.build;

import io.tallyfast.analysis.TypeOracle;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.dynamic.ClassFileLocator;
import org.objectweb.asm.ClassReader;

/** The types of a build: its own, those it depends on, and the JDK's. Thread-safe. */
final class LocatedTypes implements TypeOracle {
  private static final String[] NONE = {};

  private final ClassFileLocator locator;
  private final Map<String, String[]> supertypes = new ConcurrentHashMap<>();

  LocatedTypes(ClassFileLocator locator) {
    this.locator =
        new ClassFileLocator.Compound(locator, ClassFileLocator.ForClassLoader.ofPlatformLoader());
  }

  @Override
  public boolean isSubtype(String type, String ancestor) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(type);
    while (!open.isEmpty()) {
      String next = open.remove();
      if (next.equals(ancestor)) {
        return true;
      }
      if (seen.add(next)) {
        open.addAll(java.util.List.of(supertypes.computeIfAbsent(next, this::read)));
      }
    }
    return false;
  }

  private String[] read(String type) {
    byte[] classFile = classFile(type);
    if (classFile == null) {
      return NONE;
    }
    ClassReader reader = new ClassReader(classFile);
    String[] interfaces = reader.getInterfaces();
    if (reader.getSuperName() == null) {
      return interfaces;
    }
    String[] all = new String[interfaces.length + 1];
    all[0] = reader.getSuperName();
    System.arraycopy(interfaces, 0, all, 1, interfaces.length);
    return all;
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
