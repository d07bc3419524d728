package io.tallyfast.demo.load;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.tallyfast.demo.load.Expectation.Expected;
import io.tallyfast.demo.result.Counter.Kind;
import io.tallyfast.demo.result.Replies;
import io.tallyfast.demo.result.Sample;
import io.tallyfast.demo.result.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Asks for the statistics while the load runs, and notes what they lack. For one thread at a time.
 */
final class StatusWatch implements Runnable {

  private final Client client;
  private final Supplier<Expectation> expectedSoFar;
  private final long begin = System.nanoTime();
  private final Accountant accountant = new Accountant();
  private final List<Sample> samples = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  /**
   * Creates a watch that begins now.
   *
   * @param expectedSoFar what follows from the responses that have arrived
   */
  StatusWatch(Client client, Supplier<Expectation> expectedSoFar) {
    this.client = client;
    this.expectedSoFar = expectedSoFar;
  }

  /** Looks once. */
  @Override
  public void run() {
    // First what is expected, then the statistics: so they can have counted more, but not less.
    Expectation expected = expectedSoFar.get();
    double seconds = (System.nanoTime() - begin) / 1e9;
    try {
      samples.add(sample(seconds, expected, status()));
    } catch (RuntimeException e) {
      // A server that serialises a map while another thread changes it fails to answer.
      failures.add(Tools.STATUS + ": " + e);
    }
  }

  /** Returns the statistics of the server. */
  Map<String, Object> status() {
    Operation operation = new Operation(Tools.STATUS, Map.of());
    CallToolResult result = client.call(operation);
    accountant.called(operation.tool(), result);
    return Replies.object(result.structuredContent(), "the status");
  }

  private static Sample sample(double seconds, Expectation all, Map<String, Object> status) {
    double expected = 0;
    double missing = 0;
    for (Map.Entry<String, Expected> entry : all.values().entrySet()) {
      if (entry.getValue().kind() == Kind.COUNT) {
        double value = entry.getValue().value();
        expected += value;
        missing += Math.max(0, value - Counters.counted(status, entry.getKey()));
      }
    }
    return new Sample(seconds, expected, missing);
  }

  /**
   * Returns what follows from looking itself. Nothing does after a failure: nobody knows whether
   * the server had counted that call.
   */
  Expectation expected() {
    return failures.isEmpty() ? accountant.expected() : new Expectation();
  }

  Watch seen() {
    return new Watch(List.copyOf(samples), List.copyOf(failures));
  }

  Client client() {
    return client;
  }
}
