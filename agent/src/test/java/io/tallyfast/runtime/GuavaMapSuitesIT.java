package io.tallyfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import junit.framework.TestFailure;
import junit.framework.TestResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Guava's tests of maps pass for each guarded map, and for what it stands for. */
class GuavaMapSuitesIT {
  static final List<String> NAMES = GuardedTypes.NAMES;

  @ParameterizedTest
  @FieldSource("NAMES")
  void passForThePlainMap(String name) {
    pass(name, false);
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void passForTheGuardedMap(String name) {
    pass(name, true);
  }

  private static void pass(String name, boolean guarded) {
    TestResult result = new TestResult();
    GuavaMapSuites.suite(name, guarded).run(result);
    List<String> failures = new ArrayList<>();
    for (TestFailure failure : Collections.list(result.failures())) {
      failures.add(failure.toString());
    }
    for (TestFailure failure : Collections.list(result.errors())) {
      failures.add(failure.toString());
    }
    assertThat(failures).isEmpty();
    assertThat(result.runCount()).isGreaterThan(500);
  }
}
