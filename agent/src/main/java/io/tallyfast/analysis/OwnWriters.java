package io.tallyfast.analysis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Which methods of a class write which fields, directly or through each other. Not thread-safe. */
final class OwnWriters implements FieldPlanner.Writers {
  private final ClassNode owner;
  private final Map<String, MethodNode> members = new HashMap<>();
  private final Map<String, Set<String>> written = new HashMap<>();

  OwnWriters(ClassNode owner) {
    this.owner = owner;
    for (MethodNode method : owner.methods) {
      members.put(method.name + method.desc, method);
    }
  }

  @Override
  public boolean mayWrite(MethodInsnNode call, String field) {
    if (!call.owner.equals(owner.name)) {
      return false;
    }
    String member = call.name + call.desc;
    Set<String> fields = written.get(member);
    if (fields == null) {
      fields = collect(member);
      written.put(member, fields);
    }
    return fields.contains(field);
  }

  private Set<String> collect(String member) {
    Set<String> fields = new HashSet<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(member);
    while (!open.isEmpty()) {
      MethodNode method = members.get(open.remove());
      if (method == null) {
        continue;
      }
      for (AbstractInsnNode insn : method.instructions) {
        if (FieldKey.isWrite(insn)) {
          fields.add(((FieldInsnNode) insn).name);
        } else if (insn instanceof MethodInsnNode call
            && call.owner.equals(owner.name)
            && seen.add(call.name + call.desc)) {
          open.add(call.name + call.desc);
        }
      }
    }
    return fields;
  }
}
