package io.tallyfast.analysis;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;

/** Answers what is a subtype of what by going from each type to its direct supertypes. */
public abstract class SupertypeWalk implements TypeOracle {
  private static final int FOUND = Integer.MAX_VALUE;
  private static final int MOST_STEPS = 64;

  /** What a type that nothing is known of extends and implements. */
  protected static final String[] NONE = {};

  private final Map<String, String[]> volatiles = new ConcurrentHashMap<>();

  /** The direct supertypes of a type, by internal name; none when they are not known. */
  protected abstract String[] supertypesOf(String type);

  /** Whether a type declares a volatile field of a number, going by its class file if any. */
  protected boolean declaresVolatile(String type, String field) {
    String[] known = type.startsWith("java/") ? NONE : volatiles.get(type);
    if (known == null) {
      byte[] bytes = classFile(type);
      ClassHeader header = bytes == null ? null : ClassHeader.of(bytes);
      known = header == null ? NONE : header.volatiles();
      volatiles.put(type, known);
    }
    return Arrays.asList(known).contains(field);
  }

  @Override
  public boolean isSubtype(String type, String ancestor) {
    int found = look(type, ancestor, MOST_STEPS);
    return found == FOUND || found <= 0 && withAllAbove(type).contains(ancestor);
  }

  /**
   * Nearly all types have few others above them: they are looked through without a note of which
   * have been seen.
   *
   * @return {@link #FOUND}, or how many steps are left
   */
  private int look(String type, String ancestor, int steps) {
    if (type.equals(ancestor)) {
      return FOUND;
    }
    int left = steps - 1;
    for (String supertype : supertypesOf(type)) {
      left = left <= 0 ? left : look(supertype, ancestor, left);
      if (left == FOUND) {
        return FOUND;
      }
    }
    return left;
  }

  @Override
  public boolean hasVolatile(String type, String field) {
    if (declaresVolatile(type, field)) {
      return true;
    }
    for (String supertype : withAllAbove(type)) {
      if (declaresVolatile(supertype, field)) {
        return true;
      }
    }
    return false;
  }

  /** A type, and all that it extends and implements. */
  private Set<String> withAllAbove(String type) {
    Set<String> all = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(type);
    while (!open.isEmpty()) {
      String next = open.remove();
      if (all.add(next)) {
        open.addAll(Arrays.asList(supertypesOf(next)));
      }
    }
    return all;
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
