package io.tallyfast.demo;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Drives a server with many clients at once and compares its statistics with their responses. */
public final class LoadDriver {

  private final int clients;
  private final int requests;
  private final Runnable progress;

  /**
   * Creates a driver.
   *
   * @param clients how many work at once
   * @param requests how many calls they make in all
   * @param progress called after every call, by many threads
   */
  public LoadDriver(int clients, int requests, Runnable progress) {
    this.clients = clients;
    this.requests = requests;
    this.progress = progress;
  }

  /**
   * Runs the load.
   *
   * @param url of a server that nobody else uses and that has counted nothing yet
   * @param agent whether it runs with the agent; noted in the result
   */
  public RunResult run(URI url, boolean agent) throws InterruptedException {
    List<ClientRun> runs = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      for (int number = 0; number < clients; number++) {
        runs.add(new ClientRun(number, new Client(url), share(number), progress));
      }
      long begin = System.nanoTime();
      finish(threads.invokeAll(runs));
      double seconds = (System.nanoTime() - begin) / 1e9;
      return result(runs, seconds, agent, runs.get(0).client().status());
    } finally {
      threads.shutdownNow();
      runs.forEach(run -> run.client().close());
    }
  }

  private int share(int number) {
    return requests / clients + (number < requests % clients ? 1 : 0);
  }

  private static void finish(List<Future<Void>> futures) throws InterruptedException {
    for (Future<Void> future : futures) {
      try {
        future.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a client stopped: " + e.getCause(), e);
      }
    }
  }

  private static RunResult result(
      List<ClientRun> runs, double seconds, boolean agent, Map<String, Object> status) {
    Expectation all = new Expectation();
    List<String> failures = new ArrayList<>();
    int succeeded = 0;
    for (ClientRun run : runs) {
      all.join(run.expected());
      failures.addAll(run.failures());
      succeeded += run.succeeded();
    }
    return new RunResult(
        agent, succeeded, failures, seconds, Counters.compare(all.values(), status));
  }
}
