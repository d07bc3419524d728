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
  private static final String SAFE = "ThreadSafe";

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
      return toOuter(resolve(text.substring(0, outer))) + text.substring(outer + 5);
    }
    String plain = text.startsWith("this.") ? text.substring(5) : text;
    int dot = plain.indexOf('.');
    String first = dot < 0 ? plain : plain.substring(0, dot);
    if (dot > 0 && field(first) == null && Character.isUpperCase(first.charAt(0))) {
      return "=" + LockPaths.dots(resolve(first)) + plain.substring(dot);
    }
    String rest = dot < 0 ? "" : plain.substring(dot).replace("()", "");
    return (first.endsWith("()") ? ofCall(first) : path(first)) + rest;
  }

  private String path(String member) {
    FieldNode field = field(member);
    if (field == null && "java/lang/Object".equals(owner.superName)) {
      return ofOuter(member);
    }
    boolean isStatic = field != null && (field.access & Opcodes.ACC_STATIC) != 0;
    return (isStatic ? "=" + LockPaths.dots(owner.name) : LockNames.THIS) + "." + member;
  }

  /** What neither the class nor a superclass has is a member of the class around it. */
  private String ofOuter(String member) {
    FieldNode outer = outerField();
    int dollar = owner.name.lastIndexOf('$');
    if (outer != null) {
      return LockNames.THIS + "." + outer.name + "." + member;
    }
    return dollar < 0
        ? LockNames.THIS + "." + member
        : "=" + LockPaths.dots(owner.name.substring(0, dollar)) + "." + member;
  }

  /** The way to the object of a class around this one. */
  private String toOuter(String type) {
    FieldNode field = type.equals(owner.name) ? null : outerField();
    if (field == null) {
      return LockNames.THIS;
    }
    StringBuilder way = new StringBuilder(LockNames.THIS).append('.').append(field.name);
    String at = field.desc.substring(1, field.desc.length() - 1);
    int level = field.name.charAt(field.name.length() - 1) - '0';
    while (!at.equals(type) && level > 0 && at.indexOf('$') > 0) {
      level--;
      at = at.substring(0, at.lastIndexOf('$'));
      way.append(".this$").append(level);
    }
    return way.toString();
  }

  /** The field in which compilers keep the object around; null for a class that has none. */
  private FieldNode outerField() {
    for (FieldNode field : owner.fields) {
      if (field.name.startsWith("this$") && field.desc.charAt(0) == 'L') {
        return field;
      }
    }
    return null;
  }

  private FieldNode field(String name) {
    for (FieldNode field : owner.fields) {
      if (field.name.equals(name)) {
        return field;
      }
    }
    return null;
  }

  /** What a method of this class returns: a field, or what only the call can tell. */
  private String ofCall(String call) {
    String name = call.substring(0, call.length() - 2);
    for (MethodNode method : owner.methods) {
      if (method.name.equals(name) && method.desc.startsWith("()")) {
        FieldInsnNode field = returned(method);
        String step = "{" + LockPaths.method(owner.name, name, method.desc) + "}";
        boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
        return field != null
            ? path(field.name)
            : isStatic ? "=" + step : LockNames.THIS + "." + step;
      }
    }
    return LockNames.THIS + "." + call;
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

  /** Whether the class says that it is not made for several threads, or is not to be checked. */
  boolean isForOneThread() {
    AnnotationNode safe = find(SAFE, owner.visibleAnnotations, owner.invisibleAnnotations);
    boolean unchecked =
        safe != null
            && safe.values != null
            && safe.values.contains("enableChecks")
            && safe.values.contains(false);
    return unchecked || has(NOT_SAFE, owner.visibleAnnotations, owner.invisibleAnnotations);
  }

  /** Whether an annotation of that simple name is there. */
  static boolean has(String name, List<AnnotationNode> seen, List<AnnotationNode> unseen) {
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
