package io.tallyfast.demo;

import io.tallyfast.demo.load.LoadDriver;
import io.tallyfast.demo.load.ServerProcess;
import io.tallyfast.demo.page.Page;
import io.tallyfast.demo.result.AgentOutcome;
import io.tallyfast.demo.result.RunResult;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The demonstration: the same load against the same server, without the agent and with it. */
final class Demo {

  private final DemoOptions options;
  private final Tables tables;
  private final PrintStream err;

  Demo(DemoOptions options, PrintStream out, PrintStream err) {
    this.options = options;
    this.tables = new Tables(out);
    this.err = err;
  }

  /**
   * Runs it all.
   *
   * @return whether the statistics lost updates without the agent and none with it
   * @throws IOException if a server does not start or stop, or the agent does not report
   */
  boolean run() throws IOException, InterruptedException {
    Path file = options.output.resolve("demo.json");
    Path report = options.output.resolve("agent-report.json");
    Path page = options.output.resolve("index.html");
    Files.createDirectories(options.output);
    // What an earlier demonstration left must not be taken for the result of this one.
    Files.deleteIfExists(file);
    Files.deleteIfExists(report);
    Files.deleteIfExists(page);

    RunResult without = drive("without the agent", List.of(), false, new ArrayList<>());
    tables.run(without);
    // If the agent prevents the second run, the first is still there to look at.
    DemoReport.write(file, List.of(without), null);
    if (!Files.isRegularFile(options.agent)) {
      throw new IOException("there is no agent " + options.agent + ": build it first");
    }
    List<String> errors = new ArrayList<>();
    String agent = "-javaagent:" + options.agent + "=report=" + report;
    RunResult with = drive("with the agent", List.of(agent), true, errors);
    tables.run(with);
    AgentOutcome outcome = AgentOutcome.read(errors, report);
    tables.both(without, with);
    tables.modules(without, with);
    tables.agent(outcome);
    DemoReport.write(file, List.of(without, with), outcome);
    Page.write(page, Setting.of(options), without, with, outcome);
    URI address = page.toAbsolutePath().toUri();
    boolean opened = options.open && Browser.open(address);
    tables.line("The page%s: %s", opened ? ", opened" : "", address);
    return verdict(without, with, outcome);
  }

  /**
   * Runs the server without the agent again and again and prints the range of what it loses.
   *
   * @return whether it lost something every time
   */
  boolean measure(int times) throws IOException, InterruptedException {
    Files.createDirectories(options.output);
    List<RunResult> runs = new ArrayList<>();
    for (int i = 1; i <= times; i++) {
      String task = "run " + i + " of " + times;
      runs.add(drive(task, List.of(), false, new ArrayList<>()));
      tables.run(runs.get(i - 1));
    }
    tables.range(runs);
    return runs.stream().allMatch(run -> run.lost() > 0 && run.failures().isEmpty());
  }

  private RunResult drive(String task, List<String> jvmOptions, boolean agent, List<String> errors)
      throws IOException, InterruptedException {
    Path stderr = options.output.resolve(agent ? "server-with.err" : "server-without.err");
    try (ServerProcess server =
            ServerProcess.start(
                options.jdk, jvmOptions, options.server, options.ofServer(), stderr);
        Progress progress = new Progress(task, err)) {
      LoadDriver driver = new LoadDriver(options.clients, options.requests, progress);
      RunResult result = driver.run(server.url(), agent);
      errors.addAll(server.stop());
      return result;
    }
  }

  private boolean verdict(RunResult without, RunResult with, AgentOutcome outcome) {
    List<String> complaints = Verdict.complaints(without, with, outcome);
    complaints.forEach(complaint -> tables.line("NOT SHOWN: %s", complaint));
    if (complaints.isEmpty()) {
      tables.line(
          "Shown: without the agent %.1f%% of what happened was not counted, with it everything"
              + " was.",
          without.lostPercent());
    }
    return complaints.isEmpty();
  }
}
