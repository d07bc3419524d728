package io.tallyfast.analysis;

import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Updates of one map that follow one another with nothing but pure code between, so that they can
 * be made one step. Belongs to the analysis of one method; not thread-safe.
 *
 * @param push the instruction that pushes the map for the first update
 * @param first the first instruction of the step; comes after {@code push}, on every way
 * @param end the instruction that follows the step, which is left nowhere else
 * @param measured the variables, at {@code first}, of which something in the step asks the size;
 *     the step is one only if they are collections of the JDK
 * @param writes the calls that write, two or more, in the order of the code
 */
public record Batch(
    AbstractInsnNode push,
    AbstractInsnNode first,
    AbstractInsnNode end,
    Set<Integer> measured,
    List<MethodInsnNode> writes) {}
