package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.ForkedJvm.Result;
import io.tallyfast.testkit.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import shop.Rush;

/**
 * A shop that runs without the agent and with it. Without it sales are lost; with it none is, the
 * report names where they were counted, and all else that is printed is the same but for figures.
 */
final class Comparison {
  private static final int SALES = Rush.CUSTOMERS * Rush.EACH;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Pattern COUNT = Pattern.compile("([a-z]+) (\\d+)");
  private static final String SUMS = "sold ";
  private static final String OURS = "tallyfast: ";

  private final Jdk jdk;
  private final Path report;
  private List<String> before = List.of();
  private List<String> behind = List.of();
  private String counts = "shop.Sales.sell(Sales.java:";

  Comparison(int version, Path folder) {
    this.jdk = Jdk.ofVersion(version);
    this.report = folder.resolve("report.txt");
  }

  /** Gives the JVM options that come before the agent. */
  Comparison before(String... options) {
    before = List.of(options);
    return this;
  }

  /** Gives the JVM options that come behind the agent. */
  Comparison behind(String... options) {
    behind = List.of(options);
    return this;
  }

  /** Says where it counts, when that is not in the class that the shops share. */
  Comparison countsIn(String place) {
    counts = place;
    return this;
  }

  /** Runs the shop without the agent, and with it. */
  void run(String... command) throws IOException {
    compare(without(command), with(command));
  }

  /** Compares a run without the agent and one with it. */
  void compare(Result plain, Result guarded) throws IOException {
    assertThat(plain.exitCode()).as(plain.err()).isZero();
    assertThat(guarded.exitCode()).as(guarded.err()).isZero();
    assertThat(counted(plain)).as("without the agent").anyMatch(count -> count < SALES);
    assertThat(counted(guarded)).as("with the agent").hasSizeGreaterThan(1).containsOnly(SALES);
    assertSamePrinted(plain, guarded);
    assertThat(guarded.lastErrLine())
        .matches("tallyfast: guarded \\d+ sites in \\d+ classes, prevented [1-9]\\d* lost updates");
    assertThat(Files.readString(report)).contains("    at " + counts, "get-put: guarded");
  }

  /** Runs it without the agent. */
  Result without(String... command) {
    return java().option(all(before)).option(all(behind)).run(command);
  }

  /** Runs it with the agent. */
  Result with(String... command) {
    ForkedJvm java = java().option(all(before)).agent("report=" + report);
    return java.option(all(behind)).run(command);
  }

  private ForkedJvm java() {
    return ForkedJvm.java(jdk).timeout(PATIENCE);
  }

  private static String[] all(List<String> options) {
    return options.toArray(String[]::new);
  }

  private static List<Integer> counted(Result result) {
    List<String> sums = result.out().lines().filter(line -> line.startsWith(SUMS)).toList();
    assertThat(sums).as(result.out()).isNotEmpty();
    return sums.stream()
        .flatMap(line -> COUNT.matcher(line).results())
        .map(count -> Integer.valueOf(count.group(2)))
        .toList();
  }

  /** Nothing is printed that was not printed before, but one line at exit. */
  static void assertSamePrinted(Result plain, Result guarded) {
    assertThat(text(guarded.out(), SUMS)).isEqualTo(text(plain.out(), SUMS));
    assertThat(text(guarded.err(), OURS)).isEqualTo(text(plain.err(), OURS));
    assertThat(guarded.errLines().stream().filter(line -> line.startsWith(OURS))).hasSize(1);
  }

  /** With all numbers alike: clocks, ports and process ids differ from run to run. */
  private static List<String> text(String output, String but) {
    return output
        .lines()
        .filter(line -> !line.startsWith(but))
        .map(line -> line.replaceAll("\\d+", "#"))
        .toList();
  }
}
