package io.tallyfast.analysis;

import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * How an update of a map is done again from its read, when another thread came in between: the code
 * goes back to where nothing had been done yet.
 *
 * @param start the instruction to go back to; the stack holds there what it holds below the
 *     operands of the write
 * @param read the read
 * @param others further reads in between, which give what the first one gave
 * @param live the locals that are set in between, and whose value from before is needed
 * @param dead the locals that are set in between, and whose value from before is not
 * @param fromNothing whether the code in between asks if there is a value
 */
public record MapRetry(
    AbstractInsnNode start,
    Expr read,
    List<Expr> others,
    Map<Integer, Character> live,
    List<Integer> dead,
    boolean fromNothing) {}
