package io.tallyfast.rewrite;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.MapRetry;
import io.tallyfast.analysis.MapSite;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;

/**
 * Has the code go back to its read when the write finds that another thread came in between. Used
 * once, after the sites that merge; not thread-safe.
 */
final class MapRetryEdit {
  /** As the runtime's {@code Repeats} knows it. */
  private static final int FROM_NOTHING = 32;

  private final MapSite site;
  private final MapRetry retry;
  private final RetryStart start;
  private final InsnList code;
  private final Emit emit;
  private final int result;

  MapRetryEdit(MapSite site, RetryStart start, FreshLocals locals, Emit emit) {
    this.site = site;
    this.retry = site.retry();
    this.start = start;
    this.code = site.flow().method().instructions;
    this.emit = emit;
    this.result = locals.allocate('A');
  }

  /**
   * Changes the code.
   *
   * @param frame what the verifier knows at the write; null when the class file needs no frames
   */
  void edit(WriteFrame frame, int number) {
    start.prepare(retry, frame);
    InsnList before = new InsnList();
    int how = MergeEdit.how(site) | (retry.fromNothing() ? FROM_NOTHING : 0);
    start.load(how, before);
    before.add(Emit.constant(number));
    code.insertBefore(site.write(), before);
    LabelNode done = new LabelNode();
    InsnList after = new InsnList();
    after.add(Emit.store('A', result));
    after.add(Emit.load('A', result));
    after.add(emit.runtime("Repeats", "isChanged", "(" + Emit.OBJECT + ")Z"));
    after.add(new JumpInsnNode(IFEQ, done));
    start.goBack(retry, frame, after);
    after.add(done);
    if (frame != null) {
      after.add(frame.without(site.expression().args.length));
    }
    after.add(Emit.load('A', result));
    code.insert(site.write(), after);
    Calls.become(site.write(), emit.runtime("Repeats", "put", MapRepeatEdit.PUT));
  }
}
