package io.tallyfast.analysis;

import io.tallyfast.analysis.Expr.Op;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Finds objects that count, and are put where none was found: {@code if (!map.containsKey(k))
 * map.put(k, new Counter())}. Two threads make two, and what the first one counted is lost.
 */
final class HolderCreation {
  static final String IDIOM = "check-then-act";

  private final MethodFlow flow;
  private final ClassFacts.SiteNames names;
  private final MutationSink sink;
  private final FirstInserts inserts;
  private final Words words;

  HolderCreation(MethodFlow flow, TypeOracle types, ClassFacts.SiteNames names, MutationSink sink) {
    this.flow = flow;
    this.names = names;
    this.sink = sink;
    this.inserts = new FirstInserts(flow, AbsenceTest.in(flow, types));
    this.words = new Words(flow.method());
  }

  /** Takes a store of an object, which is one or not. */
  void consider(Expr write) {
    Expr made = write.args[2].uncast();
    Cell cell = Cell.of(write);
    if (made.op != Op.NEW || inserts.testsBefore(flow.indexOf(write.insn), cell).isEmpty()) {
      return;
    }
    String type = made.insn.getOpcode() == Opcodes.NEWARRAY ? "[" : Numbers.typeOf(made);
    boolean known =
        type.equals("[")
            || type.startsWith("java/util/concurrent/atomic/")
            || type.startsWith("org/apache/commons/lang") && type.contains("/mutable/");
    if (!known && !CallFacts.isOfTheCode(type)) {
      return;
    }
    Expr map = write.args[0];
    String owner = ((MethodInsnNode) write.insn).owner;
    String[] text = {words.of(map), owner, words.of(cell.key()), ""};
    Site site = names.of(flow.method(), write.insn, IDIOM, Site.Kind.MAP, text);
    Mutation mutation = sink.of(site, write.insn, map, false, true);
    if (known) {
      sink.add(mutation, map);
    } else {
      sink.add(mutation, List.of(Claim.ofClass(type)));
    }
  }
}
