package io.tallyfast.analysis;

import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Names objects by the way that leads to them, so that locks can be compared as objects: {@code
 * this.lock}, {@code param 1.lock}, {@code =com.acme.Server.LOCK} for what there is once, {@code
 * ?12} for what only the method itself can tell. A step through a call is {@code
 * .{com/acme/Server.lock()Ljava/lang/Object;}}, so that getters can be read as their fields once
 * all classes are known; {@code .*} is a value of a map, or an element of an array.
 */
final class LockNames {
  static final String THIS = "this";
  private static final int MAX_DEPTH = 6;

  private final String owner;
  private final MethodNode method;
  private final TypeOracle types;

  LockNames(String owner, MethodNode method, TypeOracle types) {
    this.owner = owner;
    this.method = method;
    this.types = types;
  }

  /** The lock that a synchronized method holds throughout. */
  Set<String> ofMethod() {
    if ((method.access & Opcodes.ACC_SYNCHRONIZED) == 0) {
      return Set.of();
    }
    return Set.of(isStatic() ? LockPaths.ofClass(owner) : THIS);
  }

  private boolean isStatic() {
    return (method.access & Opcodes.ACC_STATIC) != 0;
  }

  /** The name of an object. */
  String of(Expr object) {
    return of(object, MAX_DEPTH);
  }

  private String of(Expr object, int depth) {
    Expr e = object.uncast();
    if (depth == 0) {
      return unknown(e);
    }
    return switch (e.op) {
      case PARAM -> e.index == 0 && !isStatic() ? THIS : "param " + e.index;
      case FIELD -> of(e.args[0], depth - 1) + "." + ((FieldInsnNode) e.insn).name;
      case STATIC -> LockPaths.ofStatic((FieldInsnNode) e.insn);
      case CONST -> constant(e);
      case CALL -> call(e, depth);
      case ELEMENT -> of(e.args[0], depth - 1) + ".*" + arguments(e, 1, depth);
      default -> unknown(e);
    };
  }

  private static String constant(Expr e) {
    if (e.constant instanceof Type type) {
      return "=" + type.getClassName() + ".class";
    }
    return e.constant == null ? "?null" : "=\"" + e.constant + "\"";
  }

  /** Within the method, one value has one name. */
  private String unknown(Expr e) {
    AbstractInsnNode insn = e.insn;
    return insn == null ? "?" + e.joinsAt + ":" + e.index : "?" + method.instructions.indexOf(insn);
  }

  private String call(Expr e, int depth) {
    MethodInsnNode call = (MethodInsnNode) e.insn;
    boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
    MapCall ofMap = MapCalls.of(call, types);
    if (ofMap != null && (ofMap.reads() || ofMap.computes())) {
      return of(e.args[0], depth - 1) + ".*" + arguments(e, 1, depth);
    }
    String step = "{" + LockPaths.method(call.owner, call.name, call.desc) + "}";
    if (isStatic && e.args.length == 0) {
      return "=" + step;
    }
    return of(e.args[0], depth - 1) + "." + step + arguments(e, 1, depth);
  }

  private String arguments(Expr e, int first, int depth) {
    if (e.args.length <= first) {
      return "";
    }
    StringBuilder text = new StringBuilder("[");
    for (int i = first; i < e.args.length; i++) {
      text.append(of(e.args[i], depth - 1).replace('.', '/')).append(',');
    }
    return text.append(']').toString();
  }
}
