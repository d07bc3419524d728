package io.tallyfast.proof;

import io.tallyfast.testkit.Canonical;

/** What a program does in one thread, as text. */
final class Run {
  private static final int HITS = 12;

  private Run() {}

  /** Results, exceptions, trace and state, hit by hit. */
  static String of(ProgramLoader loader, String name) {
    StringBuilder text = new StringBuilder();
    Program program;
    try {
      program = loader.create(name);
    } catch (LinkageError e) {
      return "cannot be loaded: " + e + " because of " + e.getCause();
    }
    for (int i = 0; i < HITS; i++) {
      text.append(hit(program, i)).append("\n  ").append(state(program)).append('\n');
    }
    return text.toString();
  }

  private static String hit(Program program, int i) {
    try {
      return i + " returned " + Canonical.ordered(program.hit(i));
    } catch (Throwable e) {
      return i + " threw " + Canonical.exception(e);
    }
  }

  private static String state(Program program) {
    return Canonical.ordered(program.state());
  }

  /** The first lines in which two runs differ; empty when they are the same. */
  static String difference(String original, String rewritten) {
    String[] expected = original.split("\n", -1);
    String[] actual = rewritten.split("\n", -1);
    for (int i = 0; i < Math.min(expected.length, actual.length); i++) {
      if (!expected[i].equals(actual[i])) {
        return "expected: " + expected[i] + "\nbut was:  " + actual[i];
      }
    }
    return expected.length == actual.length ? "" : "one run is longer";
  }
}
