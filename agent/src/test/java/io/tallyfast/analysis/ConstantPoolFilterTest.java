package io.tallyfast.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class ConstantPoolFilterTest {
  @ParameterizedTest(name = "{0}.{1}{2}: {3}")
  @CsvSource({
    "java/util/Map,          put,    (Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;, true",
    "com/acme/LongLongMap,   put,    (JJ)J,                                                    true",
    "com/acme/Counts,        put,    (I[[Lcom/acme/X;)V,                                       true",
    "java/util/Map$Entry,    setValue, (Ljava/lang/Object;)Ljava/lang/Object;,                 true",
    "com/acme/Counts,        merge,  (Ljava/lang/Object;ILcom/acme/F;)V,                       true",
    "java/util/Properties,   setProperty, (Ljava/lang/String;Ljava/lang/String;)V,             true",
    "java/util/Map,          get,    (Ljava/lang/Object;)Ljava/lang/Object;,                   false",
    "java/util/Queue,        put,    (Ljava/lang/Object;)V,                                    false",
    "java/util/Map,          putAll, (Ljava/util/Map;Ljava/lang/Object;)V,                     false",
    "java/lang/String,       replace, (CC)Ljava/lang/String;,                                  false",
    "java/lang/StringBuilder, replace, (IILjava/lang/String;)V,                                false",
  })
  void looksAtCalls(String owner, String name, String descriptor, boolean expected) {
    assertThat(ConstantPoolFilter.mayHoldSite(calling(owner, name, descriptor, true)))
        .isEqualTo(expected);
    assertThat(ConstantPoolFilter.mayHoldSite(calling(owner, name, descriptor, false)))
        .isEqualTo(expected);
  }

  @Test
  void aNameThatIsNotCalledIsNoSite() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, 0, "A", null, "java/lang/Object", null);
    writer.visitField(0, "put", "I", null, null).visitEnd();
    writer.visitMethod(Opcodes.ACC_ABSTRACT, "merge", "(II)V", null, null).visitEnd();
    writer.visitEnd();

    assertThat(ConstantPoolFilter.mayHoldSite(writer.toByteArray())).isFalse();
  }

  @Test
  void whatIsNoClassFileHoldsNoSite() {
    assertThat(ConstantPoolFilter.mayHoldSite(null)).isFalse();
    assertThat(ConstantPoolFilter.mayHoldSite(new byte[0])).isFalse();
    assertThat(ConstantPoolFilter.mayHoldSite(new byte[100])).isFalse();
  }

  @Test
  void anUnknownConstantMayHideASite() {
    byte[] classFile = calling("A", "get", "()V", true);
    classFile[10] = 99;

    assertThat(ConstantPoolFilter.mayHoldSite(classFile)).isTrue();
  }

  @Test
  void neverThrows() throws IOException {
    byte[] original = ownBytes();
    Random random = new Random(42);
    for (int i = 0; i < 20_000; i++) {
      byte[] broken = Arrays.copyOf(original, random.nextInt(original.length));
      for (int j = 0; j < 5 && broken.length > 10; j++) {
        broken[8 + random.nextInt(broken.length - 8)] = (byte) random.nextInt();
      }
      assertThatCode(() -> ConstantPoolFilter.mayHoldSite(broken)).doesNotThrowAnyException();
    }
  }

  private static byte[] ownBytes() throws IOException {
    Class<?> type = ConstantPoolFilterTest.class;
    try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
      return in.readAllBytes();
    }
  }

  private static byte[] calling(String owner, String name, String descriptor, boolean isInterface) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, 0, "A", null, "java/lang/Object", null);
    // Takes two entries of the pool.
    writer.visitField(Opcodes.ACC_STATIC, "wide", "J", null, 7L).visitEnd();
    MethodVisitor method = writer.visitMethod(0, "a", "()V", null, null);
    int opcode = isInterface ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
    method.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    method.visitMaxs(0, 0);
    method.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }
}
