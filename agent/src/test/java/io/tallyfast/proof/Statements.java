package io.tallyfast.proof;

import java.util.ArrayList;
import java.util.List;

/** Writes random statements: updates, and control flow around them. Confined to one program. */
final class Statements {
  private static final int DEEPEST = 3;

  private final Choice choice;
  private final Scope scope = new Scope();
  private final Expressions expressions;
  private final MapStatements maps;
  private final FieldStatements fields;

  Statements(Choice choice, Num first, Num second) {
    this.choice = choice;
    this.expressions = new Expressions(choice, scope);
    this.maps = new MapStatements(choice, scope, expressions, first, second, this::between);
    this.fields = new FieldStatements(choice, scope, expressions, this::between);
  }

  /** The body of a method. */
  List<Code> body() {
    List<Code> all = new ArrayList<>();
    int size = 1 + choice.below(4);
    for (int s = 0; s < size; s++) {
      all.addAll(statement());
    }
    return all;
  }

  private List<Code> statement() {
    if (scope.depth() < DEEPEST && choice.below(5) < 2) {
      return List.of(control());
    }
    return switch (choice.below(10)) {
      case 0 -> List.of(local());
      case 1 -> List.of(effect());
      case 2, 3, 4 -> fields.update();
      default -> maps.update();
    };
  }

  private Code local() {
    String name = scope.fresh();
    String value = choice.of("t(i + 2)", "count", "i * 3", "size()");
    scope.declare(name);
    return Code.line("int " + name + " = " + value + ";");
  }

  private Code effect() {
    return Code.line(
        switch (choice.below(9)) {
          case 0 -> "t(" + choice.of(scope.ints()) + ");";
          case 1 -> "fail(i);";
          case 2 -> "m.remove(" + expressions.key() + ");";
          case 3 -> "field = keyOf(i);";
          case 4 -> "t(m.get(" + expressions.key() + "));";
          case 5 -> "t(m.size());";
          case 6 -> "bump();";
          case 7 -> "m.put(" + expressions.key() + ", null);";
          default -> scope.inWindow() ? "t(0);" : "n = pick(i);";
        });
  }

  /** What lies between a read and its write: nothing, or anything that returns there. */
  private List<Code> between() {
    List<Code> all = new ArrayList<>();
    int size = scope.depth() < DEEPEST ? choice.below(3) : 0;
    int mark = scope.mark();
    scope.nest(1);
    for (int s = 0; s < size; s++) {
      all.addAll(choice.once(3) ? statement() : List.of(effect()));
    }
    scope.nest(-1);
    scope.forgetSince(mark);
    return all;
  }

  private List<Code> block() {
    int mark = scope.mark();
    scope.nest(1);
    List<Code> all = new ArrayList<>(statement());
    while (choice.once(2) && all.size() < 4) {
      all.addAll(statement());
    }
    scope.nest(-1);
    scope.forgetSince(mark);
    return all;
  }

  private Code control() {
    String x = scope.fresh();
    return switch (choice.below(12)) {
      case 0 -> Code.around("if (" + expressions.condition() + ") {", block(), "}");
      case 1, 2 ->
          Code.around("if (" + expressions.condition() + ") {", block(), "} else {", block(), "}");
      case 3 -> counted(x);
      case 4 -> Code.around("for (String " + x + " : keys) { field = " + x + ";", block(), "}");
      case 5 ->
          Code.around(
              "try {", block(), "} catch (RuntimeException " + x + ") {", caught(x, block()), "}");
      case 6 -> Code.around("try {", block(), "} finally {", block(), "}");
      case 7 -> choosing();
      case 8 -> Code.around("synchronized (m) {", block(), "}");
      case 9 -> lambda(x);
      case 10 ->
          Code.around(
              "int " + x + " = 0; do {",
              block(),
              "if (" + expressions.condition() + ") { continue; }",
              block(),
              "} while (++" + x + " < 3);");
      default -> Code.around(x + ": {", breaking(x), "}");
    };
  }

  private Code counted(String x) {
    int mark = scope.mark();
    // A copy: the variable of the loop itself could not be used in a function.
    String copy = scope.fresh();
    scope.declare(copy);
    List<Code> body = new ArrayList<>(List.of(Code.line("int " + copy + " = " + x + ";")));
    body.addAll(block());
    scope.forgetSince(mark);
    return Code.around("for (int " + x + " = 0; " + x + " < 3; " + x + "++) {", body, "}");
  }

  private static List<Code> caught(String thrown, List<Code> block) {
    List<Code> all = new ArrayList<>(List.of(Code.line("t(" + thrown + ".getClass().getName());")));
    all.addAll(block);
    return all;
  }

  private List<Code> breaking(String label) {
    List<Code> all = new ArrayList<>(block());
    all.add(Code.line("if (" + expressions.condition() + ") { break " + label + "; }"));
    all.addAll(block());
    return all;
  }

  private Code choosing() {
    boolean falls = choice.once(2);
    return new Code(
        List.of(
            "switch (i % 4) { case 0: {",
            falls ? "} case 1: {" : "} break; case 1: {", "} break; default: {", "} }"),
        List.of(block(), block(), block()));
  }

  /** Not within a window: what a called method adds to the same entry is kept, as documented. */
  private Code lambda(String x) {
    if (scope.inWindow()) {
      return Code.around("if (i != 2) {", block(), "}");
    }
    return Code.around("Runnable " + x + " = () -> {", block(), "}; " + x + ".run();");
  }
}
