package io.tallyfast.analysis;

import java.util.List;
import java.util.Locale;
import org.objectweb.asm.Type;

/**
 * What a call may do, as far as its name tells, where nothing is known yet of types. Conservative:
 * what the tables of calls take for a write is never missed. Immutable; thread-safe.
 */
final class RawInterest {
  private static final int SIZE = 1024;
  private static final boolean[] NAMES = new boolean[SIZE];
  private static final String[] SETTERS = {
    "set",
    "lazySet",
    "setValue",
    "compareAndSet",
    "weakCompareAndSet",
    "weakCompareAndSetPlain",
    "weakCompareAndSetVolatile",
    "weakCompareAndSetAcquire",
    "weakCompareAndSetRelease"
  };

  static {
    add(MapCalls.namesOfAccesses());
    add(ForeignMapCalls.namesOfAccesses());
    add(NumberCalls.namesOfCalculations());
    add(List.of(SETTERS));
    add(ScalaWrites.namesOfWrites());
    add(List.of("invokeMethodN"));
  }

  private RawInterest() {}

  private static void add(List<String> names) {
    for (String name : names) {
      NAMES[slot(name.hashCode())] = true;
    }
  }

  private static int slot(int hash) {
    return (hash ^ hash >>> 10 ^ hash >>> 20) & (SIZE - 1);
  }

  /** Whether a name with this hash may be one that matters. */
  static boolean maybe(int hashOfName) {
    return NAMES[slot(hashOfName)];
  }

  /** Whether a call of this name may write into a map or into what a map holds. */
  static boolean mutates(String owner, String name, String descriptor) {
    MapCall call = MapCalls.bySignature(name, descriptor);
    if (call == null) {
      call = ForeignMapCalls.byName(owner, name, Type.getArgumentCount(descriptor));
    }
    return writes(call)
        || call != null && call.reads()
        || sets(owner, name)
        || name.equals("invokeMethodN")
        || ScalaWrites.namesOfWrites().contains(name)
            && (owner.startsWith("scala/") || owner.startsWith("kotlin/"));
  }

  private static boolean sets(String owner, String name) {
    return name.equals("setValue")
        || (name.equals("set") || name.equals("lazySet"))
            && (owner.startsWith("java/util/concurrent/atomic/")
                || owner.endsWith("ThreadLocal")
                || VariablePlace.holdsValues(owner))
        || name.toLowerCase(Locale.ROOT).contains("compareandset")
            && owner.startsWith("java/util/concurrent/atomic/");
  }

  /** Whether a call may matter: it writes, or reads what others write and count in. */
  static boolean matters(MapCall call) {
    return writes(call) || call != null && call.reads();
  }

  /** Whether a call writes, or computes what the map then stores. */
  static boolean writes(MapCall call) {
    return call != null && (call.stores() || call.computes() || call == MapCall.REPLACE_IF);
  }
}
