package io.tallyfast.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * What a statement can refer to while a program is written: local variables, and whether a read
 * waits for its write. Confined to one program.
 */
final class Scope {
  private final List<String> ints = new ArrayList<>(List.of("i"));
  private int names;
  private int windows;
  private int depth;

  /** A name that no other variable has. */
  String fresh() {
    return "x" + names++;
  }

  /** Variables of type {@code int} that can be read here. */
  List<String> ints() {
    return ints;
  }

  void declare(String variable) {
    ints.add(variable);
  }

  int mark() {
    return ints.size();
  }

  void forgetSince(int mark) {
    ints.subList(mark, ints.size()).clear();
  }

  /** Whether what is written now runs between a read and its write. */
  boolean inWindow() {
    return windows > 0;
  }

  /** A key that is used between this read and its write only. */
  String keyOfWindow() {
    return "\"w" + windows + "\"";
  }

  void window(int change) {
    windows += change;
  }

  int depth() {
    return depth;
  }

  void nest(int change) {
    depth += change;
  }
}
