package io.tallyfast.demo.load;

import io.tallyfast.demo.result.Counter;
import io.tallyfast.demo.result.RunResult;
import io.tallyfast.demo.result.Watch;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Drives a server with many clients at once and compares its statistics with their responses. */
public final class LoadDriver {

  private static final long LOOK_MILLIS = 250;
  private static final long PATIENCE_MINUTES = 2;

  /**
   * A server whose maps change while it serialises them sends no response, not even an error; to
   * wait long for it would only make the run long.
   */
  private static final Duration WATCH_PATIENCE = Duration.ofSeconds(20);

  private final int clients;
  private final int requests;
  private final Steps progress;

  /**
   * Creates a driver.
   *
   * @param clients how many work at once
   * @param requests how many calls they make in the main part; the others grow with it
   * @param progress told after every call, by many threads
   */
  public LoadDriver(int clients, int requests, Steps progress) {
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
  public RunResult run(URI url, boolean agent) throws InterruptedException, IOException {
    List<ClientRun> runs = new ArrayList<>();
    try (Workspace workspace = new Workspace();
        Client observer = new Client(url);
        Client watcher = new Client(url, WATCH_PATIENCE)) {
      for (int number = 0; number < clients; number++) {
        runs.add(new ClientRun(new Client(url), progress));
      }
      Background background = new Background(observer);
      background.begin();
      Rounds rounds = Rounds.of(background, workspace, clients, requests);
      progress.planned(clients * rounds.calls());
      StatusWatch watch = new StatusWatch(watcher, () -> expected(runs));
      double seconds = whileWatched(watch, () -> work(rounds, runs, background));
      background.awaitSuggestions(watched(runs));
      Map<String, Object> status = watch.status();
      Expectation all = expected(runs);
      all.join(background.expected());
      all.join(watch.expected());
      ConversationAccount.addLongest(all);
      return result(runs, seconds, agent, Counters.compare(all, status), watch.seen());
    } finally {
      runs.forEach(run -> run.client().close());
    }
  }

  private static void work(Rounds rounds, List<ClientRun> runs, Background background)
      throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(runs.size());
    try {
      for (Round round : rounds.early()) {
        together(threads, runs, round);
      }
      background.endPruning();
      for (Round round : rounds.late()) {
        together(threads, runs, round);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void together(ExecutorService threads, List<ClientRun> runs, Round round)
      throws InterruptedException {
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int number = 0; number < runs.size(); number++) {
      ClientRun run = runs.get(number);
      int client = number;
      tasks.add(
          () -> {
            run.run(round, client);
            return null;
          });
    }
    for (Future<Void> future : threads.invokeAll(tasks)) {
      try {
        future.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a client stopped: " + e.getCause(), e);
      }
    }
  }

  /** Looks at the statistics while work is done, and returns how many seconds that took. */
  private static double whileWatched(StatusWatch watch, Work work) throws InterruptedException {
    ScheduledExecutorService observer = Executors.newSingleThreadScheduledExecutor();
    long begin = System.nanoTime();
    double seconds;
    Future<?> looking =
        observer.scheduleWithFixedDelay(watch, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    try {
      work.run();
      seconds = (System.nanoTime() - begin) / 1e9;
    } finally {
      observer.shutdown();
    }
    if (!observer.awaitTermination(PATIENCE_MINUTES, TimeUnit.MINUTES) || !looking.isCancelled()) {
      throw new IllegalStateException(
          "the watch over the statistics ended otherwise than asked to");
    }
    return seconds;
  }

  /** What is done while somebody looks. */
  private interface Work {
    void run() throws InterruptedException;
  }

  private static Expectation expected(List<ClientRun> runs) {
    Expectation all = new Expectation();
    runs.forEach(run -> all.join(run.expected()));
    return all;
  }

  private static Map<String, Double> watched(List<ClientRun> runs) {
    Map<String, Double> all = new TreeMap<>();
    runs.forEach(run -> run.watched().forEach((id, turns) -> all.merge(id, turns, Double::sum)));
    return all;
  }

  private static RunResult result(
      List<ClientRun> runs, double seconds, boolean agent, List<Counter> counters, Watch watch) {
    List<String> failures = new ArrayList<>();
    Histogram latencies = ClientRun.emptyHistogram();
    int succeeded = 0;
    for (ClientRun run : runs) {
      latencies.add(run.latencies());
      failures.addAll(run.failures());
      succeeded += run.succeeded();
    }
    return new RunResult(agent, succeeded, failures, seconds, counters, watch, latencies);
  }
}
