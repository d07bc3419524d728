package io.tallyfast.rewrite;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Holds the lock of a map over a batch, as a compiler does it for {@code synchronized}: one way in,
 * one way out, and a handler that lets go of the lock and throws on. Used for one batch, in three
 * steps: marks before the updates inside are rewritten, code when they are, and the handler when
 * the method's local variables are known. Not thread-safe.
 */
final class BatchEdit {
  private final MethodNode method;
  private final LabelNode pushed = new LabelNode();
  private final LabelNode start = new LabelNode();
  private final LabelNode end = new LabelNode();
  private final LabelNode exit = new LabelNode();
  private final boolean adjacent;
  private final Set<Integer> measured;
  private final List<TryCatchBlockNode> around = new ArrayList<>();
  private final InsnNode take = new InsnNode(MONITORENTER);
  private final InsnNode release = new InsnNode(MONITOREXIT);
  private int lock;

  /** Marks the places; instructions there may be replaced after that. */
  BatchEdit(MethodNode method, Batch batch) {
    this.method = method;
    InsnList code = method.instructions;
    int first = code.indexOf(batch.first());
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      if (code.indexOf(block.start) <= first && code.indexOf(block.end) > first) {
        around.add(block);
      }
    }
    measured = batch.measured();
    adjacent = nextInstruction(batch) == first;
    code.insert(batch.push(), pushed);
    code.insertBefore(batch.first(), start);
    code.insertBefore(batch.end(), end);
  }

  private int nextInstruction(Batch batch) {
    int at = method.instructions.indexOf(batch.push()) + 1;
    while (method.instructions.get(at).getOpcode() < 0) {
      at++;
    }
    return at;
  }

  /** Writes the code that takes the lock, and lets go of it where nothing is thrown. */
  void lock(Emit emit, FreshLocals locals) {
    InsnList code = method.instructions;
    lock = locals.allocate('A');
    InsnList enter = new InsnList();
    if (adjacent) {
      enter.add(new InsnNode(DUP));
    } else {
      int map = locals.allocate('A');
      InsnList copy = new InsnList();
      copy.add(new InsnNode(DUP));
      copy.add(Emit.store('A', map));
      code.insert(pushed, copy);
      enter.add(Emit.load('A', map));
    }
    enter.add(emit.runtime("Batches", "lockOf", "(" + Emit.OBJECT + ")" + Emit.OBJECT));
    for (int slot : measured) {
      enter.add(Emit.load('A', slot));
      enter.add(
          emit.runtime("Batches", "ifKnown", "(" + Emit.OBJECT.repeat(2) + ")" + Emit.OBJECT));
    }
    enter.add(new InsnNode(DUP));
    enter.add(Emit.store('A', lock));
    enter.add(take);
    code.insertBefore(start, enter);
    InsnList leave = new InsnList();
    leave.add(Emit.load('A', lock));
    leave.add(release);
    leave.add(exit);
    code.insert(end, leave);
  }

  /**
   * Writes the handler.
   *
   * @param frame what the locals are in it; null when the class file has no frames
   */
  void handler(Object[] frame) {
    LabelNode handler = new LabelNode();
    LabelNode unlocked = new LabelNode();
    LabelNode last = new LabelNode();
    InsnList code = method.instructions;
    code.add(handler);
    if (frame != null) {
      Object[] stack = {"java/lang/Throwable"};
      code.add(new FrameNode(F_NEW, frame.length, frame, 1, stack));
    }
    code.add(Emit.load('A', lock));
    code.add(new InsnNode(MONITOREXIT));
    code.add(unlocked);
    code.add(new InsnNode(ATHROW));
    code.add(last);
    method.tryCatchBlocks.add(0, new TryCatchBlockNode(handler, unlocked, handler, null));
    method.tryCatchBlocks.add(0, new TryCatchBlockNode(start, exit, handler, null));
    for (TryCatchBlockNode block : around) {
      method.tryCatchBlocks.add(new TryCatchBlockNode(handler, last, block.handler, block.type));
    }
  }

  /** Takes no lock after all. */
  void undo() {
    method.instructions.set(take, new InsnNode(POP));
    method.instructions.set(release, new InsnNode(POP));
  }

  /** Where the batch begins; the lock is held from here on. */
  LabelNode start() {
    return start;
  }

  /** Where the lock is let go of. */
  LabelNode exit() {
    return exit;
  }

  /** The try blocks that the batch lies in. */
  List<TryCatchBlockNode> around() {
    return around;
  }
}
