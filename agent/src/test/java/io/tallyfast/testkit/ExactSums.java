package io.tallyfast.testkit;

/** Compares sums of many threads with the truth: what the original comes to in one thread. */
final class ExactSums {
  private static final int RACY_ROUNDS = 12;
  private static final int REWRITTEN_ROUNDS = 5;
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

  /** Whether a target promises exact sums. */
  static boolean applies(String name) {
    return TargetLoader.original().create(name).exact();
  }

  /** Runs a target: the truth, the racy original, the rewritten. */
  static Result run(String name) throws InterruptedException {
    Load.Outcome truth = Load.inOneThread(TargetLoader.original().create(name));
    return new Result(harm(name, truth), fault(name, truth));
  }

  /** What goes wrong in a rewritten target; empty when nothing does. */
  static String fault(String name) throws InterruptedException {
    return fault(name, Load.inOneThread(TargetLoader.original().create(name)));
  }

  private static String harm(String name, Load.Outcome truth) throws InterruptedException {
    for (int round = 0; round < RACY_ROUNDS; round++) {
      Target target = TargetLoader.original().create(name);
      String harm = compare(Load.inManyThreads(target, RACY_TIMEOUT_SECONDS), truth);
      if (!harm.isEmpty()) {
        return harm;
      }
    }
    return "";
  }

  private static String fault(String name, Load.Outcome truth) throws InterruptedException {
    for (int round = 0; round < REWRITTEN_ROUNDS; round++) {
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
