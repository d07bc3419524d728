package io.tallyfast.analysis;

import java.nio.charset.StandardCharsets;

/**
 * Tells from the constant pool alone whether a class may make a map of statistics for a field,
 * though it may not change one. Stateless but for the names it was given; never throws.
 */
public final class CreationFilter {
  private static final int CLASS = 7;
  private static final int FIELDREF = 9;
  private static final int METHODREF = 10;
  private static final byte[][] GUARDABLE = Creations.classNames();
  private static final byte[][] FACTORIES = Factories.classNames();
  private static final byte[][] MAP_TYPES = {
    utf8("Map;"), utf8("/Hashtable;"), utf8("/Properties;")
  };
  private static final byte[] ENUM_MAP = utf8("java/util/EnumMap");
  private static final byte[] CONSTRUCTOR = utf8("<init>");
  private static final byte[] OF_CLASS = utf8("(Ljava/lang/Class;)V");
  private static final byte[] PUT_ALL = utf8("putAll");
  private static final byte[] INNER_CLASSES = utf8("InnerClasses");

  private final MapNames names;

  /** Creates for fields of these names. */
  public CreationFilter(MapNames names) {
    this.names = names;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Whether a class may make such a map, or copies an {@code EnumMap}, which may be one.
   *
   * @param classFile the bytes of a class file
   */
  public boolean mayCreate(byte[] classFile) {
    ConstantPool pool = new ConstantPool(classFile);
    try {
      return classFile.length >= 10
          && pool.index()
          && namesMap(pool)
          && (hasField(pool) || copiesEnumMap(pool));
    } catch (IndexOutOfBoundsException e) {
      // A name that is not encoded as it should be: the JVM will say so.
      return false;
    }
  }

  private static boolean namesMap(ConstantPool pool) {
    for (int i = 1; i < pool.size(); i++) {
      if (pool.tag(i) == CLASS) {
        for (byte[] type : GUARDABLE) {
          if (pool.equals(pool.firstOf(i), type)) {
            return true;
          }
        }
        for (byte[] factory : FACTORIES) {
          if (pool.endsWith(pool.firstOf(i), factory)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean hasField(ConstantPool pool) {
    boolean maps = false;
    boolean nested = false;
    for (int i = 1; i < pool.size(); i++) {
      if (pool.tag(i) == FIELDREF && isMap(pool, pool.secondOf(pool.secondOf(i)))) {
        maps = true;
        String field = pool.text(pool.firstOf(pool.secondOf(i)));
        String owner = pool.text(pool.firstOf(pool.firstOf(i)));
        if (names.mayHoldStatistics(field) || names.namesExactly(owner, field)) {
          return true;
        }
      }
      nested |= pool.tag(i) == ConstantPool.UTF8 && pool.equals(i, INNER_CLASSES);
    }
    // Classes nested in it may count in its maps.
    return maps && nested;
  }

  /** Whether the class has an {@code EnumMap} made of another map, or filled from one. */
  private static boolean copiesEnumMap(ConstantPool pool) {
    for (int i = 1; i < pool.size(); i++) {
      if (pool.tag(i) == METHODREF && pool.equals(pool.firstOf(pool.firstOf(i)), ENUM_MAP)) {
        int name = pool.firstOf(pool.secondOf(i));
        int descriptor = pool.secondOf(pool.secondOf(i));
        if (pool.equals(name, CONSTRUCTOR) && !pool.equals(descriptor, OF_CLASS)
            || pool.equals(name, PUT_ALL)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isMap(ConstantPool pool, int descriptor) {
    for (byte[] type : MAP_TYPES) {
      if (pool.endsWith(descriptor, type)) {
        return true;
      }
    }
    return false;
  }
}
