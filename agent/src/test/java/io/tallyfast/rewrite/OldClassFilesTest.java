package io.tallyfast.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.FieldScope;
import io.tallyfast.analysis.TypeOracle;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.util.CheckClassAdapter;

/** Fields of classes that are too old for invokedynamic, or for frames. */
class OldClassFilesTest {
  private static final int HITS = 20_000;
  private static final int THREADS = 4;

  /** A class of the test's own loader that runs, so that it may be one of any version. */
  public static final class Loader extends ClassLoader {
    Loader() {
      super(OldClassFilesTest.class.getClassLoader());
    }

    Class<?> define(byte[] classFile) {
      return defineClass("com.acme.Old", classFile, 0, classFile.length);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Opcodes.V1_3, Opcodes.V1_5, Opcodes.V1_6, Opcodes.V1_7, Opcodes.V11})
  void areChangedInOneStepWhateverTheirVersion(int version) throws Exception {
    Rewritten rewritten =
        new ClassRewriter("io/tallyfast/runtime/", new SiteTable(), FieldScope.STATS)
            .rewrite(old(version), TypeOracle.NONE);
    assertThat(rewritten.guarded()).hasSize(3);
    verify(rewritten.classFile());

    Class<?> type = new Loader().define(rewritten.classFile());
    Runnable counter = (Runnable) type.getDeclaredConstructor().newInstance();
    runInThreads(counter);

    int product = 1;
    for (int i = 0; i < HITS * THREADS; i++) {
      product *= 3;
    }
    assertThat(value(type, "product", counter)).isEqualTo(product);
    assertThat(value(type, "turn", counter)).isEqualTo((long) (HITS * THREADS) % 1_009);
    assertThat(value(type, "sum", counter)).isEqualTo(HITS * THREADS * 0.75);
  }

  private static void runInThreads(Runnable counter) throws InterruptedException {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    Thread[] threads = new Thread[THREADS];
    for (int t = 0; t < THREADS; t++) {
      threads[t] =
          new Thread(
              () -> {
                try {
                  start.await();
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
                for (int i = 0; i < HITS; i++) {
                  counter.run();
                }
              });
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static Object value(Class<?> type, String name, Object holder) throws Exception {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(holder);
  }

  private static void verify(byte[] classFile) {
    StringWriter problems = new StringWriter();
    CheckClassAdapter.verify(
        new ClassReader(classFile),
        OldClassFilesTest.class.getClassLoader(),
        false,
        new PrintWriter(problems));
    assertThat(problems.toString()).isEmpty();
  }

  /** Multiplies, counts up to a limit and begins again, and adds two numbers to a third. */
  private static byte[] old(int version) {
    ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    type.visit(
        version,
        ACC_PUBLIC | ACC_SUPER,
        "com/acme/Old",
        null,
        "java/lang/Object",
        new String[] {"java/lang/Runnable"});
    type.visitField(ACC_PRIVATE | ACC_VOLATILE, "product", "I", null, null).visitEnd();
    type.visitField(ACC_STATIC | ACC_VOLATILE, "turn", "J", null, null).visitEnd();
    type.visitField(ACC_PRIVATE | ACC_VOLATILE, "sum", "D", null, null).visitEnd();
    constructor(type);
    run(type);
    type.visitEnd();
    return type.toByteArray();
  }

  private static void constructor(ClassWriter type) {
    MethodVisitor init = type.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
    init.visitVarInsn(ALOAD, 0);
    init.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    init.visitVarInsn(ALOAD, 0);
    init.visitInsn(ICONST_1);
    init.visitFieldInsn(PUTFIELD, "com/acme/Old", "product", "I");
    init.visitInsn(RETURN);
    init.visitMaxs(0, 0);
  }

  private static void run(ClassWriter type) {
    MethodVisitor run = type.visitMethod(ACC_PUBLIC, "run", "()V", null, null);
    run.visitVarInsn(ALOAD, 0);
    run.visitInsn(DUP);
    run.visitFieldInsn(GETFIELD, "com/acme/Old", "product", "I");
    run.visitInsn(ICONST_3);
    run.visitInsn(IMUL);
    run.visitFieldInsn(PUTFIELD, "com/acme/Old", "product", "I");
    run.visitFieldInsn(GETSTATIC, "com/acme/Old", "turn", "J");
    run.visitInsn(LCONST_1);
    run.visitInsn(LADD);
    run.visitLdcInsn(1_009L);
    run.visitInsn(LREM);
    run.visitFieldInsn(PUTSTATIC, "com/acme/Old", "turn", "J");
    run.visitVarInsn(ALOAD, 0);
    run.visitInsn(DUP);
    run.visitFieldInsn(GETFIELD, "com/acme/Old", "sum", "D");
    run.visitLdcInsn(0.25);
    run.visitInsn(DADD);
    run.visitLdcInsn(0.5);
    run.visitInsn(DADD);
    run.visitFieldInsn(PUTFIELD, "com/acme/Old", "sum", "D");
    run.visitInsn(RETURN);
    run.visitMaxs(0, 0);
  }
}
