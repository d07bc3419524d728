package io.tallyfast.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.testkit.TargetComments.Expectation;
import io.tallyfast.testkit.TargetComments.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rewritten targets come to the exact sum in many threads. The originals run first: that most of
 * them lose updates shows that the test can fail.
 */
class ExactSumTest {
  private static final Set<String> LOST = new TreeSet<>();
  private static final Set<String> KEPT = new TreeSet<>();

  static List<String> targets() {
    return TargetCatalog.targets().stream().filter(ExactSums::applies).collect(Collectors.toList());
  }

  @ParameterizedTest
  @MethodSource("targets")
  void countsEveryUpdate(String name) throws InterruptedException {
    ExactSums.Result result = ExactSums.run(name);
    if (isGuarded(name)) {
      (result.harm().isEmpty() ? KEPT : LOST).add(TargetCatalog.shortName(name));
    } else {
      assertThat(result.harm()).as("harm to %s, which needs no guard", name).isEmpty();
    }
    if (TargetCatalog.type(name).isAnnotationPresent(Racy.class)) {
      assertThat(result.harm()).as("loss of %s, which is marked as racy", name).isNotEmpty();
    }
    assertThat(result.fault()).as("fault of the rewritten " + name).isEmpty();
  }

  @AfterAll
  static void mostOriginalsLost() {
    System.out.println(
        LOST.size() + " originals lost updates, " + KEPT.size() + " did not: " + KEPT);
    if (LOST.size() + KEPT.size() > 20) {
      assertThat(LOST.size()).isGreaterThan(KEPT.size() * 4);
    }
  }

  private static boolean isGuarded(String name) {
    Map<Integer, Expectation> comments = TargetComments.of(TargetCatalog.familyOf(name));
    Set<Integer> lines = TargetLines.of(TargetCatalog.nest(name)).lines();
    return comments.entrySet().stream()
        .anyMatch(e -> lines.contains(e.getKey()) && e.getValue().verdict() == Verdict.GUARDED);
  }
}
