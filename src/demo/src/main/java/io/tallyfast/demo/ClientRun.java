package io.tallyfast.demo;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** What one client does, on one thread; its results are read once that has finished. */
final class ClientRun implements Callable<Void> {

  private final Workload workload;
  private final Client client;
  private final int requests;
  private final Runnable progress;
  private final Accountant accountant = new Accountant();
  private final List<String> failures = new ArrayList<>();

  ClientRun(int number, Client client, int requests, Runnable progress) {
    this.workload = new Workload(number);
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
      if (operation.tool().equals(Tools.STORE)) {
        workload.stored((String) Replies.object(result.structuredContent(), "reply").get("id"));
      }
    }
  }

  /** Returns the response, or null after noting the failure. */
  private CallToolResult attempt(Operation operation) {
    try {
      return client.call(operation);
    } catch (RuntimeException e) {
      failures.add(operation.tool() + ": " + e);
      return null;
    }
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
