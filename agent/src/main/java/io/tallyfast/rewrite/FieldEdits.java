package io.tallyfast.rewrite;

import io.tallyfast.analysis.FieldSite;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The changes to the sites of a class on fields and elements. Used once; not thread-safe. */
final class FieldEdits {
  private final ClassNode owner;
  private final FieldCalls calls;
  private final Map<FieldSite, Integer> numbers = new LinkedHashMap<>();

  FieldEdits(ClassNode owner, FieldCalls calls) {
    this.owner = owner;
    this.calls = calls;
  }

  void add(FieldSite site, int number) {
    numbers.put(site, number);
  }

  /** Changes the sites of one method. */
  void edit(MethodNode method) {
    List<FieldSite> here = new ArrayList<>();
    Set<AbstractInsnNode> loops = new HashSet<>();
    for (FieldSite site : numbers.keySet()) {
      if (site.flow().method() == method) {
        here.add(site);
        if (site.repair().again() != null) {
          loops.add(site.write());
        }
      }
    }
    if (here.isEmpty()) {
      return;
    }
    boolean hasFrames = (owner.version & 0xFFFF) >= Opcodes.V1_6;
    Map<AbstractInsnNode, WriteFrame> frames =
        loops.isEmpty() || !hasFrames ? Map.of() : WriteFrame.of(owner.name, method, loops);
    FreshLocals locals = new FreshLocals(method);
    for (FieldSite site : here) {
      new FieldEdit(site, locals, calls).edit(numbers.get(site), frames.get(site.write()));
    }
    locals.finish();
  }
}
