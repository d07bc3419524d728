package io.tallyfast.analysis;

import io.tallyfast.analysis.Expr.Op;
import io.tallyfast.analysis.Form.Effect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/**
 * The methods of a class that read one entry of a map field and return it, or store a parameter in
 * one: {@code int count(K k)}, {@code void setCount(K k, int n)}. Each method is looked at when it
 * is asked for. Not thread-safe.
 */
final class EntryMethods {
  /** Longer methods do more than this; a bound on the work, not on the truth. */
  private static final int MAX_INSNS = 120;

  private final ClassNode owner;
  private final TypeOracle types;

  /** The small methods that use a map, by name and descriptor. */
  private final Map<String, MethodNode> candidates = new HashMap<>();

  private final Map<String, Reader> readers = new HashMap<>();
  private final Map<String, Writer> writers = new HashMap<>();

  EntryMethods(ClassNode owner, TypeOracle types) {
    this.owner = owner;
    this.types = types;
    for (MethodNode method : owner.methods) {
      if (!method.name.startsWith("<")
          && method.instructions.size() <= MAX_INSNS
          && usesMap(method)) {
        candidates.put(method.name.concat(method.desc), method);
      }
    }
  }

  /**
   * A method that returns an entry.
   *
   * @param method the method
   * @param field the field that holds the map
   * @param key the key, in the method's own expressions
   * @param reads its calls that read the entry; what the last of them gave is what it returns
   */
  record Reader(MethodNode method, String field, Expr key, List<MethodInsnNode> reads) {}

  /**
   * A method that stores its last parameter.
   *
   * @param method the method
   * @param field the field that holds the map
   * @param key the key, in the method's own expressions
   * @param put its call that stores
   */
  record Writer(MethodNode method, String field, Expr key, MethodInsnNode put) {}

  /** What the method that a call names reads, or null. */
  Reader readerAt(AbstractInsnNode insn) {
    MethodNode method = called(insn);
    if (method == null || !isNumber(Type.getReturnType(method.desc))) {
      return null;
    }
    String name = method.name + method.desc;
    if (!readers.containsKey(name)) {
      readers.put(name, reader(method));
    }
    return readers.get(name);
  }

  /** What the method that a call names stores, or null. */
  Writer writerAt(AbstractInsnNode insn) {
    MethodNode method = called(insn);
    Type[] parameters = method == null ? new Type[0] : Type.getArgumentTypes(method.desc);
    if (parameters.length < 2 || !isNumber(parameters[parameters.length - 1])) {
      return null;
    }
    String name = method.name + method.desc;
    if (!writers.containsKey(name)) {
      writers.put(name, writer(method));
    }
    return writers.get(name);
  }

  private static boolean isNumber(Type type) {
    return type.getSort() >= Type.BYTE && type.getSort() <= Type.DOUBLE
        || type.getSort() == Type.OBJECT && Numbers.isNumber(type.getInternalName());
  }

  private MethodNode called(AbstractInsnNode insn) {
    return insn instanceof MethodInsnNode call && call.owner.equals(owner.name)
        ? candidates.get(call.name.concat(call.desc))
        : null;
  }

  private boolean usesMap(MethodNode method) {
    for (AbstractInsnNode insn : method.instructions) {
      if (MapCalls.of(insn, types) != null) {
        return true;
      }
    }
    return false;
  }

  private Reader reader(MethodNode method) {
    MethodFlow flow = flowOf(method);
    if (flow == null) {
      return null;
    }
    List<MethodInsnNode> reads = new ArrayList<>();
    for (AbstractInsnNode insn : flow.insns()) {
      MapCall call = flow.frame(insn) == null ? null : MapCalls.of(insn, types);
      if (call == MapCall.GET || call == MapCall.GET_OR_DEFAULT) {
        reads.add((MethodInsnNode) insn);
      } else if (call != null && call != MapCall.CONTAINS) {
        return null;
      }
    }
    if (reads.isEmpty()) {
      return null;
    }
    Cell cell = Cell.of(flow.at(reads.get(0)));
    String field = fieldOf(cell.map());
    for (MethodInsnNode read : reads) {
      if (field == null || !Cell.of(flow.at(read)).isAlike(cell)) {
        return null;
      }
    }
    return returns(flow, cell) ? new Reader(method, field, cell.key(), reads) : null;
  }

  /** Whether what is returned is the entry, or something else where there is none. */
  private boolean returns(MethodFlow flow, Cell cell) {
    boolean read = false;
    for (AbstractInsnNode insn : flow.insns()) {
      int opcode = insn.getOpcode();
      if (opcode < Opcodes.IRETURN || opcode > Opcodes.ARETURN || flow.frame(insn) == null) {
        continue;
      }
      Expr value = flow.frame(insn).getStack(flow.frame(insn).getStackSize() - 1);
      for (Form form : new Derivation(cell, flow, types).of(value)) {
        if (form.isRead() && form.effect() != Effect.NONE) {
          return false;
        }
        read |= form.isRead();
      }
    }
    return read;
  }

  private Writer writer(MethodNode method) {
    MethodFlow flow = flowOf(method);
    MethodInsnNode put = null;
    for (AbstractInsnNode insn : flow == null ? new AbstractInsnNode[0] : flow.insns()) {
      MapCall call = flow.frame(insn) == null ? null : MapCalls.of(insn, types);
      if (call == MapCall.PUT && put == null) {
        put = (MethodInsnNode) insn;
      } else if (call != null) {
        return null;
      }
    }
    if (put == null || !put.desc.startsWith("(Ljava/lang/Object;")) {
      return null;
    }
    Expr e = flow.at(put);
    String field = fieldOf(e.args[0]);
    Expr value = Numbers.unboxed(e.args[2]);
    boolean last = value.op == Op.PARAM && value.index == lastSlot(method);
    return field != null && last ? new Writer(method, field, e.args[1], put) : null;
  }

  private MethodFlow flowOf(MethodNode method) {
    try {
      return MethodFlow.of(owner, method);
    } catch (AnalyzerException | UnsupportedMethodException e) {
      // The same method is skipped, and said to be, where sites are looked for in it.
      return null;
    }
  }

  static int lastSlot(MethodNode method) {
    Type[] parameters = Type.getArgumentTypes(method.desc);
    int slot = (method.access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
    for (int i = 0; i < parameters.length - 1; i++) {
      slot += parameters[i].getSize();
    }
    return slot;
  }

  /** The field that holds a map, as {@code name:descriptor}; null when it is none of the class. */
  static String fieldOf(Expr map) {
    Expr source = map.uncast();
    boolean isField = source.op == Op.FIELD || source.op == Op.STATIC;
    if (!isField) {
      return null;
    }
    FieldInsnNode field = (FieldInsnNode) source.insn;
    return field.name.concat(":").concat(field.desc);
  }
}
