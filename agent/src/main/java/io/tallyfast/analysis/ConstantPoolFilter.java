package io.tallyfast.analysis;

import java.nio.charset.StandardCharsets;

/**
 * Tells from the constant pool alone whether a class may hold a site. Most classes of a server do
 * not, and are told apart here for less than it takes to make one string.
 *
 * <p>Conservative: a class with a site is never rejected. What cannot be understood, but is a class
 * file, may hold a site. Stateless; never throws.
 */
public final class ConstantPoolFilter {
  private static final int MAGIC = 0xCAFEBABE;
  private static final int METHODREF = 10;
  private static final int INTERFACE_METHODREF = 11;

  /** The methods that write into a map, with the least number of parameters that do. */
  private static final MethodName[] MUTATORS = {
    new MethodName("put", 2),
    new MethodName("replace", 2),
    new MethodName("merge", 2),
    new MethodName("compute", 2),
    new MethodName("computeIfPresent", 2),
    new MethodName("computeIfAbsent", 2),
    new MethodName("putIfAbsent", 2),
    new MethodName("setProperty", 2),
    new MethodName("setValue", 1),
  };

  /** Classes with methods of the same names that are no maps, and that half the world uses. */
  private static final byte[][] NO_MAPS = {
    utf8("java/lang/String"), utf8("java/lang/StringBuilder"), utf8("java/lang/StringBuffer"),
  };

  private ConstantPoolFilter() {}

  /**
   * Whether a class may hold a site.
   *
   * @param classFile the bytes of a class file; null and anything else that is none give false
   */
  public static boolean mayHoldSite(byte[] classFile) {
    return mayHoldSite(classFile, FieldScope.OFF);
  }

  /**
   * Whether a class may hold a site.
   *
   * @param classFile the bytes of a class file; null and anything else that is none give false
   * @param fields the fields that are of interest as well
   */
  public static boolean mayHoldSite(byte[] classFile, FieldScope fields) {
    if (classFile == null || classFile.length < 10) {
      return false;
    }
    ConstantPool pool = new ConstantPool(classFile);
    if (pool.int32(0) != MAGIC) {
      return false;
    }
    if (!pool.index()) {
      return true;
    }
    return callsMutator(pool) || fields != FieldScope.OFF && new CodeScan(pool, fields).findsSum();
  }

  private static boolean hasMutatorName(ConstantPool pool) {
    for (int i = 1; i < pool.size(); i++) {
      if (pool.tag(i) == ConstantPool.UTF8 && mutator(pool, i) != null) {
        return true;
      }
    }
    return false;
  }

  /** Whether some call may write into a map. */
  static boolean callsMutator(ConstantPool pool) {
    if (!hasMutatorName(pool)) {
      return false;
    }
    for (int i = 1; i < pool.size(); i++) {
      int tag = pool.tag(i);
      if ((tag == METHODREF || tag == INTERFACE_METHODREF) && isMutator(pool, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMutator(ConstantPool pool, int methodRef) {
    int nameAndType = pool.secondOf(methodRef);
    MethodName name = mutator(pool, pool.firstOf(nameAndType));
    if (name == null || pool.parameters(pool.secondOf(nameAndType)) < name.parameters) {
      return false;
    }
    int owner = pool.firstOf(pool.firstOf(methodRef));
    for (byte[] noMap : NO_MAPS) {
      if (pool.equals(owner, noMap)) {
        return false;
      }
    }
    return true;
  }

  private static MethodName mutator(ConstantPool pool, int utf8) {
    for (MethodName name : MUTATORS) {
      if (pool.equals(utf8, name.utf8)) {
        return name;
      }
    }
    return null;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static final class MethodName {
    private final byte[] utf8;
    private final int parameters;

    MethodName(String name, int parameters) {
      this.utf8 = utf8(name);
      this.parameters = parameters;
    }
  }
}
