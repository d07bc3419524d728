package io.tallyfast.audit;

import static io.tallyfast.testkit.Compiled.racy;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.analysis.Site;
import io.tallyfast.testkit.Compiled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A method that cannot be analysed must not hide the others of its class. */
class OddMethodsTest {
  private static final int UPDATES = 2_800;

  @TempDir private Path folder;

  @Test
  void subroutinesOfOldCompilers() throws IOException {
    assertThat(places(new Odd(OddMethodsTest::subroutine))).contains("a.Racy.store(Racy.java:4)");
  }

  @Test
  void methodsThatAreAsLargeAsTheyCanBe() throws IOException {
    assertThat(places(new Odd(OddMethodsTest::large))).contains("a.Racy.store(Racy.java:4)");
  }

  @Test
  void namesOfObfuscators() throws IOException {
    assertThat(places(new Odd(code -> code.visitInsn(Opcodes.RETURN))))
        .containsExactly("a.Racy.store(Racy.java:4)");
  }

  @Test
  void loopsOverListsThatCountInEachElement() throws IOException {
    byte[] chain =
        Compiled.classes(
                "a.Chain",
                "volatile int hits; a.Chain next;",
                "void count() { hits++; }",
                "static void all(a.Chain c) { while (c != null) { c.count(); c = c.next; } }")
            .get("a/Chain.class");

    AuditResult result =
        new Audit(List.of(Files.write(folder.resolve("Chain.class"), chain)), AuditProgress.NONE)
            .run();

    assertThat(result.problems()).isEmpty();
    assertThat(result.sites())
        .extracting(Site::location)
        .containsExactly("a.Chain.count(Chain.java:3)");
  }

  private List<String> places(Odd odd) throws IOException {
    new ClassReader(racy("a.Racy").get("a/Racy.class")).accept(odd, 0);
    Path file = Files.write(folder.resolve("Racy.class"), odd.writer.toByteArray());
    AuditResult result = new Audit(List.of(file), AuditProgress.NONE).run();
    assertThat(result.problems()).isEmpty();
    assertThat(result.classes()).isEqualTo(1);
    return result.sites().stream().map(Site::location).toList();
  }

  private static void subroutine(MethodVisitor code) {
    Label sub = new Label();
    code.visitJumpInsn(Opcodes.JSR, sub);
    code.visitInsn(Opcodes.RETURN);
    code.visitLabel(sub);
    code.visitVarInsn(Opcodes.ASTORE, 2);
    update(code);
    code.visitVarInsn(Opcodes.RET, 2);
  }

  private static void large(MethodVisitor code) {
    for (int i = 0; i < UPDATES; i++) {
      update(code);
    }
    code.visitInsn(Opcodes.RETURN);
  }

  /** {@code stats.put(key, stats.get(key))}: 22 bytes. */
  private static void update(MethodVisitor code) {
    for (int i = 0; i < 2; i++) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, "a/Racy", "stats", "Ljava/util/Map;");
      code.visitVarInsn(Opcodes.ALOAD, 1);
    }
    code.visitMethodInsn(
        Opcodes.INVOKEINTERFACE,
        "java/util/Map",
        "get",
        "(Ljava/lang/Object;)Ljava/lang/Object;",
        true);
    code.visitMethodInsn(
        Opcodes.INVOKEINTERFACE,
        "java/util/Map",
        "put",
        "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;",
        true);
    code.visitInsn(Opcodes.POP);
  }

  private interface Body {
    void write(MethodVisitor code);
  }

  /** Adds a method to a class, which it makes one of a compiler of 2002. */
  private static final class Odd extends ClassVisitor {
    private final ClassWriter writer;
    private final Body body;

    Odd(Body body) {
      this(body, new ClassWriter(0));
    }

    private Odd(Body body, ClassWriter writer) {
      super(Opcodes.ASM9, writer);
      this.body = body;
      this.writer = writer;
    }

    @Override
    public void visit(int v, int access, String name, String s, String parent, String[] types) {
      super.visit(Opcodes.V1_4, access, name, s, parent, types);
    }

    @Override
    public void visitEnd() {
      String name = "\u202Eif \u0001" + "x".repeat(1_000);
      MethodVisitor code = visitMethod(0, name, "(Ljava/lang/String;)V", null, null);
      code.visitCode();
      body.write(code);
      code.visitMaxs(6, 3);
      code.visitEnd();
      super.visitEnd();
    }
  }
}
