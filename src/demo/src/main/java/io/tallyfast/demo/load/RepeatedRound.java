package io.tallyfast.demo.load;

import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** All clients call one tool again and again. */
final class RepeatedRound implements Round {

  private final String tool;
  private final int times;
  private final Function<Random, Operation> operations;

  /**
   * Creates a round.
   *
   * @param times how often each client calls
   * @param operations makes up what to call the tool with
   */
  RepeatedRound(String tool, int times, Function<Random, Operation> operations) {
    this.tool = tool;
    this.times = times;
    this.operations = operations;
  }

  @Override
  public Set<String> tools() {
    return Set.of(tool);
  }

  @Override
  public int calls() {
    return times;
  }

  @Override
  public void run(int client, Caller caller) {
    Random random = new Random(client);
    for (int i = 0; i < times; i++) {
      caller.call(operations.apply(random));
    }
  }
}
