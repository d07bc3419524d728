package io.tallyfast.analysis;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The classes that are nested with a class. They are read, not loaded, and only when somebody asks.
 * Used for one class; not thread-safe.
 */
final class NestCounts {
  private final ClassNode owner;
  private final TypeOracle types;
  private Set<String> counted;

  NestCounts(ClassNode owner, TypeOracle types) {
    this.owner = owner;
    this.types = types;
  }

  /** Whether another class of the nest counts in the map in a field of this one. */
  boolean counts(FieldInsnNode field) {
    if (counted == null) {
      counted = new HashSet<>();
      for (String member : members()) {
        byte[] classFile = types.classFile(member);
        if (ConstantPoolFilter.mayHoldSite(classFile)) {
          read(classFile);
        }
      }
    }
    return counted.contains(MapFields.key(field));
  }

  private Set<String> members() {
    int nested = owner.name.indexOf('$');
    String outermost = nested < 0 ? owner.name : owner.name.substring(0, nested);
    Set<String> members = new LinkedHashSet<>();
    for (InnerClassNode inner : owner.innerClasses) {
      members.add(inner.name);
    }
    if (owner.nestMembers != null) {
      members.addAll(owner.nestMembers);
    }
    if (owner.nestHostClass != null) {
      members.add(owner.nestHostClass);
    }
    members.remove(owner.name);
    Set<String> own = new LinkedHashSet<>();
    for (String member : members) {
      if (member.equals(outermost) || member.startsWith(outermost.concat("$"))) {
        own.add(member);
      }
    }
    return own;
  }

  private void read(byte[] classFile) {
    ClassNode member = new ClassNode();
    try {
      new ClassReader(classFile).accept(member, ClassReader.EXPAND_FRAMES);
      for (MapSite site : ClassSites.of(member, types).all()) {
        Origins origins = new Origins(site.flow(), types);
        Expr map = site.map();
        for (int depth = 0; map != null && depth < MapFields.MAX_NESTING; depth++) {
          add(map.uncast());
          map = origins.mapBehind(map);
        }
      }
    } catch (RuntimeException e) {
      // It is looked at again, and what is wrong reported, when it loads.
      return;
    }
  }

  private void add(Expr map) {
    FieldInsnNode field = null;
    if (map.op == Expr.Op.FIELD || map.op == Expr.Op.STATIC) {
      field = (FieldInsnNode) map.insn;
    } else if (map.op == Expr.Op.CALL) {
      MethodInsnNode call = (MethodInsnNode) map.insn;
      for (MethodNode method : owner.methods) {
        if (call.owner.equals(owner.name)
            && method.name.equals(call.name)
            && method.desc.equals(call.desc)) {
          field = OwnCode.returnedField(method);
        }
      }
    }
    if (field != null && field.owner.equals(owner.name)) {
      counted.add(MapFields.key(field));
    }
  }
}
