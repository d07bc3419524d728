package io.tallyfast.rewrite;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Expr;
import io.tallyfast.analysis.ExprFrame;
import io.tallyfast.analysis.MethodFlow;
import io.tallyfast.analysis.Numbers;
import io.tallyfast.analysis.SplitSite;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Brings together what the method that counts and the methods that read and write for it know of an
 * update; see the runtime's {@code Splits}. Used for one method; not thread-safe.
 */
final class SplitEdit {
  private static final String TYPE = "Splits";
  private static final String TOKEN = Emit.OBJECT;

  private final MethodFlow flow;
  private final InsnList code;
  private final Emit emit;
  private final FreshLocals locals;
  private final Operands operands;
  private final Map<MethodInsnNode, Integer> tokens = new HashMap<>();

  SplitEdit(MethodFlow flow, Emit emit) {
    this.flow = flow;
    this.code = flow.method().instructions;
    this.emit = emit;
    this.locals = new FreshLocals(flow.method());
    this.operands = new Operands(flow, locals);
  }

  void edit(SplitSite site, int number) {
    int token = tokenOf(site.readCall());
    InsnList refreshed = refresh(site, token);
    if (site.putOfWriter() == null) {
      code.insertBefore(site.write(), update(site, token, number));
      code.insert(site.write(), refreshed);
      String descriptor =
          "(" + Emit.MAP + Emit.OBJECT.repeat(2) + TOKEN + Emit.OBJECT + "II)" + Emit.OBJECT;
      Calls.become(site.write(), emit.runtime(TYPE, "update", descriptor));
    } else {
      code.insertBefore(site.write(), arm(site, token, number));
      refreshed.insert(emit.runtime(TYPE, "disarm", "()V"));
      code.insert(site.write(), refreshed);
      become(site.putOfWriter());
    }
    for (MethodInsnNode read : site.reads()) {
      become(read);
    }
  }

  /** Makes the fresh locals known; after all sites of the method. */
  void finish() {
    locals.finish();
  }

  private int tokenOf(MethodInsnNode readCall) {
    Integer known = tokens.get(readCall);
    if (known != null) {
      return known;
    }
    int token = locals.allocate('A');
    open(readCall, token);
    tokens.put(readCall, token);
    return token;
  }

  /** The call may take the map's lock already, as every other use of the map does. */
  private void become(MethodInsnNode call) {
    boolean plain = call.getOpcode() != INVOKESTATIC;
    String descriptor = plain ? "(" + Emit.MAP + call.desc.substring(1) : call.desc;
    Calls.become(call, emit.runtime(TYPE, call.name, descriptor));
  }

  private void open(MethodInsnNode call, int token) {
    InsnList before = new InsnList();
    before.add(emit.runtime(TYPE, "open", "()" + TOKEN));
    before.add(Emit.store('A', token));
    code.insertBefore(call, before);
    InsnList after = new InsnList();
    after.add(copyBoxed(Type.getReturnType(call.desc)));
    after.add(Emit.load('A', token));
    after.add(new InsnNode(SWAP));
    after.add(emit.runtime(TYPE, "returned", "(" + TOKEN + Emit.OBJECT + ")V"));
    code.insert(call, after);
  }

  /** Copies the value on the stack, and puts the copy into a box. */
  private static InsnList copyBoxed(Type type) {
    InsnList list = new InsnList();
    list.add(new InsnNode(type.getSize() == 2 ? DUP2 : DUP));
    if (type.getSort() < Type.ARRAY) {
      list.add(Emit.box(kindOf(type)));
    }
    return list;
  }

  private static char kindOf(Type type) {
    char kind = type.getDescriptor().charAt(0);
    return kind == 'B' || kind == 'S' || kind == 'C' || kind == 'Z' ? 'I' : kind;
  }

  private InsnList update(SplitSite site, int token, int number) {
    InsnList before = new InsnList();
    before.add(Emit.load('A', token));
    before.add(howToRepeat(site, number));
    return before;
  }

  private InsnList arm(SplitSite site, int token, int number) {
    Type[] parameters = Type.getArgumentTypes(site.write().desc);
    InsnList before = copyBoxed(parameters[parameters.length - 1]);
    before.add(Emit.load('A', token));
    before.add(howToRepeat(site, number));
    String descriptor = "(" + Emit.OBJECT + TOKEN + Emit.OBJECT + "II)V";
    before.add(emit.runtime(TYPE, "arm", descriptor));
    return before;
  }

  private InsnList howToRepeat(SplitSite site, int number) {
    InsnList list = operands.operand(site.repair(), site.write());
    list.add(Emit.merge(site.repair().merge()));
    list.add(Emit.constant(number));
    return list;
  }

  /** Local variables that hold what was written get what was really stored. */
  private InsnList refresh(SplitSite site, int token) {
    InsnList list = new InsnList();
    ExprFrame frame = flow.frame(site.write());
    Expr written = Numbers.unboxed(site.written());
    for (int slot = 0; slot < frame.getLocals(); slot++) {
      Expr value = frame.getLocal(slot);
      if (value.op != Expr.Op.UNSET
          && value.op != Expr.Op.PHI
          && Numbers.unboxed(value) == written
          && isUsedAfter(value, site)) {
        list.add(refresh(slot, value, token));
      }
    }
    return list;
  }

  private boolean isUsedAfter(Expr value, SplitSite site) {
    BitSet after = flow.control().reachableFrom(flow.indexOf(site.write()), new BitSet());
    for (AbstractInsnNode use : flow.usesOf(value)) {
      if (use != site.write() && after.get(flow.indexOf(use))) {
        return true;
      }
    }
    return false;
  }

  private InsnList refresh(int slot, Expr value, int token) {
    char kind = Numbers.kindOf(value);
    String type = kind == 'A' ? Emit.OBJECT : String.valueOf(kind);
    InsnList list = new InsnList();
    list.add(Emit.load('A', token));
    list.add(Emit.load(kind, slot));
    list.add(emit.runtime(TYPE, "refreshed", "(" + TOKEN + type + ")" + type));
    if (kind == 'A' && !Numbers.typeOf(value).equals("java/lang/Object")) {
      list.add(new TypeInsnNode(CHECKCAST, Numbers.typeOf(value)));
    }
    list.add(Emit.store(kind, slot));
    return list;
  }
}
