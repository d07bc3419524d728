package io.tallyfast.demo.load;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.tallyfast.demo.result.Replies;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;

/** What one client does, on one thread; its results are read once that has finished. */
final class ClientRun implements Callable<Void> {

  private static final int DIGITS = 3;

  private final Workload workload;
  private final Client client;
  private final int requests;
  private final Runnable progress;
  private final Histogram latencies = emptyHistogram();
  private final Accountant accountant = new Accountant();
  private final List<String> failures = new ArrayList<>();

  ClientRun(Workload workload, Client client, int requests, Runnable progress) {
    this.workload = workload;
    this.client = client;
    this.requests = requests;
    this.progress = progress;
  }

  @Override
  public Void call() {
    for (int i = 0; i < requests; i++) {
      step(workload.next());
      progress.run();
    }
    return null;
  }

  private void step(Operation operation) {
    CallToolResult result = attempt(operation);
    if (result != null) {
      accountant.note(operation, result);
      workload.done(operation, Replies.object(result.structuredContent(), "the reply"));
    }
  }

  /** Returns the response, or null after noting the failure. */
  private CallToolResult attempt(Operation operation) {
    long begin = System.nanoTime();
    try {
      CallToolResult result = client.call(operation);
      latencies.recordValue((System.nanoTime() - begin) / 1000);
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

  Expectation expected() {
    return accountant.expected();
  }

  List<String> failures() {
    return failures;
  }

  int succeeded() {
    return requests - failures.size();
  }
}
