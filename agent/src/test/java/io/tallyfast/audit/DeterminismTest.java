package io.tallyfast.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.analysis.Site;
import io.tallyfast.analysis.TypeOracle;
import io.tallyfast.audit.targets.ProtectionTargets;
import io.tallyfast.judge.Auditor;
import io.tallyfast.testkit.Compiled;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What is reported depends on what is audited, not on which thread was done first. */
class DeterminismTest {
  private static final String[] LOCKED_TWO_CLASSES_AWAY = {
    "static class Wrapper {",
    "  final java.util.concurrent.locks.Lock lock = new"
        + " java.util.concurrent.locks.ReentrantLock();",
    "  void begin() { lock.lock(); }",
    "  void end() { lock.unlock(); } }",
    "static class Middle {",
    "  final Wrapper wrapper = new Wrapper();",
    "  final java.util.Map<String, Integer> own = new java.util.HashMap<>();",
    "  void enter() { wrapper.begin(); }",
    "  void leave() { wrapper.end(); }",
    "  void count(String key) { own.put(key, own.get(key) + 1); } }",
    "static class User {",
    "  final Middle middle = new Middle();",
    "  final java.util.Map<String, Integer> stats = new java.util.HashMap<>();",
    "  void store(String key) {",
    "    middle.enter(); stats.put(key, stats.get(key) + 1); middle.leave(); } }"
  };

  @Test
  void theOrderOfTheClassesDecidesNothing() {
    Map<String, byte[]> classes = Compiled.classes("a.Chain", LOCKED_TWO_CLASSES_AWAY);
    List<byte[]> forwards = new ArrayList<>(classes.values());
    List<byte[]> backwards = new ArrayList<>(forwards);
    Collections.reverse(backwards);

    List<Site> sites = Auditor.judge(forwards, TypeOracle.NONE);

    assertThat(sites).hasSize(2);
    assertThat(Auditor.judge(backwards, TypeOracle.NONE))
        .containsExactlyInAnyOrderElementsOf(sites);
  }

  @RepeatedTest(5)
  void severalThreadsReportTheSameInTheSameOrder() throws Exception {
    assertThat(auditOfTargets()).isEqualTo(auditOfTargets()).isNotEmpty();
  }

  private static List<Site> auditOfTargets() throws URISyntaxException {
    Path classes =
        Path.of(
            ProtectionTargets.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path targets = classes.resolve("io/tallyfast/audit/targets");
    return new Audit(List.of(targets), AuditProgress.NONE).run().sites();
  }
}
