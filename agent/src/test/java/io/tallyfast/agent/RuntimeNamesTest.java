package io.tallyfast.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.util.TraceClassVisitor;

class RuntimeNamesTest {
  private static final String PACKAGE = "io/tallyfast/runtime/";

  static Iterable<String> names() {
    return RuntimeClasses.NAMES;
  }

  @ParameterizedTest
  @MethodSource("names")
  void noOldNameIsLeft(String name) throws IOException {
    byte[] renamed = RuntimeNames.rename(ClassBytes.ofAgent(RuntimeNames.compiled(name)));

    assertThat(new ClassReader(renamed).getClassName()).isEqualTo("java/lang/$Tallyfast" + name);
    assertThat(new String(renamed, StandardCharsets.ISO_8859_1)).doesNotContain("io/tallyfast/");
  }

  @ParameterizedTest
  @MethodSource("names")
  void doesWhatAClassRemapperDoes(String name) throws IOException {
    byte[] classFile = ClassBytes.ofAgent(RuntimeNames.compiled(name));
    ClassWriter remapped = new ClassWriter(0);
    new ClassReader(classFile).accept(new ClassRemapper(remapped, new ByPrefix()), 0);

    assertThat(trace(RuntimeNames.rename(classFile))).isEqualTo(trace(remapped.toByteArray()));
  }

  @Test
  void nestedClassesStayNested() {
    ClassWriter writer = new ClassWriter(0);
    String outer = PACKAGE + "Outer";
    String signature = "Ljava/lang/Object;Ljava/util/Comparator<L" + outer + ";>;";
    writer.visit(Opcodes.V17, Opcodes.ACC_SUPER, outer + "$Inner", signature, outer, null);
    writer.visitNestHost(outer);
    writer.visitInnerClass(outer + "$Inner", outer, "Inner", 0);
    writer.visitInnerClass(outer + "$1", null, null, 0);
    writer.visitField(0, "wide", "J", null, 5L).visitEnd();
    writer.visitMethod(Opcodes.ACC_ABSTRACT, "m", "(L" + outer + ";[L" + outer + ";)V", null, null);
    writer.visitEnd();

    ClassNode renamed = new ClassNode();
    new ClassReader(RuntimeNames.rename(writer.toByteArray())).accept(renamed, 0);

    assertThat(renamed.superName).isEqualTo("java/lang/$TallyfastOuter");
    assertThat(renamed.nestHostClass).isEqualTo("java/lang/$TallyfastOuter");
    assertThat(renamed.signature).contains("<Ljava/lang/$TallyfastOuter;>");
    assertThat(renamed.methods.get(0).desc)
        .isEqualTo("(Ljava/lang/$TallyfastOuter;[Ljava/lang/$TallyfastOuter;)V");
    InnerClassNode inner = renamed.innerClasses.get(0);
    assertThat(inner.name).isEqualTo("java/lang/$TallyfastOuter$Inner");
    assertThat(inner.outerName).isEqualTo("java/lang/$TallyfastOuter");
    assertThat(inner.innerName).isEqualTo("Inner");
    assertThat(renamed.innerClasses.get(1).name).isEqualTo("java/lang/$TallyfastOuter$1");
  }

  @Test
  void anUnknownConstantIsAnError() {
    byte[] classFile = {0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 99, 0, 0};

    assertThatThrownBy(() -> RuntimeNames.rename(classFile))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("99");
  }

  private static String trace(byte[] classFile) {
    StringWriter text = new StringWriter();
    new ClassReader(classFile).accept(new TraceClassVisitor(new PrintWriter(text)), 0);
    return text.toString();
  }

  private static final class ByPrefix extends Remapper {
    ByPrefix() {
      super(Opcodes.ASM9);
    }

    @Override
    public String map(String name) {
      return name.startsWith(PACKAGE)
          ? "java/lang/$Tallyfast" + name.substring(PACKAGE.length())
          : name;
    }
  }
}
