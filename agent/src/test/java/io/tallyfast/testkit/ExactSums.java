package io.tallyfast.testkit;

import java.util.concurrent.TimeUnit;

/** Compares sums of many threads with the truth: what the original comes to in one thread. */
final class ExactSums {
  private static final int RACY_ROUNDS = 3;
  private static final long RACY_PATIENCE_SECONDS = 3;
  private static final int REWRITTEN_ROUNDS = Integer.getInteger("tallyfast.exact.rounds", 3);
  private static final long RACY_TIMEOUT_SECONDS = 5;
  private static final long REWRITTEN_TIMEOUT_SECONDS = 30;

  private ExactSums() {}

  /**
   * What was found out about one target.
   *
   * @param harm what went wrong in the original under many threads; empty when nothing did
   * @param fault what went wrong in the rewritten target; empty when nothing did
   */
  record Result(String harm, String fault) {}

  private record Harm(String text, int rounds) {}

  /** Whether a target promises exact sums. */
  static boolean applies(String name) {
    return TargetLoader.original().create(name).exact();
  }

  /**
   * Runs a target: the truth, the racy original, the rewritten.
   *
   * @param racy whether the original is expected to lose updates, so that it is worth some patience
   */
  static Result run(String name, boolean racy) throws InterruptedException {
    Load.Outcome truth = Load.inOneThread(TargetLoader.original().create(name));
    Harm harm = harm(name, truth, racy);
    // What the original does in so many rounds, the rewritten must not do in a multiple of them.
    int rounds = Math.max(REWRITTEN_ROUNDS, REWRITTEN_ROUNDS * harm.rounds());
    return new Result(harm.text(), fault(name, truth, rounds));
  }

  /** What goes wrong in a rewritten target; empty when nothing does. */
  static String fault(String name) throws InterruptedException {
    Load.Outcome truth = Load.inOneThread(TargetLoader.original().create(name));
    return fault(name, truth, REWRITTEN_ROUNDS);
  }

  private static Harm harm(String name, Load.Outcome truth, boolean racy)
      throws InterruptedException {
    long start = System.nanoTime();
    long patience = racy ? TimeUnit.SECONDS.toNanos(RACY_PATIENCE_SECONDS) : 0;
    int round = 0;
    while (round < RACY_ROUNDS || System.nanoTime() - start < patience) {
      round++;
      Target target = TargetLoader.original().create(name);
      String harm = compare(Load.inManyThreads(target, RACY_TIMEOUT_SECONDS), truth);
      if (!harm.isEmpty()) {
        return new Harm(harm, round);
      }
    }
    return new Harm("", 0);
  }

  private static String fault(String name, Load.Outcome truth, int rounds)
      throws InterruptedException {
    for (int round = 0; round < rounds; round++) {
      Target target = TargetLoader.rewritten().create(name);
      String fault = compare(Load.inManyThreads(target, REWRITTEN_TIMEOUT_SECONDS), truth);
      if (!fault.isEmpty()) {
        return fault;
      }
    }
    return "";
  }

  private static String compare(Load.Outcome outcome, Load.Outcome truth) {
    String difference = outcome.difference(truth);
    if (difference.isEmpty() && outcome.duplicates() > 0) {
      return outcome.duplicates() + " results were returned twice";
    }
    return difference;
  }
}
