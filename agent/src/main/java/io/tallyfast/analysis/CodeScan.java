package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import java.util.BitSet;

/**
 * Looks in the bytes of a class's methods for a field, an array element or an object that holds a
 * value that is read, then something calculated, then written. Makes no objects for instructions:
 * it is run for every class that loads. Conservative: what cannot be understood may hold one. Not
 * thread-safe; never throws.
 */
final class CodeScan {
  private static final byte[] CODE = {'C', 'o', 'd', 'e'};
  private static final byte[] GET = {'g', 'e', 't'};
  private static final byte[] SET = {'s', 'e', 't'};
  private static final byte[] SET_VALUE = {'s', 'e', 't', 'V', 'a', 'l', 'u', 'e'};
  private static final byte[] LAZY_SET = {'l', 'a', 'z', 'y', 'S', 'e', 't'};

  private final ConstantPool pool;
  private final FieldScope scope;
  private final BitSet read = new BitSet();
  private final BitSet summed = new BitSet();

  /** The indexes of the classes whose objects were asked for what they hold. */
  private final BitSet got = new BitSet();

  private final BitSet gotAndSummed = new BitSet();

  /** The indexes of the names of the class's own volatile fields. */
  private final BitSet volatiles = new BitSet();

  /** Where the fields go that may be counted in; null to stop at the first. */
  private BitSet fields;

  /** Whether some code cannot be understood. */
  private boolean strange;

  private int thisName;
  private int at;

  CodeScan(ConstantPool pool, FieldScope scope) {
    this.pool = pool;
    this.scope = scope;
  }

  /** Whether some method does so. */
  boolean findsSum() {
    return scan(null);
  }

  /**
   * Looks for all of them.
   *
   * @param methods where the numbers of the methods go that do so
   * @param fields where the indexes of the fields go
   * @return false when the code cannot be understood
   */
  boolean collect(BitSet methods, BitSet fields) {
    this.fields = fields;
    scan(methods);
    return !strange;
  }

  private boolean scan(BitSet finders) {
    at = pool.end() + 6;
    thisName = pool.firstOf(pool.uint16(at - 4));
    at += 2 + 2 * pool.uint16(at);
    int members = pool.uint16(at);
    at += 2;
    for (int i = 0; i < members; i++) {
      if ((pool.uint16(at) & ACC_VOLATILE) != 0) {
        volatiles.set(pool.uint16(at + 2));
      }
      skipMember();
    }
    int methods = pool.uint16(at);
    at += 2;
    for (int i = 0; i < methods; i++) {
      if (methodFindsSum()) {
        if (finders == null) {
          return true;
        }
        finders.set(i);
      }
    }
    return false;
  }

  private void skipMember() {
    int attributes = pool.uint16(at + 6);
    at += 8;
    for (int i = 0; i < attributes; i++) {
      skipAttribute();
    }
  }

  private void skipAttribute() {
    int length = pool.int32(at + 2);
    at += length < 0 ? Integer.MAX_VALUE / 4 : Math.min(length, Integer.MAX_VALUE / 4) + 6;
    if (at < 0) {
      at = Integer.MAX_VALUE / 2;
    }
  }

  private boolean methodFindsSum() {
    int attributes = pool.uint16(at + 6);
    at += 8;
    boolean finds = false;
    for (int i = 0; i < attributes; i++) {
      int code = at;
      boolean isCode = pool.equals(pool.uint16(at), CODE);
      skipAttribute();
      finds |= isCode && codeFindsSum(code + 14, pool.int32(code + 10));
    }
    return finds;
  }

  private boolean codeFindsSum(int start, int length) {
    read.clear();
    summed.clear();
    got.clear();
    gotAndSummed.clear();
    boolean found = false;
    boolean keptArray = false;
    int elementsRead = 0;
    int elementsSummed = 0;
    int i = start;
    int end = length < 0 ? start : start + length;
    while (i < end) {
      int opcode = pool.uint8(i);
      if (opcode == GETFIELD || opcode == GETSTATIC) {
        read.set(pool.uint16(i + 1));
        keptArray |= isArray(pool.secondOf(pool.secondOf(pool.uint16(i + 1))));
      } else if (opcode == CHECKCAST) {
        keptArray |= isArray(pool.firstOf(pool.uint16(i + 1)));
      } else if (opcode >= IALOAD && opcode <= SALOAD) {
        elementsRead |= 1 << (opcode - IALOAD);
      } else if (opcode >= IADD && opcode <= IINC || opcode == INVOKESTATIC) {
        summed.or(read);
        gotAndSummed.or(got);
        elementsSummed |= elementsRead;
      } else if (opcode == INVOKEVIRTUAL || opcode == INVOKEINTERFACE) {
        found |= setsWhatWasGot(pool.uint16(i + 1));
      } else if (opcode >= LCMP && opcode <= DCMPG || opcode >= IF_ICMPLT && opcode <= IF_ICMPLE) {
        summed.or(read);
        gotAndSummed.or(got);
      } else if (opcode == PUTFIELD || opcode == PUTSTATIC) {
        int field = pool.uint16(i + 1);
        if (summed.get(field) && isNumber(field) && mayCount(field)) {
          found = true;
          if (fields != null) {
            fields.set(field);
          }
        }
      } else if (opcode >= IASTORE && opcode <= SASTORE) {
        if (keptArray && opcode != AASTORE && (elementsSummed >> (opcode - IASTORE) & 1) == 1) {
          found = true;
          addArrays();
        }
      }
      int step = InsnLengths.at(pool, i, start);
      strange |= step <= 0;
      if (step <= 0 || found && fields == null) {
        return true;
      }
      i += step;
    }
    return found;
  }

  /** Notes what is asked for what it holds, and tells whether a call sets it to a sum of that. */
  private boolean setsWhatWasGot(int methodRef) {
    int name = pool.firstOf(pool.secondOf(methodRef));
    int type = pool.firstOf(methodRef);
    if (pool.startsWith(name, GET)) {
      got.set(type);
    }
    return gotAndSummed.get(type)
        && (pool.equals(name, SET) || pool.equals(name, SET_VALUE) || pool.equals(name, LAZY_SET))
        && VariablePlace.holdsValues(pool.text(pool.firstOf(type)));
  }

  /** The arrays that were read may be those whose elements change. */
  private void addArrays() {
    for (int i = read.nextSetBit(0); fields != null && i >= 0; i = read.nextSetBit(i + 1)) {
      if (isArray(pool.secondOf(pool.secondOf(i)))) {
        fields.set(i);
      }
    }
  }

  private boolean isNumber(int field) {
    int descriptor = pool.secondOf(pool.secondOf(field));
    int length = pool.lengthOf(descriptor);
    return length == 1 && pool.byteOf(descriptor, 0) != 'Z'
        || length > 14 && pool.byteOf(descriptor, 6) == 'l';
  }

  /** Whether a descriptor, or the name of a class, is that of an array of numbers. */
  private boolean isArray(int utf8) {
    return pool.lengthOf(utf8) == 2 && pool.byteOf(utf8, 0) == '[';
  }

  /** Whether a field is not by its own declaration and name what is never guarded. */
  private boolean mayCount(int field) {
    int name = pool.firstOf(pool.secondOf(field));
    boolean own = pool.firstOf(pool.firstOf(field)) == thisName;
    if (!own || volatiles.get(name) || scope == FieldScope.ALL) {
      return true;
    }
    return scope == FieldScope.STATS && !CounterNames.saysPosition(pool.text(name));
  }
}
