package io.tallyfast.analysis;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/** The flows of a class's methods, each computed when first asked for. Not thread-safe. */
final class Flows {
  /** So many instructions of all methods together are kept that nobody may ask for again. */
  private static final int MOST_KEPT = 20_000;

  private final ClassNode owner;
  private final Map<MethodNode, MethodFlow> known = new HashMap<>();
  private final Map<MethodNode, String> failed = new HashMap<>();
  private int kept;

  /** Creates for a class. */
  Flows(ClassNode owner) {
    this.owner = owner;
  }

  /**
   * The flow of a method, with plain calls in place of those that Groovy makes by name: the method
   * is changed then.
   *
   * @throws AnalyzerException when the method is not valid bytecode
   * @throws UnsupportedMethodException when it is too large, or uses subroutines
   */
  MethodFlow simplified(MethodNode method) throws AnalyzerException {
    MethodFlow known = this.known.get(method);
    MethodFlow flow = known == null ? MethodFlow.of(owner, method) : known;
    MethodFlow simple = GroovyCalls.simplified(owner, flow);
    kept += simple.insns().length;
    if (simple != known && kept <= MOST_KEPT) {
      this.known.put(method, simple);
    }
    return simple;
  }

  /** The flow of a method, null when it cannot be analysed; {@link #failure} then says why. */
  MethodFlow of(MethodNode method) {
    MethodFlow flow = known.get(method);
    if (flow == null && !failed.containsKey(method)) {
      try {
        flow = MethodFlow.of(owner, method);
        known.put(method, flow);
      } catch (AnalyzerException e) {
        failed.put(method, "the bytecode is not valid: " + e.getMessage());
      } catch (UnsupportedMethodException e) {
        failed.put(method, String.valueOf(e.getMessage()));
      }
    }
    return flow;
  }

  /** Why a method cannot be analysed; null when it can. */
  String failure(MethodNode method) {
    return failed.get(method);
  }
}
