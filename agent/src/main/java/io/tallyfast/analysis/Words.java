package io.tallyfast.analysis;

import io.tallyfast.analysis.Form.Term;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Says an expression in words that a reader of the source recognises. Immutable; thread-safe. */
public final class Words {
  private static final int MAX_DEPTH = 5;

  private final MethodNode method;

  /** Creates for the expressions of a method, whose local variables may have names. */
  public Words(MethodNode method) {
    this.method = method;
  }

  /** An expression, much as it stands in the source. */
  public String of(Expr e) {
    return of(e, MAX_DEPTH);
  }

  private String of(Expr expression, int depth) {
    Expr e = Numbers.unboxed(expression);
    if (depth == 0) {
      return "...";
    }
    return switch (e.op) {
      case CONST -> constant(e.constant);
      case PARAM -> local(e.index);
      case FIELD -> of(e.args[0], depth - 1) + "." + ((FieldInsnNode) e.insn).name;
      case STATIC -> simple(((FieldInsnNode) e.insn).owner) + "." + ((FieldInsnNode) e.insn).name;
      case ELEMENT -> of(e.args[0], depth - 1) + "[" + of(e.args[1], depth - 1) + "]";
      case CALL -> call(e, depth - 1);
      case DYNAMIC -> dynamic(e, depth - 1);
      case ARITH -> arithmetic(e, depth - 1);
      case NEW -> "new object";
      default -> "...";
    };
  }

  private static String constant(Object constant) {
    if (constant instanceof String) {
      return "\"" + constant + "\"";
    }
    return constant instanceof Type type
        ? type.getClassName() + ".class"
        : String.valueOf(constant);
  }

  private String local(int slot) {
    if (slot == 0 && (method.access & Opcodes.ACC_STATIC) == 0) {
      return "this";
    }
    if (method.localVariables != null) {
      for (LocalVariableNode variable : method.localVariables) {
        if (variable.index == slot) {
          return variable.name;
        }
      }
    }
    return "arg" + slot;
  }

  private String call(Expr e, int depth) {
    MethodInsnNode call = (MethodInsnNode) e.insn;
    boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
    StringBuilder text = new StringBuilder();
    text.append(isStatic ? simple(call.owner) : of(e.args[0], depth));
    text.append('.').append(call.name).append('(');
    for (int i = isStatic ? 0 : 1; i < e.args.length; i++) {
      text.append(of(e.args[i], depth)).append(i + 1 < e.args.length ? ", " : "");
    }
    return text.append(')').toString();
  }

  private String dynamic(Expr e, int depth) {
    InvokeDynamicInsnNode insn = (InvokeDynamicInsnNode) e.insn;
    if (!insn.name.equals("makeConcatWithConstants")
        || !(insn.bsmArgs[0] instanceof String recipe)) {
      return "lambda";
    }
    StringBuilder text = new StringBuilder();
    int next = 0;
    for (int i = 0; i < recipe.length(); i++) {
      char c = recipe.charAt(i);
      if (c == '\1') {
        text.append('{').append(of(e.args[next++], depth)).append('}');
      } else {
        text.append(c);
      }
    }
    return "\"" + text + "\"";
  }

  private String arithmetic(Expr e, int depth) {
    if (e.args.length == 1) {
      return e.constant == null
          ? "-" + of(e.args[0], depth)
          : of(e.args[0], depth) + " + " + e.constant;
    }
    String[] signs = {"+", "-", "*", "/", "%", "-", "<<", ">>", ">>>", "&", "|", "^"};
    int opcode = e.opcode();
    int sign =
        opcode >= Opcodes.ISHL ? 6 + (opcode - Opcodes.ISHL) / 2 : (opcode - Opcodes.IADD) / 4;
    return of(e.args[0], depth) + " " + signs[sign] + " " + of(e.args[1], depth);
  }

  /**
   * What a site adds, as in {@code +1} or {@code +results.size() -1}; empty when it adds nothing.
   */
  public String delta(List<Form> forms) {
    for (Form form : forms) {
      if (form.isRead() && !form.terms().isEmpty()) {
        return terms(form);
      }
    }
    return "";
  }

  private String terms(Form form) {
    StringBuilder text = new StringBuilder();
    for (Term term : form.terms()) {
      String value =
          term.value() != null
              ? of(term.value())
              : term.constant() == null ? "..." : String.valueOf(term.constant());
      boolean negative = value.startsWith("-");
      String sign = term.negated() ? "-" : negative ? "" : "+";
      text.append(text.length() == 0 ? "" : " ");
      text.append(
          switch (form.effect()) {
            case MAX -> "max ";
            case MIN -> "min ";
            default -> sign;
          });
      text.append(value);
    }
    return text.toString();
  }

  private static String simple(String internalName) {
    return internalName.substring(
        Math.max(internalName.lastIndexOf('/'), internalName.lastIndexOf('$')) + 1);
  }
}
