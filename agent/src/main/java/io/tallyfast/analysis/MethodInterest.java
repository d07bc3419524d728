package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import java.util.BitSet;

/**
 * The methods of a class that can have a part in whether the class holds a site, told from the
 * bytes of their code: the others need not be parsed to find that there is none.
 *
 * <p>Of interest is what uses a field or element that may be counted in, and where there is one,
 * what takes a lock or assigns a field that may hold one; what calls a method of a map, or a method
 * of the class that does or that a method handle names; what makes, copies, assigns or returns a
 * map. Not thread-safe; never throws.
 */
final class MethodInterest {
  private static final byte[] CODE = {'C', 'o', 'd', 'e'};

  /** The most bytes of code of a method that only returns a field, which may hold a map. */
  private static final int ACCESSOR = 8;

  private static final int MOST_CODE = 65_535;
  private static final int FAR = Integer.MAX_VALUE / 4;

  private final ConstantPool pool;
  private final TellingConstants constants;
  private final MapNames names;
  private final boolean usesMaps;
  private final int thisName;
  private final BitSet interesting = new BitSet();

  /** Names of the own methods that call a map's, and of those that a method handle names. */
  private final BitSet named = new BitSet();

  /** The indexes of the fields that may be counted in. */
  private final BitSet counted = new BitSet();

  private int methods;
  private int firstMethod;
  private int nameOfMethod;
  private int at;

  private MethodInterest(ConstantPool pool, MapNames names) {
    this.pool = pool;
    this.names = names;
    this.usesMaps = ConstantPoolFilter.callsMutator(pool);
    this.constants = new TellingConstants(pool);
    this.thisName = pool.firstOf(pool.uint16(pool.end() + 2));
  }

  /**
   * The numbers of the methods of interest, in the order of the class file.
   *
   * @param scope the fields that are of interest
   * @param names the maps that are because of their fields' names
   * @return null when the bytes cannot be understood, so that all of them are
   */
  static BitSet of(byte[] classFile, FieldScope scope, MapNames names) {
    ConstantPool pool = new ConstantPool(classFile);
    if (!pool.index()) {
      return null;
    }
    MethodInterest interest = new MethodInterest(pool, names);
    if (!new CodeScan(pool, scope).collect(interest.interesting, interest.counted)) {
      return null;
    }
    interest.nameHandled();
    interest.look();
    interest.follow();
    return interest.interesting;
  }

  private void nameHandled() {
    for (int i = 1; i < pool.size(); i++) {
      if (pool.tag(i) == ConstantPool.METHOD_HANDLE) {
        name(ownName(pool.handleOf(i)));
      }
    }
  }

  private void name(int utf8) {
    if (utf8 > 0) {
      named.set(utf8);
    }
  }

  /** The index of the name of an own member that is referred to; 0 for others. */
  private int ownName(int ref) {
    return pool.firstOf(pool.firstOf(ref)) == thisName ? pool.firstOf(pool.secondOf(ref)) : 0;
  }

  /** Looks at what each method does by itself. */
  private void look() {
    at = pool.end() + 6;
    at += 2 + 2 * pool.uint16(at);
    at = afterFields(at);
    methods = pool.uint16(at);
    at += 2;
    firstMethod = at;
    for (int i = 0; i < methods; i++) {
      int code = toCode();
      if (code > 0) {
        look(i, code);
      }
    }
  }

  private int afterFields(int begin) {
    int fields = pool.uint16(begin);
    at = begin + 2;
    for (int i = 0; i < fields; i++) {
      toCode();
    }
    return at;
  }

  /**
   * Goes to the next member.
   *
   * @return where the attribute with the code of this one starts, 0 when there is none
   */
  private int toCode() {
    int attributes = pool.uint16(at + 6);
    nameOfMethod = pool.uint16(at + 2);
    at += 8;
    int code = 0;
    for (int i = 0; i < attributes; i++) {
      if (pool.equals(pool.uint16(at), CODE)) {
        code = at;
      }
      int length = pool.int32(at + 2);
      at += length < 0 ? FAR : Math.min(length, FAR) + 6;
      at = Math.min(at, FAR);
    }
    return code;
  }

  private void look(int method, int code) {
    boolean matters = interesting.get(method) || usesMaps && named.get(nameOfMethod);
    int start = code + 14;
    int end = endOf(code);
    for (int i = start; i < end; i += InsnLengths.at(pool, i, start)) {
      int opcode = pool.uint8(i);
      int operand = pool.uint16(i + 1);
      if (opcode == GETFIELD || opcode == GETSTATIC) {
        matters |= end - start <= ACCESSOR && isObject(operand);
      } else if (opcode == PUTFIELD || opcode == PUTSTATIC) {
        matters |= isObject(operand) && (!counted.isEmpty() || mayHoldStatistics(operand));
      } else if (opcode >= INVOKEVIRTUAL && opcode <= INVOKEINTERFACE) {
        matters |= !counted.isEmpty() && constants.callsLock(operand);
        matters |= constants.makesMap(operand);
        if (usesMaps && constants.callsMap(operand)) {
          matters = true;
          name(nameOfMethod);
        }
      } else if (opcode == MONITORENTER) {
        matters |= !counted.isEmpty();
      } else if (opcode == NEW) {
        matters |= constants.makesMap(operand);
      }
    }
    interesting.set(method, matters);
  }

  private int endOf(int code) {
    int length = pool.int32(code + 10);
    return length < 0 || length > MOST_CODE ? code + 14 + MOST_CODE : code + 14 + length;
  }

  /** Whether the agent may make the map in a field a guarded one, or say of it that it cannot. */
  private boolean mayHoldStatistics(int field) {
    int nameAndType = pool.secondOf(field);
    int descriptor = pool.secondOf(nameAndType);
    String type = pool.text(descriptor);
    if (MapCalls.isMap(type.substring(1, type.length() - 1), TypeOracle.NONE)) {
      return true;
    }
    String name = pool.text(pool.firstOf(nameAndType));
    return names.mayHoldStatistics(name)
        || names.namesExactly(pool.text(pool.firstOf(pool.firstOf(field))), name);
  }

  private boolean isObject(int field) {
    return pool.byteOf(pool.secondOf(pool.secondOf(field)), 0) == 'L';
  }

  /** Adds the methods that use a field that is counted in, or call one that uses a map. */
  private void follow() {
    at = firstMethod;
    for (int method = 0; method < methods; method++) {
      int code = toCode();
      if (code > 0 && !interesting.get(method) && usesAny(code)) {
        interesting.set(method);
      }
    }
  }

  private boolean usesAny(int code) {
    if (usesMaps && named.get(nameOfMethod)) {
      return true;
    }
    int start = code + 14;
    int end = endOf(code);
    for (int i = start; i < end; i += InsnLengths.at(pool, i, start)) {
      int opcode = pool.uint8(i);
      if (opcode >= GETSTATIC && opcode <= PUTFIELD) {
        if (counted.get(pool.uint16(i + 1))) {
          return true;
        }
      } else if (opcode >= INVOKEVIRTUAL && opcode <= INVOKEINTERFACE) {
        if (usesMaps && named.get(ownName(pool.uint16(i + 1)))) {
          return true;
        }
      }
    }
    return false;
  }
}
