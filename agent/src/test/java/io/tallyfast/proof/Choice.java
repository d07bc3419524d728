package io.tallyfast.proof;

import java.util.List;
import java.util.SplittableRandom;

/** Random choices that a seed decides. Confined to one program. */
final class Choice {
  private final SplittableRandom random;

  Choice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** A number from 0 to below the limit. */
  int below(int limit) {
    return random.nextInt(limit);
  }

  /** True once in so many times. */
  boolean once(int times) {
    return random.nextInt(times) == 0;
  }

  /** One of several texts. */
  String of(String... some) {
    return some[random.nextInt(some.length)];
  }

  /** One of several. */
  <T> T of(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
