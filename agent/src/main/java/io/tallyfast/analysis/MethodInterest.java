package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import java.util.BitSet;

/**
 * The methods of a class that can have a part in whether the class holds a site, told from the
 * bytes of their code: the others need not be parsed to find that there is none. Parsing all of
 * them was more than half of what the agent cost a server that starts.
 *
 * <p>Of interest is what calls a method of a map or a lock, enters a monitor, makes a map, assigns
 * a field that holds an object or just returns it, uses a field that some method both reads and
 * writes, is named by a method handle, or calls a method of the class that is of interest for its
 * calls on maps. Not thread-safe; never throws.
 */
final class MethodInterest {
  private static final byte[] CODE = {'C', 'o', 'd', 'e'};

  /** The most bytes of code of a method that only returns a field, which may hold a map. */
  private static final int ACCESSOR = 8;

  private static final int MOST_CODE = 65_535;
  private static final int FAR = Integer.MAX_VALUE / 4;

  private final ConstantPool pool;
  private final TellingConstants constants;
  private final int thisName;
  private final BitSet interesting = new BitSet();

  /** Names of the own methods that call a map's, and of those that a method handle names. */
  private final BitSet named = new BitSet();

  private final BitSet added = new BitSet();
  private final BitSet read = new BitSet();
  private final BitSet written = new BitSet();
  private int methods;
  private int firstMethod;
  private int nameOfMethod;
  private int at;

  private MethodInterest(ConstantPool pool) {
    this.pool = pool;
    this.constants = new TellingConstants(pool);
    this.thisName = pool.firstOf(pool.uint16(pool.end() + 2));
  }

  /**
   * The numbers of the methods of interest, in the order of the class file.
   *
   * @return null when the bytes cannot be understood, so that all of them are
   */
  static BitSet of(byte[] classFile) {
    ConstantPool pool = new ConstantPool(classFile);
    if (!pool.index()) {
      return null;
    }
    MethodInterest interest = new MethodInterest(pool);
    interest.nameHandled();
    if (!interest.first()) {
      return null;
    }
    interest.second();
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

  /** Looks at what each method does by itself, and notes the fields that are added to. */
  private boolean first() {
    at = pool.end() + 6;
    at += 2 + 2 * pool.uint16(at);
    at = afterFields(at);
    methods = pool.uint16(at);
    at += 2;
    firstMethod = at;
    for (int i = 0; i < methods; i++) {
      int code = toCode();
      if (code > 0 && !look(i, code)) {
        return false;
      }
    }
    return true;
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

  private boolean look(int method, int code) {
    read.clear();
    written.clear();
    boolean elements = false;
    boolean matters = named.get(nameOfMethod);
    int start = code + 14;
    int end = endOf(code);
    int step = 1;
    for (int i = start; i < end && step > 0; i += step) {
      int opcode = pool.uint8(i);
      int operand = pool.uint16(i + 1);
      if (opcode == GETFIELD || opcode == GETSTATIC) {
        read.set(operand);
        matters |= end - start <= ACCESSOR && isObject(operand);
      } else if (opcode == PUTFIELD || opcode == PUTSTATIC) {
        written.set(operand);
        matters |= isObject(operand);
      } else if (opcode >= INVOKEVIRTUAL && opcode <= INVOKEINTERFACE) {
        matters |= constants.callsLock(operand);
        if (constants.callsMap(operand)) {
          matters = true;
          name(nameOfMethod);
        }
      } else if (opcode == MONITORENTER || opcode == NEW && constants.makesMap(operand)) {
        matters = true;
      }
      elements |= opcode >= IASTORE && opcode <= SASTORE;
      step = InsnLengths.at(pool, i, start);
    }
    noteAdded(elements);
    interesting.set(method, matters);
    return step > 0;
  }

  private int endOf(int code) {
    int length = pool.int32(code + 10);
    return length < 0 || length > MOST_CODE ? code + 14 + MOST_CODE : code + 14 + length;
  }

  private void noteAdded(boolean elements) {
    for (int i = read.nextSetBit(0); i >= 0; i = read.nextSetBit(i + 1)) {
      int descriptor = pool.secondOf(pool.secondOf(i));
      if (written.get(i) || elements && pool.byteOf(descriptor, 0) == '[') {
        added.set(i);
      }
    }
  }

  private boolean isObject(int field) {
    return pool.byteOf(pool.secondOf(pool.secondOf(field)), 0) == 'L';
  }

  /** Adds the methods that use a field that is added to, or call one that uses a map. */
  private void second() {
    at = firstMethod;
    for (int method = 0; method < methods; method++) {
      int code = toCode();
      if (code > 0 && !interesting.get(method) && usesAny(code)) {
        interesting.set(method);
      }
    }
  }

  private boolean usesAny(int code) {
    if (named.get(nameOfMethod)) {
      return true;
    }
    int start = code + 14;
    int end = endOf(code);
    for (int i = start; i < end; i += InsnLengths.at(pool, i, start)) {
      int opcode = pool.uint8(i);
      if (opcode >= GETSTATIC && opcode <= PUTFIELD) {
        if (added.get(pool.uint16(i + 1))) {
          return true;
        }
      } else if (opcode >= INVOKEVIRTUAL && opcode <= INVOKEINTERFACE) {
        if (named.get(ownName(pool.uint16(i + 1)))) {
          return true;
        }
      }
    }
    return false;
  }
}
