package io.tallyfast.judge;

import io.tallyfast.analysis.CallFact;
import io.tallyfast.analysis.LockPaths;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Translates the names of locks between a call and the method called. A lock that is not reached
 * from what the method gets keeps a name of its own, {@code ~com.acme.Server#this.lock}, where the
 * two objects belong together; where they may not, it is doubtful.
 */
final class LockTerms {
  private static final String WEAK = "~";
  private static final String DOUBTFUL = "%";

  private final Program program;

  LockTerms(Program program) {
    this.program = program;
  }

  /** Whether the lock may be that of another object, so that it protects nothing. */
  static boolean isDoubtful(String lock) {
    return lock.startsWith(DOUBTFUL);
  }

  static boolean isWeak(String lock) {
    return lock.startsWith(WEAK);
  }

  /** A lock that is there for something else, as far as can be seen. */
  static String doubtful(String lock) {
    return isDoubtful(lock) ? lock : DOUBTFUL + (isWeak(lock) ? lock.substring(1) : lock);
  }

  /** A lock of an object of a class that is not known to belong to what is changed. */
  static String doubtful(String type, String lock) {
    return DOUBTFUL + type.replace('/', '.') + "#" + LockPaths.withoutArguments(lock);
  }

  /** A lock of an object of a class that is taken with what is changed in view. */
  static String weak(String type, String lock) {
    return WEAK + type.replace('/', '.') + "#" + LockPaths.withoutArguments(lock);
  }

  /** The names in the method called of locks that the caller holds. */
  Set<String> down(CallFact call, Set<String> locks) {
    Set<String> named = new HashSet<>();
    for (String lock : locks) {
      down(call, program.plain(lock), named);
    }
    return named;
  }

  private void down(CallFact call, String lock, Set<String> named) {
    boolean everywhere = LockPaths.isGlobal(lock) || isDoubtful(lock);
    if (everywhere) {
      named.add(lock);
    }
    int before = named.size();
    String receiver = program.plain(call.receiver());
    String rest = receiver.isEmpty() ? null : LockPaths.after(lock, receiver);
    if (rest != null) {
      named.add("this" + rest);
    }
    for (Map.Entry<Integer, String> argument : call.arguments().entrySet()) {
      rest = LockPaths.after(lock, program.plain(argument.getValue()));
      if (rest != null) {
        addArgument(call, argument.getKey(), rest, named);
      }
    }
    if (named.size() == before && !everywhere && isKnown(lock)) {
      named.add(other(call, lock));
    }
  }

  /** Whether a lock means something where nothing leads to it; many threads have one name. */
  private static boolean isKnown(String lock) {
    return !LockPaths.isLocal(lock) && !LockPaths.isThreadOfThis(lock);
  }

  /** An anonymous class's object has the arguments of its constructor in fields. */
  private void addArgument(CallFact call, int slot, String rest, Set<String> named) {
    if (!call.callee().equals(CallFact.ANY_METHOD)) {
      named.add("param " + slot + rest);
      return;
    }
    for (Map<Integer, String> stores : program.storesOf(call.owner()).values()) {
      if (stores.containsKey(slot)) {
        named.add("this." + stores.get(slot) + rest);
      }
    }
  }

  private static String other(CallFact call, String lock) {
    boolean together =
        nest(call.callerClass()).equals(nest(call.owner())) || call.owned() || call.onThis();
    if (isWeak(lock)) {
      return together ? lock : DOUBTFUL + lock.substring(1);
    }
    return together ? weak(call.callerClass(), lock) : doubtful(call.callerClass(), lock);
  }

  static String nest(String type) {
    int inner = type.indexOf('$');
    return inner < 0 ? type : type.substring(0, inner);
  }

  /** The names at the call of locks that the method called holds. */
  Set<String> up(String receiver, Map<Integer, String> arguments, Set<String> locks) {
    Set<String> named = new HashSet<>();
    for (String each : locks) {
      String lock = program.plain(each);
      if (LockPaths.isGlobal(lock) || isWeak(lock) || isDoubtful(lock)) {
        named.add(lock);
      }
      addAfter(receiver, LockPaths.after(lock, "this"), named);
      for (Map.Entry<Integer, String> argument : arguments.entrySet()) {
        String rest = LockPaths.after(lock, "param " + argument.getKey());
        addAfter(argument.getValue(), rest, named);
      }
    }
    return named;
  }

  private void addAfter(String base, String rest, Set<String> named) {
    if (rest != null && !base.isEmpty() && !base.equals(CallFact.FRESH)) {
      named.add(program.plain(base) + rest);
    }
  }
}
