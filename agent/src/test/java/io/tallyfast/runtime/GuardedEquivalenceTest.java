package io.tallyfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * On one thread a guarded map does what the JDK's does: same results, same exceptions, same order,
 * over random operations that are applied to both.
 */
class GuardedEquivalenceTest {
  static final List<String> NAMES = GuardedTypes.NAMES;

  private static final int SEEDS = 40;
  private static final int STEPS = 400;

  @ParameterizedTest
  @FieldSource("NAMES")
  void nothingDiffers(String name) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Map<Object, Object> plain = GuardedTypes.create(name, false, MapActions.Key.class);
      Map<Object, Object> guarded = GuardedTypes.create(name, true, MapActions.Key.class);
      compare(name, seed, plain, guarded);
    }
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void nothingDiffersInOtherShapes(String name) {
    if (name.equals("LinkedHashMap")) {
      Class<?>[] parameters = {int.class, float.class, boolean.class};
      for (int seed = 0; seed < SEEDS; seed++) {
        compare(
            "LinkedHashMap in order of access",
            seed,
            GuardedTypes.create(name, false, parameters, 4, 0.75f, true),
            GuardedTypes.create(name, true, parameters, 4, 0.75f, true));
      }
    } else if (name.endsWith("HashMap") && !name.startsWith("Identity")) {
      Class<?>[] parameters = {int.class, float.class};
      for (int seed = 0; seed < SEEDS; seed++) {
        compare(
            name + " with a capacity",
            seed,
            GuardedTypes.create(name, false, parameters, 100, 2f),
            GuardedTypes.create(name, true, parameters, 100, 2f));
      }
    }
  }

  private static void compare(
      String name, int seed, Map<Object, Object> plain, Map<Object, Object> guarded) {
    Random random = new Random(seed);
    StringBuilder log = new StringBuilder(name + ", seed " + seed);
    for (int step = 0; step < STEPS; step++) {
      int action = random.nextInt(MapActions.COUNT);
      long arguments = random.nextLong();
      String expected = MapActions.run(action, plain, new Random(arguments));
      String found = MapActions.run(action, guarded, new Random(arguments));
      log.append('\n').append(action).append(" -> ").append(expected);
      assertThat(found).as("%s", log).isEqualTo(expected);
      assertThat(MapActions.describe(guarded)).as("%s", log).isEqualTo(MapActions.describe(plain));
    }
  }
}
