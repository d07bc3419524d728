package io.tallyfast.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What the annotations of a class claim: {@code @GuardedBy}, whichever library it is from, names
 * the lock of a field or of a method's callers; {@code @NotThreadSafe} and {@code @TallyfastIgnore}
 * ask for silence. Claims are to be checked, not believed. Not thread-safe.
 */
final class Claims {
  private static final String IGNORE = "TallyfastIgnore";
  private static final String NOT_SAFE = "NotThreadSafe";

  private final ClassNode owner;
  private final Map<String, Set<String>> guards = new HashMap<>();
  private final Set<String> silent = new HashSet<>();

  Claims(ClassNode owner) {
    this.owner = owner;
    for (FieldNode field : owner.fields) {
      look(field.name, field.visibleAnnotations, field.invisibleAnnotations);
    }
    for (MethodNode method : owner.methods) {
      look(method.name + method.desc, method.visibleAnnotations, method.invisibleAnnotations);
    }
  }

  private void look(String member, List<AnnotationNode> seen, List<AnnotationNode> unseen) {
    if (has(IGNORE, seen, unseen) || has(NOT_SAFE, seen, unseen)) {
      silent.add(member);
    }
    AnnotationNode guard = find("GuardedBy", seen, unseen);
    if (guard != null && guard.values != null) {
      Set<String> names = new HashSet<>();
      addNames(guard.values.get(1), member, names);
      guards.put(member, names);
    }
  }

  private void addNames(Object value, String member, Set<String> names) {
    if (value instanceof List<?> list) {
      for (Object each : list) {
        addNames(each, member, names);
      }
    } else if (value instanceof String text) {
      names.add(name(text.trim(), member));
    }
  }

  /** The lock that a claim names, in the terms of an instance method of the class. */
  private String name(String text, String member) {
    if (text.equals("this")) {
      return LockNames.THIS;
    }
    if (text.equals("itself")) {
      return path(member);
    }
    if (text.endsWith(".class")) {
      return LockPaths.ofClass(resolve(text.substring(0, text.length() - 6)));
    }
    int outer = text.indexOf(".this");
    if (outer >= 0) {
      String rest = text.substring(outer + 5);
      return resolve(text.substring(0, outer)).equals(owner.name)
          ? LockNames.THIS + rest
          : LockNames.THIS + ".this$0" + rest;
    }
    String plain = text.startsWith("this.") ? text.substring(5) : text;
    int dot = plain.indexOf('.');
    String first = dot < 0 ? plain : plain.substring(0, dot);
    if (dot > 0 && field(first) == null && Character.isUpperCase(first.charAt(0))) {
      return "=" + LockPaths.dots(resolve(first)) + plain.substring(dot);
    }
    String rest = dot < 0 ? "" : plain.substring(dot).replace("()", "");
    return path(first.endsWith("()") ? fieldOf(first) : first) + rest;
  }

  private String path(String member) {
    FieldNode field = field(member);
    boolean isStatic = field != null && (field.access & Opcodes.ACC_STATIC) != 0;
    return (isStatic ? "=" + LockPaths.dots(owner.name) : LockNames.THIS) + "." + member;
  }

  private FieldNode field(String name) {
    for (FieldNode field : owner.fields) {
      if (field.name.equals(name)) {
        return field;
      }
    }
    return null;
  }

  /** The field that a getter of this class returns; the getter itself where it is none. */
  private String fieldOf(String call) {
    String name = call.substring(0, call.length() - 2);
    for (MethodNode method : owner.methods) {
      FieldInsnNode field = method.name.equals(name) ? returned(method) : null;
      if (field != null) {
        return field.name;
      }
    }
    return call;
  }

  /** The field that a method only returns; null for any other method. */
  static FieldInsnNode returned(MethodNode method) {
    FieldInsnNode field = null;
    int steps = 0;
    for (AbstractInsnNode insn : method.instructions) {
      int opcode = insn.getOpcode();
      if (opcode < 0) {
        continue;
      }
      steps++;
      boolean ends = opcode == Opcodes.ARETURN && field != null;
      boolean loads = opcode == Opcodes.ALOAD && steps == 1;
      boolean gets = opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC;
      if (gets && field == null) {
        field = (FieldInsnNode) insn;
      } else if (!ends && !loads || steps > 3) {
        return null;
      }
    }
    return field;
  }

  /** A class named in a claim: this one, one around it, or one of the same package. */
  private String resolve(String name) {
    String slashes = name.replace('.', '/');
    for (String around = owner.name; ; around = around.substring(0, around.lastIndexOf('$'))) {
      String simple = around.substring(around.lastIndexOf('/') + 1);
      if (around.equals(slashes)
          || simple.equals(slashes)
          || simple.endsWith("$" + slashes.replace('/', '$'))) {
        return around;
      }
      if (around.indexOf('$') < 0) {
        break;
      }
    }
    int slash = owner.name.lastIndexOf('/');
    return slashes.indexOf('/') >= 0 ? slashes : owner.name.substring(0, slash + 1) + slashes;
  }

  /** The locks that are claimed to guard a field, or to be held by a method's callers. */
  Set<String> guardsOf(String member) {
    return guards.getOrDefault(member, Set.of());
  }

  /** All claims, by field name or method name with descriptor. */
  Map<String, Set<String>> guards() {
    return guards;
  }

  /** Whether nothing is to be said of a field or method. */
  boolean silences(String member) {
    return silent.contains(member);
  }

  /** Whether nothing at all is to be said of the class. */
  boolean silencesClass() {
    return has(IGNORE, owner.visibleAnnotations, owner.invisibleAnnotations);
  }

  /** Whether the class says that it is not made for several threads. */
  boolean isForOneThread() {
    return has(NOT_SAFE, owner.visibleAnnotations, owner.invisibleAnnotations);
  }

  private static boolean has(String name, List<AnnotationNode> seen, List<AnnotationNode> unseen) {
    return find(name, seen, unseen) != null;
  }

  private static AnnotationNode find(
      String name, List<AnnotationNode> seen, List<AnnotationNode> unseen) {
    AnnotationNode found = seen == null ? null : find(name, seen);
    return found == null && unseen != null ? find(name, unseen) : found;
  }

  private static AnnotationNode find(String name, List<AnnotationNode> annotations) {
    for (AnnotationNode annotation : annotations) {
      String type = annotation.desc;
      int start = Math.max(type.lastIndexOf('/'), type.lastIndexOf('$'));
      if (type.length() - start - 2 == name.length() && type.startsWith(name, start + 1)) {
        return annotation;
      }
    }
    return null;
  }
}
