package io.tallyfast.proof;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Makes a program that fails smaller, as long as it still fails. Stateless. */
final class Shrinker {
  private static final int MOST_TRIALS = 150;

  private Shrinker() {}

  /** Whether a program still fails; one that does not compile does not. */
  interface Check {
    boolean fails(Generated candidate) throws IOException;
  }

  /** The smallest that was found. */
  static Generated shrink(Generated program, Check check) throws IOException {
    Generated smallest = program;
    int trials = 0;
    Optional<Generated> smaller = Optional.of(program);
    while (smaller.isPresent() && trials < MOST_TRIALS) {
      smaller = Optional.empty();
      for (List<Code> variant : Code.smaller(smallest.body())) {
        Generated candidate = smallest.with(variant);
        if (trials++ < MOST_TRIALS && check.fails(candidate)) {
          smaller = Optional.of(candidate);
          smallest = candidate;
          break;
        }
      }
    }
    return smallest;
  }
}
