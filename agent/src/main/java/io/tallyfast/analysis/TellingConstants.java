package io.tallyfast.analysis;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The constants of a class that stand for what matters to the agent in the code that names them:
 * calls on maps, calls on locks, the making of maps. Immutable; never throws.
 */
final class TellingConstants {
  private static final int CLASS = 7;
  private static final int METHODREF = 10;
  private static final int INTERFACE_METHODREF = 11;

  /** The methods that read or write a map or an entry; all take an object first. */
  private static final byte[][] OF_MAPS = {
    utf8("get"),
    utf8("getOrDefault"),
    utf8("containsKey"),
    utf8("put"),
    utf8("putIfAbsent"),
    utf8("replace"),
    utf8("remove"),
    utf8("merge"),
    utf8("compute"),
    utf8("computeIfPresent"),
    utf8("computeIfAbsent"),
    utf8("setValue"),
    utf8("getProperty"),
    utf8("setProperty"),
  };

  /** How the names of methods begin that take or give back a lock. */
  private static final byte[][] OF_LOCKS = {
    utf8("lock"), utf8("unlock"), utf8("tryLock"), utf8("acquire"), utf8("release"),
  };

  /** {@link Creations#GUARDABLE}. */
  private static final byte[][] GUARDABLE = Creations.classNames();

  /** Classes with methods that make maps, or read all of another one past its methods. */
  private static final byte[][] MAKERS = makers();

  private static final byte[] TAKES_OBJECT = utf8("(Ljava/lang/");

  private final ConstantPool pool;
  private final BitSet mapCalls = new BitSet();
  private final BitSet lockCalls = new BitSet();
  private final BitSet makes = new BitSet();

  TellingConstants(ConstantPool pool) {
    this.pool = pool;
    for (int i = 1; i < pool.size(); i++) {
      int tag = pool.tag(i);
      if (tag == METHODREF || tag == INTERFACE_METHODREF) {
        sortCall(i);
        if (isAnyEnd(pool.firstOf(pool.firstOf(i)), MAKERS)) {
          makes.set(i);
        }
      } else if (tag == CLASS && isAny(pool.firstOf(i), GUARDABLE)) {
        makes.set(i);
      }
    }
  }

  private void sortCall(int ref) {
    int nameAndType = pool.secondOf(ref);
    int name = pool.firstOf(nameAndType);
    if (pool.startsWith(pool.secondOf(nameAndType), TAKES_OBJECT) && isAny(name, OF_MAPS)) {
      mapCalls.set(ref);
    } else if (startsWithAny(name, OF_LOCKS)) {
      lockCalls.set(ref);
    }
  }

  /** Whether a call may be one on a map. */
  boolean callsMap(int methodRef) {
    return mapCalls.get(methodRef);
  }

  /** Whether a call may be one on a lock. */
  boolean callsLock(int methodRef) {
    return lockCalls.get(methodRef);
  }

  /** Whether a class is a map that can be made a guarded one, or a call may make or copy one. */
  boolean makesMap(int typeOrMethodRef) {
    return makes.get(typeOrMethodRef);
  }

  private static byte[][] makers() {
    byte[][] factories = Factories.classNames();
    byte[][] all = Arrays.copyOf(factories, factories.length + 1);
    all[factories.length] = utf8("java/util/EnumMap");
    return all;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private boolean isAny(int utf8, byte[][] names) {
    for (byte[] name : names) {
      if (pool.equals(utf8, name)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAnyEnd(int utf8, byte[][] ends) {
    for (byte[] end : ends) {
      if (pool.endsWith(utf8, end)) {
        return true;
      }
    }
    return false;
  }

  private boolean startsWithAny(int utf8, byte[][] names) {
    for (byte[] name : names) {
      if (pool.startsWith(utf8, name)) {
        return true;
      }
    }
    return false;
  }
}
