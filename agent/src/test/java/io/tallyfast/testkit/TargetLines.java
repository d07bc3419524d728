package io.tallyfast.testkit;

import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The source lines of compiled classes. */
final class TargetLines {
  private static final Set<String> WRITES =
      Set.of(
          "put",
          "putIfAbsent",
          "replace",
          "merge",
          "compute",
          "computeIfAbsent",
          "computeIfPresent",
          "setProperty",
          "setValue",
          "lazySet",
          "replaceAll");

  private final Set<Integer> lines = new TreeSet<>();
  private final Set<Integer> writes = new TreeSet<>();

  private TargetLines() {}

  /** The lines of these classes. */
  static TargetLines of(Iterable<String> classes) {
    TargetLines result = new TargetLines();
    for (String name : classes) {
      new ClassReader(TargetCatalog.bytes(name)).accept(result.new Visitor(), 0);
    }
    return result;
  }

  /** The lines that have code. */
  Set<Integer> lines() {
    return lines;
  }

  /** The lines that write a field, element or map, or call a setter. */
  Set<Integer> writes() {
    return writes;
  }

  private final class Visitor extends ClassVisitor {
    Visitor() {
      super(Opcodes.ASM9);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        private int current;

        @Override
        public void visitLineNumber(int line, Label start) {
          current = line;
          lines.add(line);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
          if (opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC) {
            writes.add(current);
          }
        }

        @Override
        public void visitInsn(int opcode) {
          if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
            writes.add(current);
          }
        }

        @Override
        public void visitMethodInsn(
            int opcode, String owner, String name, String descriptor, boolean isInterface) {
          if (WRITES.contains(name) || name.startsWith("set")) {
            writes.add(current);
          }
        }
      };
    }
  }
}
