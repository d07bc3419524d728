package io.tallyfast.analysis;

import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A place in a method where an entry of a map is written from what was read of it, or because
 * nothing was found there. Belongs to the analysis of one class; not thread-safe.
 */
public final class MapSite {
  private final MethodFlow flow;
  private final MethodInsnNode write;
  private final MapCall call;
  private final List<Form> forms;
  private final Set<Expr> reads;
  private final Set<Expr> chain;
  private final boolean exact;
  private final boolean text;
  private Repair repair;
  private MapRepeat repeat;
  private MapRetry retry;

  MapSite(
      MethodFlow flow,
      MethodInsnNode write,
      MapCall call,
      List<Form> forms,
      Set<Expr> reads,
      Set<Expr> chain,
      boolean exact,
      boolean text) {
    this.flow = flow;
    this.write = write;
    this.call = call;
    this.forms = forms;
    this.reads = reads;
    this.chain = chain;
    this.exact = exact;
    this.text = text;
  }

  /** The method it is in. */
  public MethodFlow flow() {
    return flow;
  }

  /** The call that writes. */
  public MethodInsnNode write() {
    return write;
  }

  /** What that call does. */
  public MapCall call() {
    return call;
  }

  /** The call as an expression. */
  public Expr expression() {
    return flow.at(write);
  }

  /** The map that is written. */
  public Expr map() {
    return expression().args[0];
  }

  /** The key that is written. */
  public Expr key() {
    return expression().args[1];
  }

  /** The value that is written; the function for calls that compute. */
  public Expr written() {
    Expr[] args = expression().args;
    return args[args.length - 1];
  }

  /** The ways in which the written value comes about; empty for calls that compute. */
  public List<Form> forms() {
    return forms;
  }

  /** The calls that told what was in the entry: reads, and tests for presence. */
  public Set<Expr> reads() {
    return reads;
  }

  /** The values between the read and the write that derive from the read. */
  public Set<Expr> chain() {
    return chain;
  }

  /** Whether the sum fails rather than overflow, as {@code Math.addExact} does. */
  public boolean isExact() {
    return exact;
  }

  /** Whether the number is kept as text. */
  public boolean isText() {
    return text;
  }

  /** Whether the written value derives from a read. */
  public boolean derivesFromRead() {
    return Forms.anyRead(forms);
  }

  Cell cell() {
    return Cell.of(expression());
  }

  int position() {
    return flow.indexOf(write);
  }

  /** Whether a call of this kind, on the same entry, lies on every way to the write. */
  public boolean follows(MapCall kind) {
    for (AbstractInsnNode insn : flow.insns()) {
      if (insn instanceof MethodInsnNode other
          && flow.frame(insn) != null
          && MapCalls.byName(other) == kind
          && flow.control().dominators().dominates(flow.indexOf(insn), position())
          && other != write
          && Cell.of(flow.at(insn)).isAlike(cell())) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the reads is a call of this kind. */
  public boolean readsBy(MapCall kind) {
    for (Expr read : reads) {
      MethodInsnNode other = (MethodInsnNode) read.insn;
      if (MapCalls.byName(other) == kind) {
        return true;
      }
    }
    return false;
  }

  /** Whether a branch before the write asks whether the entry has a value. */
  public boolean testsAbsence() {
    for (AbsenceTest test : AbsenceTest.in(flow, TypeOracle.NONE)) {
      boolean before =
          flow.control().reachableFrom(test.jump(), new java.util.BitSet()).get(position());
      if (before && Cell.of(test.read()).isAlike(cell())) {
        return true;
      }
    }
    return false;
  }

  /** How to repair it; set once by the planner. */
  public Repair repair() {
    return repair;
  }

  void repair(Repair decided) {
    repair = decided;
  }

  /** How its value is calculated again; null unless that is how it is repaired. */
  public MapRepeat repeat() {
    return repeat;
  }

  void calculatedAgain(MapRepeat decided) {
    repeat = decided;
    repair = Repair.calculatedAgain();
  }

  /** How it goes back to its read; null unless that is how it is repaired. */
  public MapRetry retry() {
    return retry;
  }

  void readAgain(MapRetry decided) {
    retry = decided;
    repair = Repair.readAgain();
  }
}
