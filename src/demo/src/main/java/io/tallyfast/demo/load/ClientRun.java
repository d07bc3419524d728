package io.tallyfast.demo.load;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.tallyfast.demo.result.Replies;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * One client and what came of its calls. For one thread at a time; what it expects is thread-safe.
 */
final class ClientRun implements Caller {

  private static final int DIGITS = 3;

  private final Client client;
  private final Steps progress;
  private final Histogram latencies = emptyHistogram();
  private final Accountant accountant = new Accountant();
  private final List<String> failures = new ArrayList<>();
  private int succeeded;
  private boolean timed;

  ClientRun(Client client, Steps progress) {
    this.client = client;
    this.progress = progress;
  }

  /** Does what the client with this number does in a round. */
  void run(Round round, int number) throws IOException {
    timed = round.isTimed();
    round.run(number, this);
  }

  @Override
  public Optional<Map<String, Object>> call(Operation operation) {
    CallToolResult result = attempt(operation);
    progress.step();
    if (result == null) {
      return Optional.empty();
    }
    succeeded++;
    accountant.note(operation, result);
    return Optional.of(Replies.object(result.structuredContent(), "the reply"));
  }

  /** Returns the response, or null after noting the failure. */
  private CallToolResult attempt(Operation operation) {
    long begin = System.nanoTime();
    try {
      CallToolResult result = client.call(operation);
      if (timed) {
        latencies.recordValue((System.nanoTime() - begin) / 1000);
      }
      return result;
    } catch (RuntimeException e) {
      failures.add(operation.tool() + ": " + e);
      return null;
    }
  }

  /** Returns a histogram of microseconds without any, as exact as those of all clients. */
  static Histogram emptyHistogram() {
    return new Histogram(DIGITS);
  }

  Histogram latencies() {
    return latencies;
  }

  Client client() {
    return client;
  }

  @Override
  public Expectation expected() {
    return accountant.expected();
  }

  /** Returns how many turns of each conversation somebody else looks at, later. */
  Map<String, Double> watched() {
    return accountant.watched();
  }

  List<String> failures() {
    return failures;
  }

  int succeeded() {
    return succeeded;
  }
}
