package io.tallyfast.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/**
 * The methods that take a lock and leave it to their caller to give it back, and those that give it
 * back. May be asked while others are added; to be added to by one thread.
 */
public final class LockSummaries {
  private static final int ROUNDS = 3;

  private final TypeOracle types;
  private final LockSummaries others;
  private final Map<String, LockSummary> known = new ConcurrentHashMap<>();

  /** The names alone of the methods that are known: most calls are of no other interest. */
  private final Set<String> names = ConcurrentHashMap.newKeySet();

  /** Creates with no method known. */
  public LockSummaries(TypeOracle types) {
    this(types, null);
  }

  /** Creates for the methods of one class, when those of others are known. */
  LockSummaries(TypeOracle types, LockSummaries others) {
    this.types = types;
    this.others = others;
  }

  /** Takes what is known of the methods of one class. */
  public void addAll(LockSummaries ofClass) {
    known.putAll(ofClass.known);
    names.addAll(ofClass.names);
  }

  /** The methods that are known, each as the name of its class, and its own with descriptor. */
  public List<String[]> methods() {
    List<String[]> methods = new ArrayList<>();
    for (String key : known.keySet()) {
      int dot = key.indexOf('.');
      methods.add(new String[] {key.substring(0, dot), key.substring(dot + 1)});
    }
    return methods;
  }

  /** What a method leaves; null when it leaves nothing, or is not known. */
  LockSummary of(MethodInsnNode call) {
    return hasName(call.name) ? of(key(call.owner, call.name, call.desc)) : null;
  }

  private boolean hasName(String name) {
    return names.contains(name) || others != null && others.hasName(name);
  }

  private LockSummary of(String key) {
    LockSummary own = known.get(key);
    return own == null && others != null ? others.of(key) : own;
  }

  private static String key(String owner, String name, String desc) {
    return owner + "." + name + desc;
  }

  /** Adds the methods of a class; some become known by others of the same class. */
  public void add(ClassNode owner) {
    FieldInits fields = null;
    boolean news = true;
    for (int round = 0; news && round < ROUNDS; round++) {
      news = false;
      for (MethodNode method : owner.methods) {
        String key = leavesLocks(method) ? key(owner.name, method.name, method.desc) : null;
        if (key != null && !known.containsKey(key)) {
          fields = fields == null ? new FieldInits(owner) : fields;
          news |= add(owner, method, key, fields);
        }
      }
    }
  }

  private boolean add(ClassNode owner, MethodNode method, String key, FieldInits fields) {
    try {
      MethodFlow flow = MethodFlow.of(owner, method);
      LockState state = LockState.of(owner.name, flow, fields, this, types);
      LockSummary summary = new LockSummary(atReturns(flow, state), stable(state.released()));
      boolean says = !summary.acquires().isEmpty() || !summary.releases().isEmpty();
      if (says) {
        known.put(key, summary);
        names.add(method.name);
      }
      return says;
    } catch (AnalyzerException | UnsupportedMethodException e) {
      // A method that cannot be analysed leaves nothing as far as anybody knows.
      return false;
    }
  }

  private static Set<String> atReturns(MethodFlow flow, LockState state) {
    Set<String> common = null;
    for (AbstractInsnNode insn : flow.insns()) {
      int opcode = insn.getOpcode();
      if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN && flow.frame(insn) != null) {
        Set<String> held = stable(state.takenAt(insn));
        if (common == null) {
          common = held;
        } else {
          common.retainAll(held);
        }
      }
    }
    return common == null ? Set.of() : common;
  }

  private static Set<String> stable(Set<String> names) {
    Set<String> stable = new HashSet<>();
    for (String name : names) {
      if (!LockPaths.isLocal(name)) {
        stable.add(name);
      }
    }
    return stable;
  }

  /** Whether a method takes more kinds of locks than it gives back, or the other way round. */
  private boolean leavesLocks(MethodNode method) {
    boolean acquires = false;
    boolean releases = false;
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof MethodInsnNode call) {
        LockSummary summary = of(call);
        acquires |= LockCalls.takes(call) || summary != null && takes(summary);
        releases |= LockCalls.givesBack(call) || summary != null && !takes(summary);
      }
    }
    return acquires != releases;
  }

  private static boolean takes(LockSummary summary) {
    return !summary.acquires().isEmpty();
  }
}
