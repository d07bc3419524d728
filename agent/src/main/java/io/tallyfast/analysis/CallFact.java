package io.tallyfast.analysis;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A call inside the code that is judged, or a function made there that somebody may run. Objects
 * are named as {@link LockPaths} says, in the caller's terms. Immutable; holds no bytecode.
 *
 * @param callerClass internal name of the calling class
 * @param caller name and descriptor of the calling method
 * @param owner internal name of the class that the call names
 * @param callee name and descriptor of the method called, or of the function's body; {@link
 *     #ANY_METHOD} for those of an object of an anonymous class
 * @param locks the locks held
 * @param receiver the object called; empty for static methods and where it is not known
 * @param arguments those arguments whose objects are known, by the callee's slot; for an object of
 *     an anonymous class, those of its constructor
 * @param owned whether the receiver was made for a field of the caller's own object
 * @param later whether it runs in another thread, or when the caller has long gone on
 * @param runners the calls that a function is given to
 */
public record CallFact(
    String callerClass,
    String caller,
    String owner,
    String callee,
    Set<String> locks,
    String receiver,
    Map<Integer, String> arguments,
    boolean owned,
    boolean later,
    List<Runner> runners) {
  /** The argument that nobody else can reach. */
  public static final String FRESH = "new";

  /** Ends the name of what a call returned and the method has not handed out since. */
  public static final String RESULT = "!result";

  /** Stands between the names of what an argument may be. */
  public static final String OR = "|";

  /** Stands for all methods of an object. */
  public static final String ANY_METHOD = "*";

  /**
   * A call that a function is given to.
   *
   * @param owner internal name of the class that the call names
   * @param callee name and descriptor of the method
   * @param slot the parameter that gets the function
   * @param receiver the object called
   * @param arguments the arguments whose objects are known
   */
  public record Runner(
      String owner, String callee, int slot, String receiver, Map<Integer, String> arguments) {}

  /** The same call with other objects for its names, as a pool of strings has them. */
  public CallFact withNames(UnaryOperator<String> pool) {
    return new CallFact(
        pool.apply(callerClass),
        pool.apply(caller),
        pool.apply(owner),
        pool.apply(callee),
        locks,
        pool.apply(receiver),
        arguments,
        owned,
        later,
        runners);
  }

  /** Whether a class has no name of its own, so that its objects are made in one place. */
  public static boolean isAnonymous(String type) {
    int dollar = type.lastIndexOf('$');
    return dollar > 0 && dollar + 1 < type.length() && Character.isDigit(type.charAt(dollar + 1));
  }

  /** Whether the receiver is the caller's own {@code this}. */
  public boolean onThis() {
    return receiver.equals(LockNames.THIS);
  }

  /** Whether the caller runs before anybody else can know of the object. */
  public boolean isConstruction() {
    return !later
        && (onThis() && caller.startsWith("<init>")
            || caller.startsWith("<clinit>") && callerClass.equals(owner));
  }
}
