package io.tallyfast.proof;

import java.util.List;

/** Writes random expressions. Confined to one program. */
final class Expressions {
  private final Choice choice;
  private final Scope scope;

  Expressions(Choice choice, Scope scope) {
    this.choice = choice;
    this.scope = scope;
  }

  /**
   * A key: mostly one that every map has, sometimes one with an effect, none, or null. Between a
   * read and its write it is another one: an update of the same entry there, which the original
   * forgets, is kept, as documented.
   */
  String key() {
    if (scope.inWindow()) {
      return scope.keyOfWindow();
    }
    return switch (choice.below(12)) {
      case 0, 1, 2 -> choice.of("\"a\"", "\"b\"", "\"c\"");
      case 3, 4, 5 -> "k";
      case 6 -> "keyOf(i)";
      case 7 -> "t(keyOf(i + 1))";
      case 8 -> "keys[i & 1]";
      case 9 -> "\"k\" + (i & 1)";
      case 10 -> choice.once(3) ? "none" : "k";
      default -> "field";
    };
  }

  /** A key that can be evaluated twice without leaving a trace. */
  String quietKey() {
    if (scope.inWindow()) {
      return scope.keyOfWindow();
    }
    return choice.of("k", "k", "\"a\"", "\"b\"", "keys[i & 1]", "field", "keyOf(i)");
  }

  /** A condition. */
  String condition() {
    String left = choice.of(scope.ints());
    return switch (choice.below(6)) {
      case 0 -> "(" + left + " & 1) == 0";
      case 1 -> left + " > " + choice.below(6);
      case 2 -> "t(" + left + ") % 3 != 1";
      case 3 -> "m.containsKey(" + quietKey() + ")";
      case 4 -> "count < " + choice.below(40);
      default -> left + " % 4 == " + choice.below(4);
    };
  }

  /** Something to add: of a type that is no wider than this one. */
  String operand(Num type) {
    return switch (choice.below(11)) {
      case 0, 1, 2, 3 -> type.literal(1 + choice.below(3));
      case 4 -> type.literal(-choice.below(9));
      case 5 -> choice.of(scope.ints());
      case 6 -> "t(" + choice.of(scope.ints()) + ")";
      case 7 -> "fail(i)";
      case 8 -> "count";
      case 9 -> "(" + condition() + " ? 1 : 2)";
      default -> type == Num.INT || type == Num.LONG ? "size()" : "i";
    };
  }

  /** What an update makes of a value that was read. */
  String updated(Num type, String read) {
    return type.cast(choice.below(3) > 0 ? sum(type, read) : other(type, read));
  }

  /** A sum. */
  String sum(Num type, String read) {
    return switch (choice.below(8)) {
      case 0, 1, 2 -> read + " + " + operand(type);
      case 3 -> operand(type) + " + " + read;
      case 4 -> read + " - " + operand(type);
      case 5 -> read + " + " + operand(type) + " + " + operand(type);
      case 6 -> "(" + condition() + " ? " + read + " + 1 : " + read + " + 2)";
      default -> read + " - (" + operand(type) + ")";
    };
  }

  private String other(Num type, String read) {
    return switch (choice.below(9)) {
      case 0 -> "Math.max(" + read + ", " + operand(type) + ")";
      case 1 -> "Math.min(" + read + ", " + operand(type) + ")";
      case 2 -> "Math.min(" + read + " + " + operand(type) + ", " + type.literal(9) + ")";
      case 3 -> read + " * " + operand(type);
      case 4 -> "(" + read + " + 1) % " + type.literal(5);
      case 5 -> type.isWhole() ? read + choice.of(" ^ ", " | ", " & ") + "5" : "-" + read;
      case 6 -> type.isWhole() ? read + choice.of(" << ", " >> ") + "1" : read + " / 2";
      case 7 -> read + " / " + choice.of(List.of("(i % 3)", type.literal(2), "t(2)"));
      default -> "(" + read + " + 1) * 2";
    };
  }
}
