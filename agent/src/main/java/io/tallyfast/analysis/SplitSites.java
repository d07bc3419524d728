package io.tallyfast.analysis;

import io.tallyfast.analysis.EntryMethods.Reader;
import io.tallyfast.analysis.EntryMethods.Writer;
import io.tallyfast.analysis.Form.Effect;
import io.tallyfast.analysis.Form.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/**
 * Finds the sites whose read, or read and write, lie in small methods of the same class. Used once;
 * not thread-safe.
 */
public final class SplitSites {
  private final ClassNode owner;
  private final TypeOracle types;
  private final EntryMethods methods;
  private final List<SplitSite> found = new ArrayList<>();

  private SplitSites(ClassNode owner, TypeOracle types) {
    this.owner = owner;
    this.types = types;
    this.methods = new EntryMethods(owner, types);
  }

  /** All such sites of a class. */
  public static List<SplitSite> of(ClassNode owner, TypeOracle types) {
    SplitSites sites = new SplitSites(owner, types);
    for (MethodNode method : owner.methods) {
      if (sites.callsReader(method)) {
        sites.look(method);
      }
    }
    return sites.found;
  }

  private boolean callsReader(MethodNode method) {
    for (AbstractInsnNode insn : method.instructions) {
      if (methods.readerAt(insn) != null) {
        return true;
      }
    }
    return false;
  }

  private void look(MethodNode method) {
    MethodFlow flow;
    try {
      flow = MethodFlow.of(owner, method);
    } catch (AnalyzerException | UnsupportedMethodException e) {
      // Said by ClassSites, which looks at every method that may write.
      return;
    }
    for (AbstractInsnNode insn : flow.insns()) {
      Reader reader = flow.frame(insn) == null ? null : methods.readerAt(insn);
      if (reader != null && reader.method() != method) {
        lookForWrites(flow, flow.at(insn), reader);
      }
    }
  }

  private void lookForWrites(MethodFlow flow, Expr read, Reader reader) {
    Substitution arguments = new Substitution(reader.method(), read);
    for (AbstractInsnNode insn : flow.insns()) {
      if (flow.frame(insn) == null || !(insn instanceof MethodInsnNode call) || insn == read.insn) {
        continue;
      }
      Writer writer = methods.writerAt(insn);
      Expr e = flow.at(call);
      boolean puts = MapCalls.of(insn, types) == MapCall.PUT;
      if (puts
          && reader.field().equals(EntryMethods.fieldOf(e.args[0]))
          && arguments.isAlike(reader.key(), e.args[1])) {
        consider(flow, read, reader, call, null);
      } else if (writer != null && writer.field().equals(reader.field())) {
        Expr key = new Substitution(writer.method(), e).argument(writer.key());
        if (key != null && arguments.isAlike(reader.key(), key)) {
          consider(flow, read, reader, call, writer);
        }
      }
    }
  }

  private void consider(
      MethodFlow flow, Expr read, Reader reader, MethodInsnNode write, Writer writer) {
    int position = flow.indexOf(write);
    Expr[] args = flow.at(write).args;
    Expr written = args[args.length - 1];
    Derivation derivation = new Derivation(new ResultOf(read), flow, types);
    List<Form> forms = derivation.of(written);
    if (Forms.anyRead(forms)
        && flow.control().dominators().dominates(flow.indexOf(read.insn), position)) {
      Set<Expr> reads = new HashSet<>();
      reads.add(read);
      boolean tested = new ValueTests(flow, List.of()).decide(reads, position, derivation.joins());
      Repair repair =
          tested
              ? Repair.refused("a branch tests the value between the read and the write")
              : plan(flow, forms, written, position);
      found.add(new SplitSite(flow, read, reader, write, writer, forms, repair));
    }
  }

  private static Repair plan(MethodFlow flow, List<Form> forms, Expr written, int position) {
    List<Term> terms = null;
    for (Form form : forms) {
      if (!form.isRead() || form.effect() != Effect.ADD) {
        return Repair.refused("the update does not merge: it is not a sum on every way");
      }
      if (terms != null && !terms.equals(form.terms())) {
        return Repair.refused("the update does not merge: different amounts are added");
      }
      terms = form.terms();
    }
    char kind = Numbers.kindOf(Numbers.unboxed(written));
    if (kind != 'F' && kind != 'D') {
      return Repair.merge(Repair.Merge.DIFFERENCE, null);
    }
    return RepairPlanner.arePrimitive(terms) && Bases.knownAt(terms, position, flow)
        ? Repair.operand(terms, null)
        : Repair.refused("what is added is not known at the write");
  }

  /** What one call returned. */
  private record ResultOf(Expr call) implements Place {
    @Override
    public boolean isReadBy(Expr e, TypeOracle types) {
      return e == call;
    }
  }
}
