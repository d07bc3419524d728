package io.tallyfast.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;

class RuntimeNamesTest {
  @Test
  void noOldNameIsLeft() throws IOException {
    for (String name : RuntimeClasses.NAMES) {
      byte[] renamed = RuntimeNames.rename(ClassBytes.ofAgent(RuntimeNames.compiled(name)));

      assertThat(new ClassReader(renamed).getClassName()).isEqualTo("java/lang/$Tallyfast" + name);
      assertThat(constants(renamed)).noneMatch(text -> text.contains("io/tallyfast/"));
    }
  }

  @Test
  void nestedClassesStayNested() {
    ClassWriter writer = new ClassWriter(0);
    String outer = "io/tallyfast/runtime/Outer";
    writer.visit(Opcodes.V17, Opcodes.ACC_SUPER, outer + "$Inner", null, outer, new String[0]);
    writer.visitNestHost(outer);
    writer.visitInnerClass(outer + "$Inner", outer, "Inner", 0);
    writer.visitInnerClass(outer + "$1", null, null, 0);
    writer.visitEnd();

    ClassNode renamed = new ClassNode();
    new ClassReader(RuntimeNames.rename(writer.toByteArray())).accept(renamed, 0);

    assertThat(renamed.superName).isEqualTo("java/lang/$TallyfastOuter");
    assertThat(renamed.nestHostClass).isEqualTo("java/lang/$TallyfastOuter");
    InnerClassNode inner = renamed.innerClasses.get(0);
    assertThat(inner.name).isEqualTo("java/lang/$TallyfastOuter$Inner");
    assertThat(inner.outerName).isEqualTo("java/lang/$TallyfastOuter");
    assertThat(inner.innerName).isEqualTo("Inner");
    assertThat(renamed.innerClasses.get(1).name).isEqualTo("java/lang/$TallyfastOuter$1");
  }

  private static List<String> constants(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    List<String> texts = new ArrayList<>();
    for (int i = 1; i < reader.getItemCount(); i++) {
      int at = reader.getItem(i);
      if (at > 0 && reader.readByte(at - 1) == 1) {
        texts.add(
            new String(classFile, at + 2, reader.readUnsignedShort(at), StandardCharsets.UTF_8));
      }
    }
    return texts;
  }
}
