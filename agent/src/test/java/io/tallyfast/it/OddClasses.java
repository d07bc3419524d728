package io.tallyfast.it;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files that no compiler makes today, each with one update of a map. */
final class OddClasses {
  private static final int LARGEST = 65_535;

  private OddClasses() {}

  /** The class {@code odd.Old}, with the update in a subroutine. */
  static byte[] withSubroutine() {
    return make(false);
  }

  /** The class {@code odd.Large}, with the update in a method of the largest size there is. */
  static byte[] tooLarge() {
    return make(true);
  }

  /** A class of 2002 with one method: an update in a subroutine, or as large as it can be. */
  private static byte[] make(boolean large) {
    ClassWriter type = new ClassWriter(0);
    String name = large ? "odd/Large" : "odd/Old";
    type.visit(Opcodes.V1_4, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
    type.visitField(0, "stats", "Ljava/util/Map;", null, null).visitEnd();
    MethodVisitor code = type.visitMethod(0, "count", "(Ljava/lang/String;)V", null, null);
    code.visitCode();
    Label subroutine = new Label();
    if (!large) {
      code.visitJumpInsn(Opcodes.JSR, subroutine);
      code.visitInsn(Opcodes.RETURN);
      code.visitLabel(subroutine);
      code.visitVarInsn(Opcodes.ASTORE, 2);
    }
    update(code, name);
    if (large) {
      for (int size = 64; size + 2 <= LARGEST; size++) {
        code.visitInsn(Opcodes.NOP);
      }
      code.visitInsn(Opcodes.RETURN);
    } else {
      code.visitVarInsn(Opcodes.RET, 2);
    }
    code.visitMaxs(6, large ? LARGEST : 3);
    code.visitEnd();
    type.visitEnd();
    return type.toByteArray();
  }

  /** {@code stats.put(key, Integer.valueOf(((Integer) stats.get(key)).intValue() + 1))}. */
  private static void update(MethodVisitor code, String owner) {
    String map = "java/util/Map";
    String object = "Ljava/lang/Object;";
    for (int i = 0; i < 2; i++) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, owner, "stats", "Ljava/util/Map;");
      code.visitVarInsn(Opcodes.ALOAD, 1);
    }
    code.visitMethodInsn(Opcodes.INVOKEINTERFACE, map, "get", "(" + object + ")" + object, true);
    String number = "java/lang/Integer";
    code.visitTypeInsn(Opcodes.CHECKCAST, number);
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, number, "intValue", "()I", false);
    code.visitInsn(Opcodes.ICONST_1);
    code.visitInsn(Opcodes.IADD);
    code.visitMethodInsn(Opcodes.INVOKESTATIC, number, "valueOf", "(I)Ljava/lang/Integer;", false);
    String put = "(" + object + object + ")" + object;
    code.visitMethodInsn(Opcodes.INVOKEINTERFACE, map, "put", put, true);
    code.visitInsn(Opcodes.POP);
  }
}
