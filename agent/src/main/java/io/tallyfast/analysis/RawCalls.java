package io.tallyfast.analysis;

import java.util.Arrays;
import java.util.Map;

/**
 * The calls of one class, from its constant pool: what each may do, and which stay within the code
 * that is judged together. Not thread-safe.
 */
final class RawCalls {
  private static final int SEGMENTS = 2;

  private static final Map<Integer, Kind> LOCKS =
      Map.of(
          "lock".hashCode(), Kind.ACQUIRES,
          "lockInterruptibly".hashCode(), Kind.ACQUIRES,
          "writeLockInterruptibly".hashCode(), Kind.ACQUIRES,
          "unlock".hashCode(), Kind.RELEASES,
          "unlockWrite".hashCode(), Kind.RELEASES);

  private final ConstantPool pool;
  private final int root;
  private final Kind[] kinds;
  private final int[] lastIn;
  private int method;
  private int methods;
  private boolean acquires;
  private boolean releases;
  private boolean leavesLocks;
  private int[] list = new int[64];
  private int size;
  private int[] lambdas = {};
  private int lambdaCount;

  /** What a call may do, as far as its name tells. */
  enum Kind {
    NOTHING,
    MUTATES,
    CALCULATES,
    ACQUIRES,
    RELEASES
  }

  RawCalls(ConstantPool pool, int thisClass) {
    this.pool = pool;
    this.root = root(pool.firstOf(thisClass));
    this.kinds = new Kind[pool.size()];
    this.lastIn = new int[pool.size()];
  }

  /** Begins a method, given the hash of its name and descriptor. */
  void begin(int hash) {
    method = hash;
    methods++;
    leavesLocks |= acquires != releases;
    acquires = false;
    releases = false;
  }

  /** Whether a method so far takes a lock that it does not give back, or the other way round. */
  boolean leavesLocks() {
    return leavesLocks || acquires != releases;
  }

  /** Takes a call of the method, and tells what it may do. */
  Kind call(int ref) {
    if (ref >= kinds.length) {
      return Kind.NOTHING;
    }
    Kind kind = kinds[ref];
    if (kind == null) {
      kind = kindOf(ref);
      kinds[ref] = kind;
    }
    acquires |= kind == Kind.ACQUIRES;
    releases |= kind == Kind.RELEASES;
    if (lastIn[ref] >= 0 && lastIn[ref] != methods) {
      boolean within = root(ownerOf(ref)) == root;
      lastIn[ref] = within ? methods : -1;
      if (within) {
        put(method, ref);
      }
    }
    return kind;
  }

  /** Whether a call stays within the code that is judged together. */
  boolean isWithin(int ref) {
    return ref < lastIn.length && lastIn[ref] > 0;
  }

  /** Whether a call takes two values or more, as one that stores under a key does. */
  boolean takesTwo(int ref) {
    return pool.parameters(pool.secondOf(pool.secondOf(ref))) >= 2;
  }

  /** The type that a call with a key returns, by its hash; 0 when it has no key or no object. */
  int lookedUpBy(int ref) {
    String descriptor = pool.text(pool.secondOf(pool.secondOf(ref)));
    int close = descriptor.indexOf(')');
    boolean keyed = close > 1 && descriptor.charAt(close + 1) == 'L';
    return keyed ? descriptor.substring(close + 2, descriptor.length() - 1).hashCode() : 0;
  }

  /** The class that a call names, by its hash, when the call returns no object; else 0. */
  int ownerOfCount(int ref) {
    String descriptor = pool.text(pool.secondOf(pool.secondOf(ref)));
    char returned = descriptor.charAt(descriptor.indexOf(')') + 1);
    return returned == 'L' || returned == '[' ? 0 : pool.hash(ownerOf(ref), 0);
  }

  /** Whether a call sets a variable of Scala. */
  boolean setsVariable(int ref) {
    return pool.text(pool.firstOf(pool.secondOf(ref))).endsWith("_$eq");
  }

  /** Takes the making of a lambda, given the number of its bootstrap method. */
  void lambda(int bootstrap) {
    if (lambdaCount + 2 > lambdas.length) {
      lambdas = Arrays.copyOf(lambdas, 8 + 2 * lambdas.length);
    }
    lambdas[lambdaCount++] = method;
    lambdas[lambdaCount++] = bootstrap;
  }

  /**
   * Finds the bodies of the lambdas: they are called from where they are made.
   *
   * @param table where the table of bootstrap methods begins
   */
  void bootstraps(int table) {
    int[] starts = new int[lambdaCount == 0 ? 0 : pool.uint16(table)];
    int at = table + 2;
    for (int i = 0; i < starts.length; i++) {
      starts[i] = at;
      at += 4 + 2 * pool.uint16(at + 2);
    }
    for (int i = 0; i < lambdaCount; i += 2) {
      if (lambdas[i + 1] < starts.length) {
        bodies(lambdas[i], starts[lambdas[i + 1]]);
      }
    }
  }

  private void bodies(int caller, int start) {
    int count = pool.uint16(start + 2);
    for (int i = 0; i < count; i++) {
      int argument = pool.uint16(start + 4 + 2 * i);
      if (pool.tag(argument) == ConstantPool.METHOD_HANDLE) {
        put(caller, pool.handleOf(argument));
      }
    }
  }

  private void put(int caller, int ref) {
    if (size + 3 > list.length) {
      list = Arrays.copyOf(list, 2 * list.length);
    }
    int nameAndType = pool.secondOf(ref);
    list[size++] = caller;
    list[size++] = pool.hash(pool.secondOf(nameAndType), pool.hash(pool.firstOf(nameAndType), 0));
    list[size++] = pool.hash(ownerOf(ref), 0);
  }

  /**
   * For each call: the hashes of the caller, of what is called, and of the class it is called on.
   */
  int[] list() {
    return Arrays.copyOf(list, size);
  }

  private int ownerOf(int ref) {
    return pool.firstOf(pool.firstOf(ref));
  }

  private Kind kindOf(int ref) {
    int nameAndType = pool.secondOf(ref);
    int name = pool.firstOf(nameAndType);
    Kind ofLock = LOCKS.get(pool.hash(name, 0));
    if (ofLock != null) {
      return ofLock;
    }
    if (!RawInterest.maybe(pool.hash(name, 0))) {
      return Kind.NOTHING;
    }
    String owner = pool.text(ownerOf(ref));
    String text = pool.text(name);
    if (RawInterest.mutates(owner, text, pool.text(pool.secondOf(nameAndType)))) {
      return Kind.MUTATES;
    }
    return NumberCalls.calculates(owner, text) ? Kind.CALCULATES : Kind.NOTHING;
  }

  /** The hash of the first two segments of a class's name: calls across them are not judged. */
  private int root(int name) {
    int begin = pool.textAt(name);
    int length = begin == 0 ? 0 : pool.uint16(begin - 2);
    int end = begin + length;
    int slashes = 0;
    int last = end;
    for (int i = begin; i < end && slashes < SEGMENTS; i++) {
      if (pool.isSlash(i)) {
        last = i;
        slashes++;
      }
    }
    return pool.hash(begin, slashes == 0 ? end : last, 0);
  }
}
