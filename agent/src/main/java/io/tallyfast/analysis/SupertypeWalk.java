package io.tallyfast.analysis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;

/** Answers what is a subtype of what by going from each type to its direct supertypes. */
public abstract class SupertypeWalk implements TypeOracle {
  /** What a type that nothing is known of extends and implements. */
  protected static final String[] NONE = {};

  /** The direct supertypes of a type, by internal name; none when they are not known. */
  protected abstract String[] supertypesOf(String type);

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
        for (String supertype : supertypesOf(next)) {
          open.add(supertype);
        }
      }
    }
    return false;
  }

  /** The superclass and the interfaces that a class file names. */
  protected static String[] directSupertypes(ClassReader reader) {
    String[] interfaces = reader.getInterfaces();
    String superclass = reader.getSuperName();
    if (superclass == null) {
      return interfaces;
    }
    String[] all = new String[interfaces.length + 1];
    all[0] = superclass;
    System.arraycopy(interfaces, 0, all, 1, interfaces.length);
    return all;
  }
}
