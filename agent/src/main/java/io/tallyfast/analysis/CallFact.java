package io.tallyfast.analysis;

import java.util.Map;
import java.util.Set;

/**
 * A call inside the code that is judged. Immutable; holds no bytecode.
 *
 * @param callerClass internal name of the calling class
 * @param caller name and descriptor of the calling method
 * @param owner internal name of the class that the call names
 * @param callee name and descriptor of the method called, or of the lambda's body
 * @param locks names of the locks held, as the callee would name them
 * @param fresh slots of the callee's parameters that nobody else can reach; with the caller's slot
 *     where the caller got them itself, else -1
 * @param onThis whether the receiver is the caller's own {@code this}
 */
public record CallFact(
    String callerClass,
    String caller,
    String owner,
    String callee,
    Set<String> locks,
    Map<Integer, Integer> fresh,
    boolean onThis) {

  /** Whether the caller runs before anybody else can know of the object. */
  public boolean isConstruction() {
    return onThis && caller.startsWith("<init>") || caller.startsWith("<clinit>");
  }
}
