package io.tallyfast.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.TypeOracle;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.TypeReference;
import org.objectweb.asm.tree.ClassNode;

/** A class with odd ranges of annotations can be read after rewriting as it could before. */
class DebugRangesTest {
  private static final int CODE = 20;

  private static final class Loader extends ClassLoader {
    Class<?> define(byte[] classFile) {
      return defineClass("com.acme.Odd", classFile, 0, classFile.length);
    }
  }

  @Test
  void rangesThatEndWithinAnInstructionAreDropped() throws Exception {
    for (int length = 1; length < CODE; length++) {
      byte[] odd = odd(length);
      assertThat(new Loader().define(odd).getDeclaredConstructors()).isEmpty();

      byte[] rewritten = rewrite(odd);

      assertThat(rewritten).as("length %d", length).isNotNull();
      assertThat(new Loader().define(rewritten).getDeclaredConstructors()).isEmpty();
      new ClassReader(rewritten).accept(new ClassNode(), 0);
    }
  }

  private static byte[] rewrite(byte[] classFile) {
    return new ClassRewriter("io/tallyfast/runtime/", new SiteTable())
        .rewrite(classFile, TypeOracle.NONE)
        .classFile();
  }

  /** A class that counts; the annotation of its local variable has the given length. */
  private static byte[] odd(int length) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(V1_8, ACC_PUBLIC, "com/acme/Odd", null, "java/lang/Object", null);
    MethodVisitor code = writer.visitMethod(ACC_STATIC, "hit", "(Ljava/util/Map;)V", null, null);
    code.visitCode();
    Label start = new Label();
    Label end = new Label();
    code.visitVarInsn(ALOAD, 0);
    code.visitLabel(start);
    code.visitLdcInsn("a");
    code.visitVarInsn(ALOAD, 0);
    code.visitLdcInsn("a");
    call(code, INVOKEINTERFACE, "java/util/Map", "get", "(Ljava/lang/Object;)Ljava/lang/Object;");
    code.visitTypeInsn(CHECKCAST, "java/lang/Integer");
    call(code, INVOKEVIRTUAL, "java/lang/Integer", "intValue", "()I");
    code.visitInsn(ICONST_1);
    code.visitInsn(IADD);
    call(code, INVOKESTATIC, "java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;");
    String put = "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;";
    call(code, INVOKEINTERFACE, "java/util/Map", "put", put);
    code.visitInsn(POP);
    code.visitInsn(RETURN);
    code.visitLabel(end);
    int target = TypeReference.newTypeReference(TypeReference.LOCAL_VARIABLE).getValue();
    AnnotationVisitor annotation =
        code.visitLocalVariableAnnotation(
            target, null, new Label[] {start}, new Label[] {end}, new int[1], "LA;", true);
    annotation.visitEnd();
    code.visitMaxs(0, 0);
    code.visitEnd();
    writer.visitEnd();
    return shortened(writer.toByteArray(), end.getOffset() - 1, length);
  }

  private static void call(MethodVisitor code, int opcode, String owner, String name, String desc) {
    code.visitMethodInsn(opcode, owner, name, desc, opcode == INVOKEINTERFACE);
  }

  /** The range lies behind the kind of the annotation and the number of ranges. */
  private static byte[] shortened(byte[] classFile, int whole, int length) {
    ByteBuffer bytes = ByteBuffer.wrap(classFile);
    int changed = 0;
    for (int i = 0; i + 7 <= classFile.length; i++) {
      boolean ofVariable =
          bytes.get(i) == TypeReference.LOCAL_VARIABLE && bytes.getShort(i + 1) == 1;
      if (ofVariable && bytes.getShort(i + 3) == 1 && bytes.getShort(i + 5) == whole) {
        bytes.putShort(i + 5, (short) length);
        changed++;
      }
    }
    assertThat(changed).as("ranges").isEqualTo(1);
    return classFile;
  }
}
