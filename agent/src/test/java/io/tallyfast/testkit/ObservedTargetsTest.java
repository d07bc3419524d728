package io.tallyfast.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.analysis.FieldScope;
import io.tallyfast.analysis.TypeOracle;
import io.tallyfast.rewrite.ObservingRewriter;
import io.tallyfast.rewrite.Rewritten;
import io.tallyfast.rewrite.SiteTable;
import io.tallyfast.runtime.Figures;
import io.tallyfast.runtime.SiteCounters;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.util.CheckClassAdapter;

/** A watched target does what it did, in the same order, and nothing else to its maps. */
class ObservedTargetsTest {
  private static final String RUNTIME = "io/tallyfast/runtime/";
  private static final int HITS = 300;
  private static final Set<String> SETTERS = Set.of("set", "lazySet", "setValue");

  private static final SiteTable SITES = new SiteTable();
  private static final ObservingRewriter REWRITER =
      new ObservingRewriter(RUNTIME, SITES, FieldScope.STATS);
  private static final Map<String, byte[]> DONE = new ConcurrentHashMap<>();

  static List<String> targets() {
    return TargetCatalog.targets();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void behavesAsBefore(String name) {
    Target original = TargetLoader.original().create(name);
    Target watched = TargetLoader.of(ObservedTargetsTest::watched).create(name);
    for (int i = 0; i < HITS; i++) {
      assertThat(hit(watched, i)).as("hit %s of %s", i, name).isEqualTo(hit(original, i));
      assertThat(Canonical.ordered(watched.state()))
          .as("state after hit %s of %s", i, name)
          .isEqualTo(Canonical.ordered(original.state()));
    }
  }

  @ParameterizedTest
  @MethodSource("targets")
  void losesNothingInOneThread(String name) {
    TargetLoader loader = TargetLoader.of(ObservedTargetsTest::watched);
    Target watched = loader.create(name);
    double before = lost();
    for (int i = 0; i < HITS; i++) {
      hit(watched, i);
    }
    assertThat(lost() - before).as(name).isZero();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void keepsEachCallOfTheOriginal(String name) {
    for (String nested : TargetCatalog.nest(name)) {
      assertThat(calls(watched(nested))).as(nested).isEqualTo(calls(TargetCatalog.bytes(nested)));
    }
  }

  private static double lost() {
    double lost = 0;
    for (int site = 0; site < SITES.next(); site++) {
      lost += Math.abs(SiteCounters.figures(site)[Figures.LOST]);
    }
    return lost;
  }

  private static byte[] watched(String name) {
    return DONE.computeIfAbsent(name, ObservedTargetsTest::watch);
  }

  private static byte[] watch(String name) {
    Rewritten result = REWRITER.rewrite(TargetCatalog.bytes(name), TypeOracle.NONE);
    SiteCounters.reserve(SITES.next());
    if (result.classFile() == null) {
      return TargetCatalog.bytes(name);
    }
    StringWriter problems = new StringWriter();
    CheckClassAdapter.verify(
        new ClassReader(result.classFile()),
        ObservedTargetsTest.class.getClassLoader(),
        false,
        new PrintWriter(problems));
    assertThat(problems.toString()).as(name).isEmpty();
    return result.classFile();
  }

  /** All calls in their order, without those of the runtime. */
  private static List<String> calls(byte[] classFile) {
    ClassNode owner = new ClassNode();
    new ClassReader(classFile).accept(owner, ClassReader.SKIP_DEBUG);
    List<String> calls = new ArrayList<>();
    for (MethodNode method : owner.methods) {
      for (AbstractInsnNode insn : method.instructions) {
        if (insn instanceof MethodInsnNode call
            && !call.owner.startsWith(RUNTIME)
            && !isBoxing(call)
            && !setsWhatIsHeld(call)) {
          calls.add(method.name + ": " + call.owner + "." + call.name + call.desc);
        }
      }
    }
    return calls;
  }

  /** What nothing counts as may have to be put into a box for the runtime. */
  private static boolean isBoxing(MethodInsnNode call) {
    return call.getOpcode() == Opcodes.INVOKESTATIC && call.name.equals("valueOf");
  }

  /** Setting a value that an object of the library holds is one call with the watching. */
  private static boolean setsWhatIsHeld(MethodInsnNode call) {
    return call.owner.startsWith("java/util/") && SETTERS.contains(call.name);
  }

  private static String hit(Target target, int i) {
    try {
      return Canonical.ordered(target.hit(i));
    } catch (Throwable e) {
      return "threw " + Canonical.exception(e);
    }
  }
}
