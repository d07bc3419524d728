package io.tallyfast.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.runtime.SiteCounters;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In one thread, original and rewritten targets cannot be told apart. */
class SingleThreadEquivalenceTest {
  private static final int HITS = 300;

  static List<String> targets() {
    return TargetCatalog.targets();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void behavesAsBefore(String name) {
    Target original = TargetLoader.original().create(name);
    Target rewritten = TargetLoader.rewritten().create(name);
    assertThat(Canonical.ordered(rewritten.state())).isEqualTo(Canonical.ordered(original.state()));
    for (int i = 0; i < HITS; i++) {
      assertThat(hit(rewritten, i)).as("hit %s of %s", i, name).isEqualTo(hit(original, i));
      assertThat(Canonical.ordered(rewritten.state()))
          .as("state after hit %s of %s", i, name)
          .isEqualTo(Canonical.ordered(original.state()));
    }
  }

  @ParameterizedTest
  @MethodSource("targets")
  void everyClassOfTheNestLoads(String name) throws ClassNotFoundException {
    TargetLoader loader = TargetLoader.rewritten();
    for (String nested : TargetCatalog.nest(name)) {
      assertThat(Class.forName(nested, true, loader).getClassLoader()).isSameAs(loader);
    }
  }

  @ParameterizedTest
  @MethodSource("targets")
  void nothingIsPreventedInOneThread(String name) {
    Target rewritten = TargetLoader.rewritten().create(name);
    long before = prevented();
    for (int i = 0; i < HITS; i++) {
      hit(rewritten, i);
    }
    assertThat(prevented() - before).as(name).isZero();
  }

  private static long prevented() {
    long prevented = 0;
    for (int site = 0; site < TargetRewriter.sites(); site++) {
      prevented += SiteCounters.preventedAt(site);
    }
    return prevented;
  }

  private static String hit(Target target, int i) {
    try {
      return Canonical.ordered(target.hit(i));
    } catch (Throwable e) {
      return "threw " + Canonical.exception(e);
    }
  }
}
