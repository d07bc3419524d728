package io.tallyfast.analysis;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * What the bytes of a class file show before any tree is built of it: its header, whether its code
 * may change what others count on, and which methods call which. This is done for every class, the
 * rest for few. Immutable.
 */
public final class ClassScan {
  private static final byte[] CODE = "Code".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BOOTSTRAPS = "BootstrapMethods".getBytes(StandardCharsets.US_ASCII);

  private final byte[] bytes;
  private final ClassHeader header;
  private final ConstantPool pool;
  private final Set<Integer> mutators = new HashSet<>(2);
  private int[] delegates = {};
  private int delegateCount;
  private int[] calls = {};
  private boolean leavesLocks;

  private ClassScan(byte[] bytes, ClassHeader header) {
    this.bytes = bytes;
    this.header = header;
    this.pool = header.pool();
  }

  /**
   * Reads a class file.
   *
   * @return null when it is not a valid one
   */
  public static ClassScan of(byte[] classFile) {
    ClassHeader header = ClassHeader.of(classFile);
    if (header == null) {
      return null;
    }
    try {
      ClassScan scan = new ClassScan(classFile, header);
      scan.read();
      return scan;
    } catch (IndexOutOfBoundsException e) {
      return null;
    }
  }

  private void read() {
    RawCalls raw = new RawCalls(pool, pool.uint16(pool.end() + 2));
    int at = header.end();
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
      at = header.afterAttribute(at);
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
      at = header.afterAttribute(at);
    }
    return at;
  }

  /** Its internal name. */
  public String name() {
    return header.name();
  }

  /** The internal names of its direct supertypes, other than {@code Object}. */
  public String[] supertypes() {
    return header.supertypes();
  }

  /** The names of its own volatile fields that are numbers. */
  public String[] volatiles() {
    return header.volatiles();
  }

  /** The internal names of classes whose objects are values of maps in its fields. */
  public String[] mapValues() {
    return header.mapValues();
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
    for (String type : header.supertypes()) {
      if (type.startsWith("java/util/") && type.endsWith("Map")) {
        return true;
      }
    }
    return false;
  }

  /** Whether annotations may say which locks its fields need. */
  public boolean claims() {
    return header.claims();
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
