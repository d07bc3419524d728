package io.tallyfast.analysis;

import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Names lock objects so that the same lock has the same name in every method of its class: {@code
 * this}, {@code this.lock}, {@code com.acme.Server.LOCK}, {@code com.acme.Server.class}.
 */
final class LockNames {
  static final String THIS = "this";
  private static final int MAX_DEPTH = 4;

  private final String owner;
  private final MethodNode method;

  LockNames(String owner, MethodNode method) {
    this.owner = owner;
    this.method = method;
  }

  /** The lock that a synchronized method holds throughout. */
  Set<String> ofMethod() {
    if ((method.access & Opcodes.ACC_SYNCHRONIZED) == 0) {
      return Set.of();
    }
    return Set.of(isStatic() ? dots(owner) + ".class" : THIS);
  }

  private boolean isStatic() {
    return (method.access & Opcodes.ACC_STATIC) != 0;
  }

  /** The name of a lock object. */
  String of(Expr lock) {
    return of(lock, MAX_DEPTH);
  }

  private String of(Expr lock, int depth) {
    Expr e = lock.uncast();
    if (depth == 0) {
      return "?" + System.identityHashCode(e);
    }
    return switch (e.op) {
      case PARAM -> e.index == 0 && !isStatic() ? THIS : "param " + e.index;
      case FIELD -> of(e.args[0], depth - 1) + "." + ((FieldInsnNode) e.insn).name;
      case STATIC -> dots(((FieldInsnNode) e.insn).owner) + "." + ((FieldInsnNode) e.insn).name;
      case CONST ->
          e.constant instanceof Type type
              ? type.getClassName() + ".class"
              : "constant " + e.constant;
      case CALL -> call(e, depth);
      default -> "?" + System.identityHashCode(e);
    };
  }

  private String call(Expr e, int depth) {
    MethodInsnNode call = (MethodInsnNode) e.insn;
    StringBuilder name = new StringBuilder();
    boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
    name.append(isStatic ? dots(call.owner) : of(e.args[0], depth - 1));
    name.append('.').append(call.name).append('(');
    for (int i = isStatic ? 0 : 1; i < e.args.length; i++) {
      name.append(of(e.args[i], depth - 1)).append(',');
    }
    return name.append(')').toString();
  }

  private static String dots(String internalName) {
    return internalName.replace('/', '.');
  }

  /** Whether two names are of the same kind of place, so that they mean the same in all methods. */
  static boolean isStable(String name) {
    return !name.contains("?") && !name.startsWith("param ");
  }
}
