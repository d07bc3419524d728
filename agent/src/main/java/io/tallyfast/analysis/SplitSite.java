package io.tallyfast.analysis;

import io.tallyfast.analysis.EntryMethods.Reader;
import io.tallyfast.analysis.EntryMethods.Writer;
import java.util.List;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A place in a method where an entry is written from what another method of the class has read of
 * it, by the method itself or by a third one. Immutable; belongs to the analysis of one class.
 */
public final class SplitSite {
  private final MethodFlow flow;
  private final Expr read;
  private final Reader reader;
  private final MethodInsnNode write;
  private final Writer writer;
  private final List<Form> forms;
  private final Repair repair;

  SplitSite(
      MethodFlow flow,
      Expr read,
      Reader reader,
      MethodInsnNode write,
      Writer writer,
      List<Form> forms,
      Repair repair) {
    this.flow = flow;
    this.read = read;
    this.reader = reader;
    this.write = write;
    this.writer = writer;
    this.forms = forms;
    this.repair = repair;
  }

  /** The method that counts. */
  public MethodFlow flow() {
    return flow;
  }

  /** Its call of the method that reads. */
  public MethodInsnNode readCall() {
    return (MethodInsnNode) read.insn;
  }

  /** The calls by which that method reads. */
  public List<MethodInsnNode> reads() {
    return reader.reads();
  }

  /** What writes: the map's own method, or a call of the method that does. */
  public MethodInsnNode write() {
    return write;
  }

  /** The call by which the method that writes does; null where the method that counts does. */
  public MethodInsnNode putOfWriter() {
    return writer == null ? null : writer.put();
  }

  /** The value that is written. */
  public Expr written() {
    Expr[] args = flow.at(write).args;
    return args[args.length - 1];
  }

  /** The key, as the method that counts knows it: what it passes where the key is not its own. */
  public Expr key() {
    Expr call = flow.at(write);
    if (writer == null) {
      return call.args[1];
    }
    Expr argument = new Substitution(writer.method(), call).argument(writer.key());
    return argument == null ? writer.key() : argument;
  }

  /** The field that holds the map, as {@code name:descriptor}. */
  public String field() {
    return reader.field();
  }

  /** The methods that read and write for the one that counts. */
  public List<MethodNode> helpers() {
    return writer == null ? List.of(reader.method()) : List.of(reader.method(), writer.method());
  }

  /** The ways in which the written value comes about. */
  public List<Form> forms() {
    return forms;
  }

  /** How it is repaired, or why it cannot be. */
  public Repair repair() {
    return repair;
  }
}
