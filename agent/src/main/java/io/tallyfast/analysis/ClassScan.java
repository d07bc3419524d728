package io.tallyfast.analysis;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * What the bytes of a class file show before any tree is built of it: its header, whether its code
 * may change what others count on, and which methods call which. This is done for every class, the
 * rest for few. Immutable.
 */
public final class ClassScan {
  private static final int MAGIC = 0xCAFEBABE;
  private static final String[] NONE = {};
  private static final byte[] OBJECT = "java/lang/Object".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CODE = "Code".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BOOTSTRAPS = "BootstrapMethods".getBytes(StandardCharsets.US_ASCII);

  private final byte[] bytes;
  private final ConstantPool pool;
  private String name = "";
  private String[] supertypes = NONE;
  private final Set<Integer> mutators = new HashSet<>(2);
  private int[] delegates = {};
  private int delegateCount;
  private int[] calls = {};
  private boolean leavesLocks;
  private boolean claims;
  private String[] volatiles = NONE;

  private ClassScan(byte[] bytes, ConstantPool pool) {
    this.bytes = bytes;
    this.pool = pool;
  }

  /**
   * Reads a class file.
   *
   * @return null when it is not a valid one
   */
  public static ClassScan of(byte[] classFile) {
    ConstantPool pool = new ConstantPool(classFile);
    if (classFile.length < 10 || pool.int32(0) != MAGIC || !pool.index()) {
      return null;
    }
    try {
      ClassScan scan = new ClassScan(classFile, pool);
      scan.read();
      return scan.name.isEmpty() ? null : scan;
    } catch (IndexOutOfBoundsException e) {
      return null;
    }
  }

  private void read() {
    int at = pool.end() + 2;
    RawCalls raw = new RawCalls(pool, pool.uint16(at));
    name = className(at);
    int interfaces = pool.uint16(at + 4);
    supertypes = supertypes(at + 2, interfaces);
    at += 6 + 2 * interfaces;
    int fields = pool.uint16(at);
    at += 2;
    for (int i = 0; i < fields; i++) {
      at = field(at + 6);
    }
    int methods = pool.uint16(at);
    at += 2;
    RawCode code = new RawCode(bytes, pool, raw);
    for (int i = 0; i < methods; i++) {
      at = method(at, code, raw);
    }
    at = classAttributes(at, raw);
    if (at > bytes.length) {
      throw new IndexOutOfBoundsException("truncated");
    }
    calls = raw.list();
    leavesLocks = raw.leavesLocks();
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

  private int method(int begin, RawCode code, RawCalls raw) {
    int hash = pool.hash(pool.uint16(begin + 4), pool.hash(pool.uint16(begin + 2), 0));
    raw.begin(hash);
    int count = pool.uint16(begin + 6);
    int at = begin + 8;
    for (int i = 0; i < count; i++) {
      if (pool.equals(pool.uint16(at), CODE)) {
        if (code.mayMutate(at + 14, at + 14 + pool.int32(at + 10))) {
          mutators.add(hash);
        } else if (code.delegates()) {
          addDelegate(hash);
        }
      }
      at = afterAttribute(at);
    }
    return at;
  }

  private void addDelegate(int hash) {
    if (delegateCount == delegates.length) {
      delegates = Arrays.copyOf(delegates, 4 + 2 * delegateCount);
    }
    delegates[delegateCount++] = hash;
  }

  private int classAttributes(int begin, RawCalls raw) {
    int count = pool.uint16(begin);
    int at = begin + 2;
    for (int i = 0; i < count; i++) {
      if (pool.equals(pool.uint16(at), BOOTSTRAPS)) {
        raw.bootstraps(at + 6);
      }
      at = afterAttribute(at);
    }
    return at;
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
      at = afterAttribute(at);
    }
    return at;
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

  private int afterAttribute(int at) {
    int length = pool.int32(at + 2);
    if (length < 0 || length > bytes.length - at - 6) {
      throw new IndexOutOfBoundsException("an attribute that is larger than its class");
    }
    return at + 6 + length;
  }

  /** Its internal name. */
  public String name() {
    return name;
  }

  /** The internal names of its direct supertypes, other than {@code Object}. */
  public String[] supertypes() {
    return supertypes;
  }

  /** The names of its own volatile fields that are numbers. */
  public String[] volatiles() {
    return volatiles;
  }

  /**
   * The methods that may mutate a map, a holder, a field or an element: the hashes ({@link
   * String#hashCode}) of their names and descriptors.
   */
  public Set<Integer> mutators() {
    return mutators;
  }

  /** Whether it says that it is a map, and leaves nothing to another class but to the plainest. */
  public boolean isMap() {
    for (String type : supertypes) {
      if (type.startsWith("java/util/") && type.endsWith("Map")) {
        return true;
      }
    }
    return false;
  }

  /** Whether annotations may say which locks its fields need. */
  public boolean claims() {
    return claims;
  }

  /**
   * The small methods that mutate nothing themselves, but may only call one that does; named as
   * {@link #mutators} are.
   */
  public int[] delegates() {
    return Arrays.copyOf(delegates, delegateCount);
  }

  /** Whether a method may take a lock and leave it to its caller to give it back. */
  public boolean leavesLocks() {
    return leavesLocks;
  }

  /**
   * The calls within the code that is judged together, three numbers each: the hashes ({@link
   * String#hashCode}) of the name and descriptor of the caller, of those of what is called, and of
   * the class that the call names.
   */
  public int[] calls() {
    return calls;
  }
}
