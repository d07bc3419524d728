package io.tallyfast.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Updates that follow one another become one step, and others do not. */
class StepsTest {
  private static final String BATCHES = "io.tallyfast.targets.BatchTargets$";

  static List<String> targets() {
    return TargetCatalog.targets().stream()
        .filter(name -> TargetCatalog.type(name).isAnnotationPresent(Steps.class))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void makesSteps(String name) {
    int locks = 0;
    for (String nested : TargetCatalog.nest(name)) {
      byte[] rewritten = TargetRewriter.rewrite(nested).classFile();
      locks += rewritten == null ? 0 : locksIn(rewritten);
    }

    assertThat(locks).isEqualTo(TargetCatalog.type(name).getAnnotation(Steps.class).value());
  }

  @Test
  void saysWhereThereIsNoLockForSeveral() {
    String note = "no one step with the updates beside it";

    assertThat(TargetRewriter.rewrite(BATCHES + "Concurrent").guarded())
        .hasSize(2)
        .allMatch(site -> site.reason().contains(note));
    assertThat(TargetRewriter.rewrite(BATCHES + "TwoCounts").guarded())
        .hasSize(2)
        .noneMatch(site -> site.reason().contains(note));
  }

  private static int locksIn(byte[] classFile) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, 0);
    int locks = 0;
    for (MethodNode method : type.methods) {
      AbstractInsnNode before = null;
      for (AbstractInsnNode insn : method.instructions) {
        boolean lock =
            insn.getOpcode() == Opcodes.MONITORENTER && before.getOpcode() == Opcodes.ASTORE;
        locks +=
            lock && before.getPrevious().getPrevious().getOpcode() == Opcodes.INVOKESTATIC ? 1 : 0;
        before = insn;
      }
    }
    return locks;
  }
}
