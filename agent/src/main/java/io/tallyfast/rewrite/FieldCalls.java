package io.tallyfast.rewrite;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.FieldSite;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The calls that take the place of writes: invokedynamic for fields, so that the class's own rights
 * link them; static methods for elements, and for class files that are too old. Immutable.
 */
final class FieldCalls {
  private static final String LOOKUP = "Ljava/lang/invoke/MethodHandles$Lookup;";
  private static final String LINK =
      "("
          + LOOKUP
          + "Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/String;)"
          + "Ljava/lang/invoke/CallSite;";

  private final Emit emit;
  private final boolean old;

  FieldCalls(ClassNode owner, Emit emit) {
    this.emit = emit;
    this.old = (owner.version & 0xFFFF) < Opcodes.V1_7;
  }

  /** Adds what is on the stack, and leaves what was there before. */
  InsnList addOld(FieldSite site) {
    return call(site, "addOld", "", kindOf(site), new InsnList());
  }

  /** Stores what is on the stack if nothing has changed; the arguments follow it. */
  InsnList mergeOld(FieldSite site, InsnList arguments) {
    String from = site.isHeld() ? Emit.OBJECT : "";
    String more =
        switch (site.kind()) {
          case 'F' -> "FDII";
          case 'D' -> "DDII";
          case 'A' -> Emit.OBJECT + Emit.OBJECT + "II";
          default -> site.kind() + "II";
        };
    return call(site, "mergeOld", from + more, kindOf(site), arguments);
  }

  /** Stores what is on the stack, and tells an observer; the arguments follow it. */
  InsnList observe(FieldSite site, InsnList arguments) {
    String more = kindOf(site) + "II";
    if (site.isHeld()) {
      InsnList list = call(site, "observe", more, kindOf(site), arguments);
      dropUnlessReturned(site, list);
      return list;
    }
    if (!site.isElement()) {
      FieldInsnNode field = (FieldInsnNode) site.write();
      arguments.add(new LdcInsnNode(field.owner + "." + field.name));
      more += "Ljava/lang/String;";
    }
    return call(site, "observe", more, "V", arguments);
  }

  /** Whether an atomic variable or array holds the value, and not an entry or a list. */
  private static boolean isAtomic(FieldSite site) {
    return ((MethodInsnNode) site.write()).owner.startsWith("java/util/concurrent/atomic/");
  }

  /** The type that the runtime takes for an object that holds values. */
  private static String holderOf(FieldSite site) {
    String owner = ((MethodInsnNode) site.write()).owner;
    boolean exact = isAtomic(site) || owner.endsWith("Entry");
    return "L" + (exact ? owner : "java/util/List") + ";" + (site.isIndexed() ? "I" : "");
  }

  private static String kindOf(FieldSite site) {
    return site.kind() == 'A' ? Emit.OBJECT : String.valueOf(site.kind());
  }

  /**
   * Stores what was written if nothing has changed; takes all operands and leaves whether it did.
   */
  InsnList replace(FieldSite site) {
    String kind = String.valueOf(site.kind());
    if (site.isElement()) {
      InsnList list = new InsnList();
      String descriptor = "([" + site.descriptor() + "I" + kind + kind + "I)Z";
      list.add(emit.runtime("Elements", "replace", descriptor));
      return list;
    }
    return ofField(site, "replace", "(" + Emit.OBJECT + kind + kind + "I", "Z");
  }

  /** Reads a field as it is now; takes its holder. */
  InsnList read(FieldSite site) {
    String name =
        switch (old ? site.kind() : 'A') {
          case 'I' -> "readInt";
          case 'J' -> "readLong";
          case 'F' -> "readFloat";
          case 'D' -> "readDouble";
          default -> "read";
        };
    return ofField(site, name, "(" + Emit.OBJECT, String.valueOf(site.kind()));
  }

  /** What was there before stays on the stack where the application's call returns it. */
  static void dropUnlessReturned(FieldSite site, InsnList list) {
    if (!returnsOld(site)) {
      list.add(new InsnNode("JD".indexOf(site.kind()) >= 0 ? POP2 : POP));
    }
  }

  /** Whether the application's call returns what was there before. */
  static boolean returnsOld(FieldSite site) {
    return site.write() instanceof MethodInsnNode call && !call.desc.endsWith(")V");
  }

  private InsnList call(
      FieldSite site, String name, String more, String result, InsnList arguments) {
    String kind = kindOf(site);
    InsnList list = new InsnList();
    if (site.isHeld()) {
      list.add(arguments);
      String descriptor = "(" + holderOf(site) + kind + more + ")" + result;
      list.add(emit.runtime(isAtomic(site) ? "Atomics" : "Held", name, descriptor));
      return list;
    }
    if (site.isElement()) {
      list.add(arguments);
      String descriptor = "([" + site.descriptor() + "I" + kind + more + ")" + result;
      list.add(emit.runtime("Elements", name, descriptor));
      return list;
    }
    if (site.isStatic()) {
      pushNoHolder(site, list);
    }
    list.add(arguments);
    list.add(ofField(site, name, "(" + Emit.OBJECT + kind + more, result));
    return list;
  }

  private InsnList ofField(FieldSite site, String name, String taken, String result) {
    InsnList list = new InsnList();
    if (old) {
      list.add(
          new MethodInsnNode(
              INVOKESTATIC, "java/lang/invoke/MethodHandles", "lookup", "()" + LOOKUP, false));
      list.add(new LdcInsnNode(spec(site)));
      list.add(emit.runtime("OldFields", name, taken + LOOKUP + "Ljava/lang/String;)" + result));
    } else {
      list.add(new InvokeDynamicInsnNode(name, taken + ")" + result, bootstrap(), spec(site)));
    }
    return list;
  }

  /** A static field has no holder: null goes below the value. */
  private static void pushNoHolder(FieldSite site, InsnList list) {
    list.add(new InsnNode(ACONST_NULL));
    if (site.kind() == 'J' || site.kind() == 'D') {
      list.add(new InsnNode(DUP_X2));
      list.add(new InsnNode(POP));
    } else {
      list.add(new InsnNode(SWAP));
    }
  }

  private Handle bootstrap() {
    MethodInsnNode link = emit.runtime("Fields", "link", LINK);
    return new Handle(H_INVOKESTATIC, link.owner, link.name, link.desc, false);
  }

  private static String spec(FieldSite site) {
    FieldInsnNode field = (FieldInsnNode) site.write();
    return (site.isStatic() ? "S" : "F") + field.owner + "." + field.name + ":" + field.desc;
  }

  /** What a boxed number became, from what was there before and what the application wrote. */
  MethodInsnNode renewedBox() {
    String descriptor = "(" + Emit.OBJECT.repeat(4) + "I)" + Emit.OBJECT;
    return emit.runtime("OldFields", "renewed", descriptor);
  }

  MethodInsnNode extreme(String name, char kind) {
    String descriptor = "(" + kind + kind + ")" + kind;
    return new MethodInsnNode(INVOKESTATIC, "java/lang/Math", name, descriptor, false);
  }

  static MethodInsnNode unbox(char kind) {
    String name =
        switch (kind) {
          case 'J' -> "longValue";
          case 'F' -> "floatValue";
          case 'D' -> "doubleValue";
          default -> "intValue";
        };
    return new MethodInsnNode(INVOKEVIRTUAL, "java/lang/Number", name, "()" + kind, false);
  }
}
