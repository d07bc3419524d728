package io.tallyfast.analysis;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.objectweb.asm.Opcodes;

/**
 * What the bytes of a class file say before its methods begin: its name, supertypes and fields.
 * Immutable.
 */
final class ClassHeader {
  private static final int MAGIC = 0xCAFEBABE;
  private static final String[] NONE = {};
  private static final byte[] SIGNATURE = "Signature".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OBJECT = "java/lang/Object".getBytes(StandardCharsets.US_ASCII);

  private final byte[] bytes;
  private final ConstantPool pool;
  private String name = "";
  private String[] supertypes = NONE;
  private String[] volatiles = NONE;
  private String[] mapValues = NONE;
  private boolean claims;
  private int end;

  private ClassHeader(byte[] bytes, ConstantPool pool) {
    this.bytes = bytes;
    this.pool = pool;
  }

  /**
   * Reads a class file.
   *
   * @return null when it is not a valid one
   */
  static ClassHeader of(byte[] classFile) {
    ConstantPool pool = new ConstantPool(classFile);
    if (classFile.length < 10 || pool.int32(0) != MAGIC || !pool.index()) {
      return null;
    }
    try {
      ClassHeader header = new ClassHeader(classFile, pool);
      header.read();
      return header.name.isEmpty() ? null : header;
    } catch (IndexOutOfBoundsException e) {
      return null;
    }
  }

  private void read() {
    int at = pool.end() + 2;
    name = className(at);
    int interfaces = pool.uint16(at + 4);
    supertypes = supertypes(at + 2, interfaces);
    at += 6 + 2 * interfaces;
    int fields = pool.uint16(at);
    at += 2;
    for (int i = 0; i < fields; i++) {
      at = field(at + 6);
    }
    end = at;
  }

  private String[] supertypes(int superclass, int interfaces) {
    boolean plain = pool.equals(pool.firstOf(pool.uint16(superclass)), OBJECT);
    String parent = plain ? "" : className(superclass);
    int first = parent.isEmpty() ? 0 : 1;
    if (first + interfaces == 0) {
      return NONE;
    }
    String[] all = new String[first + interfaces];
    if (first == 1) {
      all[0] = parent;
    }
    for (int i = 0; i < interfaces; i++) {
      all[first + i] = className(superclass + 4 + 2 * i);
    }
    return all;
  }

  private String className(int at) {
    return pool.text(pool.firstOf(pool.uint16(at)));
  }

  private int field(int begin) {
    boolean isVolatile = (pool.uint16(begin - 6) & Opcodes.ACC_VOLATILE) != 0;
    if (isVolatile && FieldKey.isNumber(pool.text(pool.uint16(begin - 2)))) {
      volatiles = Arrays.copyOf(volatiles, volatiles.length + 1);
      volatiles[volatiles.length - 1] = pool.text(pool.uint16(begin - 4));
    }
    int count = pool.uint16(begin);
    int at = begin + 2;
    for (int i = 0; i < count; i++) {
      claims |= !claims && mayClaim(at);
      if (pool.equals(pool.uint16(at), SIGNATURE)) {
        addMapValue(pool.text(pool.uint16(begin - 2)), pool.uint16(at + 6));
      }
      at = afterAttribute(at);
    }
    return at;
  }

  /** Of a field that is a map, the class of its values, if that is one of the code. */
  private void addMapValue(String descriptor, int signature) {
    if (!descriptor.endsWith("Map;")) {
      return;
    }
    String text = pool.text(signature);
    int end = text.length() - 3;
    if (!text.endsWith(";>;") || text.charAt(end - 1) == '>') {
      return;
    }
    int begin = Math.max(text.lastIndexOf(';', end - 1), text.lastIndexOf('<')) + 1;
    begin += text.charAt(begin) == '+' ? 1 : 0;
    String value = text.substring(begin, end).replace('.', '$');
    if (value.startsWith("L") && CallFacts.isOfTheCode(value.substring(1))) {
      mapValues = Arrays.copyOf(mapValues, mapValues.length + 1);
      mapValues[mapValues.length - 1] = value.substring(1);
    }
  }

  /** Whether annotations may name the lock of a field; the first of them says so, or hides it. */
  private boolean mayClaim(int attribute) {
    if (!pool.text(pool.uint16(attribute)).endsWith("visibleAnnotations")) {
      return false;
    }
    int annotations = pool.uint16(attribute + 6);
    return annotations > 1
        || annotations == 1 && pool.text(pool.uint16(attribute + 8)).endsWith("GuardedBy;");
  }

  /** Where the next attribute is, behind one that is whole. */
  int afterAttribute(int at) {
    int length = pool.int32(at + 2);
    if (length < 0 || length > bytes.length - at - 6) {
      throw new IndexOutOfBoundsException("an attribute that is larger than its class");
    }
    return at + 6 + length;
  }

  ConstantPool pool() {
    return pool;
  }

  /** Where the number of its methods is. */
  int end() {
    return end;
  }

  /** Its internal name. */
  String name() {
    return name;
  }

  /** The internal names of its direct supertypes, other than {@code Object}. */
  String[] supertypes() {
    return supertypes;
  }

  /** The names of its own volatile fields that are numbers. */
  String[] volatiles() {
    return volatiles;
  }

  /** The classes of the values in its maps. */
  String[] mapValues() {
    return mapValues;
  }

  /** Whether annotations may say which locks its fields need. */
  boolean claims() {
    return claims;
  }
}
