package io.tallyfast.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.FieldScope;
import io.tallyfast.analysis.MapNames;
import io.tallyfast.analysis.TypeOracle;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/** Subroutines, as compilers made them before Java 6, keep one method from being guarded only. */
class SubroutinesTest {
  private static final String GET = "(Ljava/lang/Object;)Ljava/lang/Object;";
  private static final String PUT = "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;";

  @Test
  void theOtherMethodsOfTheClassAreGuarded() {
    Rewritten rewritten =
        new ClassRewriter("x/", new SiteTable(), FieldScope.ALL, MapNames.NONE)
            .rewrite(old(), TypeOracle.NONE);

    assertThat(rewritten.guarded()).hasSize(1);
    assertThat(rewritten.classFile()).isNotNull();
    assertThat(rewritten.skipped())
        .hasSize(1)
        .allMatch(reason -> reason.startsWith("fill: it uses"));
  }

  private static byte[] old() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(V1_4, ACC_PUBLIC, "com/acme/Sub", null, "java/lang/Object", null);
    writer.visitField(ACC_STATIC, "stats", "Ljava/util/Map;", null, null).visitEnd();
    hit(writer.visitMethod(ACC_STATIC, "hit", "()V", null, null));
    fill(writer.visitMethod(ACC_STATIC, "fill", "()V", null, null));
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void hit(MethodVisitor code) {
    code.visitCode();
    stats(code);
    stats(code);
    code.visitMethodInsn(INVOKEINTERFACE, "java/util/Map", "get", GET, true);
    code.visitTypeInsn(CHECKCAST, "java/lang/Integer");
    code.visitMethodInsn(INVOKEVIRTUAL, "java/lang/Integer", "intValue", "()I", false);
    code.visitInsn(ICONST_1);
    code.visitInsn(IADD);
    String box = "(I)Ljava/lang/Integer;";
    code.visitMethodInsn(INVOKESTATIC, "java/lang/Integer", "valueOf", box, false);
    code.visitMethodInsn(INVOKEINTERFACE, "java/util/Map", "put", PUT, true);
    code.visitInsn(POP);
    code.visitInsn(RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static void fill(MethodVisitor code) {
    Label subroutine = new Label();
    code.visitCode();
    code.visitJumpInsn(JSR, subroutine);
    code.visitInsn(RETURN);
    code.visitLabel(subroutine);
    code.visitVarInsn(ASTORE, 0);
    stats(code);
    code.visitLdcInsn("b");
    code.visitMethodInsn(INVOKEINTERFACE, "java/util/Map", "put", PUT, true);
    code.visitInsn(POP);
    code.visitVarInsn(RET, 0);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static void stats(MethodVisitor code) {
    code.visitFieldInsn(GETSTATIC, "com/acme/Sub", "stats", "Ljava/util/Map;");
    code.visitLdcInsn("a");
  }
}
