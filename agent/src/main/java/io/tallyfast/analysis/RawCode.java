package io.tallyfast.analysis;

import java.util.Arrays;

/**
 * Reads the code of a class file as bytes, for what may matter of it: no tree, no string, no label.
 * A method may mutate something when it calls what may, or when it adds or compares and both reads
 * and writes one field, or elements of one kind. Used for one class; not thread-safe.
 */
final class RawCode {
  private static final int SUM_FIRST = 0x60;
  private static final int SUM_LAST = 0x83;
  private static final int IINC = 0x84;
  private static final int LCMP = 0x94;
  private static final int DCMPG = 0x98;
  private static final int IF_ICMPLT = 0xa1;
  private static final int IF_ICMPLE = 0xa4;
  private static final int GETSTATIC = 0xb2;
  private static final int GETFIELD = 0xb4;
  private static final int PUTFIELD = 0xb5;
  private static final int INVOKEDYNAMIC = 0xba;
  private static final int IALOAD = 0x2e;
  private static final int IASTORE = 0x4f;
  private static final int KINDS = 8;
  private static final int MAX_DELEGATE = 24;

  private final byte[] bytes;
  private final ConstantPool pool;
  private final RawCalls calls;
  private final Names read = new Names();
  private final Names written = new Names();
  private final Names lookedUp = new Names();
  private int loads;
  private int stores;
  private boolean combines;
  private boolean mutates;
  private boolean storesByCall;
  private int within;
  private int others;
  private boolean delegates;

  RawCode(byte[] bytes, ConstantPool pool, RawCalls calls) {
    this.bytes = bytes;
    this.pool = pool;
    this.calls = calls;
  }

  /**
   * Reads the code of a method; what it calls goes to the calls.
   *
   * @return whether it may mutate what others count on
   * @throws IndexOutOfBoundsException when it does not end where it should
   */
  boolean mayMutate(int begin, int end) {
    read.clear();
    written.clear();
    loads = 0;
    stores = 0;
    combines = false;
    mutates = false;
    storesByCall = false;
    within = 0;
    others = 0;
    lookedUp.clear();
    int at = begin;
    while (at < end) {
      int opcode = bytes[at] & 0xFF;
      look(opcode, at);
      int length = InsnLengths.at(pool, at, begin);
      if (length == 0) {
        throw new IndexOutOfBoundsException("an instruction that there is not");
      }
      at += length;
    }
    if (at != end) {
      throw new IndexOutOfBoundsException("the code does not end where it should");
    }
    boolean small = within == 1 && others == 0 && end - begin <= MAX_DELEGATE;
    boolean readsAndWrites = (loads & stores) != 0 || read.meets(written);
    boolean mayMutate =
        mutates || readsAndWrites && (combines || small) || combines && storesByCall && !small;
    delegates = small && !mayMutate;
    return mayMutate;
  }

  /** Whether the method read last mutates nothing itself, but may do nothing but call another. */
  boolean delegates() {
    return delegates;
  }

  private void look(int opcode, int at) {
    if (opcode >= GETSTATIC) {
      if (opcode <= PUTFIELD) {
        field(opcode, pool.uint16(at + 1));
      } else if (opcode < INVOKEDYNAMIC) {
        call(pool.uint16(at + 1));
      } else if (opcode == INVOKEDYNAMIC) {
        calls.lambda(pool.firstOf(pool.uint16(at + 1)));
      }
    } else if (opcode >= SUM_FIRST) {
      combines |= opcode <= SUM_LAST || opcode == IINC || compares(opcode);
    } else if (opcode >= IASTORE && opcode < IASTORE + KINDS) {
      stores |= 1 << (opcode - IASTORE);
    } else if (opcode >= IALOAD && opcode < IALOAD + KINDS) {
      loads |= 1 << (opcode - IALOAD);
    }
  }

  /** Whether an instruction orders two numbers, as one that keeps the larger does. */
  private static boolean compares(int opcode) {
    return opcode >= LCMP && opcode <= DCMPG || opcode >= IF_ICMPLT && opcode <= IF_ICMPLE;
  }

  private void field(int opcode, int ref) {
    int nameAndType = pool.secondOf(ref);
    int name = pool.hash(pool.firstOf(nameAndType), 0);
    if (opcode == GETSTATIC || opcode == GETFIELD) {
      read.add(name);
    } else if (pool.isNumber(pool.secondOf(nameAndType))) {
      written.add(name);
    }
  }

  private void call(int ref) {
    RawCalls.Kind kind = calls.call(ref);
    mutates |= kind == RawCalls.Kind.MUTATES;
    combines |= kind == RawCalls.Kind.CALCULATES;
    if (!calls.isWithin(ref)) {
      others++;
      return;
    }
    within++;
    storesByCall |= calls.takesTwo(ref) || calls.setsVariable(ref);
    int counted = calls.ownerOfCount(ref);
    if (counted != 0) {
      mutates |= lookedUp.has(counted);
    } else {
      int type = calls.lookedUpBy(ref);
      if (type != 0) {
        lookedUp.add(type);
      }
    }
  }

  /** A set of names, by their hashes: may take two names for one. */
  private static final class Names {
    private static final int SIZE = 4096;

    private final long[] bits = new long[SIZE / Long.SIZE];
    private boolean any;

    void add(int hash) {
      int bit = (hash ^ hash >>> 12) & (SIZE - 1);
      bits[bit >> 6] |= 1L << bit;
      any = true;
    }

    boolean has(int hash) {
      int bit = (hash ^ hash >>> 12) & (SIZE - 1);
      return any && (bits[bit >> 6] & 1L << bit) != 0;
    }

    boolean meets(Names other) {
      for (int i = 0; any && other.any && i < bits.length; i++) {
        if ((bits[i] & other.bits[i]) != 0) {
          return true;
        }
      }
      return false;
    }

    void clear() {
      if (any) {
        Arrays.fill(bits, 0);
        any = false;
      }
    }
  }
}
