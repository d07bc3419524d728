package io.tallyfast.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Writes random updates of fields, elements and held objects. Confined to one program. */
final class FieldStatements {
  private record Place(String name, Num type) {}

  private final Choice choice;
  private final Scope scope;
  private final Expressions expressions;
  private final Supplier<List<Code>> between;

  FieldStatements(
      Choice choice, Scope scope, Expressions expressions, Supplier<List<Code>> between) {
    this.choice = choice;
    this.scope = scope;
    this.expressions = expressions;
    this.between = between;
  }

  /** An update of something that is no entry of a map. */
  List<Code> update() {
    Place at = place();
    String name = at.name();
    return switch (choice.below(10)) {
      case 0 -> List.of(use(choice.of(name + "++", "++" + name, name + "--")));
      case 1, 2 -> List.of(use(name + choice.of(" += ", " -= ") + expressions.operand(at.type())));
      case 3 -> List.of(use(name + " = " + expressions.updated(at.type(), name)));
      case 4 -> List.of(use(name + operator(at) + expressions.operand(at.type())));
      case 5, 6 -> temporary(at);
      case 7 -> List.of(extreme(at));
      case 8 -> List.of(use(name + " += " + inner(at)));
      default -> List.of(limit(at));
    };
  }

  private Place place() {
    return switch (choice.below(20)) {
      case 0, 1, 2 -> new Place("count", Num.INT);
      case 3, 4 -> new Place("total", Num.LONG);
      case 5 -> new Place("small", Num.BYTE);
      case 6 -> new Place("shorts", Num.SHORT);
      case 7 -> new Place("ratio", Num.DOUBLE);
      case 8 -> new Place("part", Num.FLOAT);
      case 9 -> new Place("boxed", Num.INT);
      case 10 -> new Place("cells[" + index() + "]", Num.INT);
      case 11 -> new Place("longs[" + index() + "]", Num.LONG);
      case 12 -> new Place("bytes[" + index() + "]", Num.BYTE);
      case 13 -> new Place("h.get(" + expressions.key() + ")[" + index() + "]", Num.LONG);
      case 14 -> new Place("b.get(" + expressions.key() + ").n", Num.INT);
      case 15 -> new Place("held(i)" + choice.of(".n", ".n", ".n"), Num.INT);
      case 16 -> new Place("box.v", Num.LONG);
      case 17 -> new Place("box.d", Num.DOUBLE);
      case 18 -> new Place("h.computeIfAbsent(k, x -> new long[2])[0]", Num.LONG);
      default -> new Place("b.computeIfAbsent(k, x -> new Box()).n", Num.INT);
    };
  }

  private String index() {
    return choice.of("0", "1", "i & 1", "t(i & 1)", "i % 3");
  }

  private static String operator(Place at) {
    return at.type().isWhole() ? " ^= " : " *= ";
  }

  private Code use(String expression) {
    return Code.line(
        switch (choice.below(5)) {
          case 0 -> "t(" + expression + ");";
          case 1 -> "result = " + expression + ";";
          default -> expression + ";";
        });
  }

  private String inner(Place at) {
    String other =
        switch (choice.below(4)) {
          case 0 -> "(cells[0] += 2)";
          case 1 -> "more()";
          case 2 -> "(" + at.name() + " = 3)";
          default -> "count++";
        };
    return at.type().cast(other);
  }

  private List<Code> temporary(Place at) {
    String old = scope.fresh();
    List<Code> all = new ArrayList<>();
    all.add(Code.line(at.type().primitive() + " " + old + " = " + at.name() + ";"));
    scope.window(1);
    all.addAll(between.get());
    scope.window(-1);
    all.add(use(at.name() + " = " + expressions.updated(at.type(), old)));
    if (choice.once(2)) {
      all.add(Code.line("t(" + old + ");"));
    }
    return all;
  }

  private Code extreme(Place at) {
    String x = scope.fresh();
    String head = "{ " + at.type().primitive() + " " + x + " = ";
    String given = at.type().cast(expressions.operand(at.type()));
    String test = "; if (" + x + choice.of(" > ", " < ", " >= ") + at.name() + ") {";
    return Code.around(head + given + test, List.of(use(at.name() + " = " + x)), "} }");
  }

  private Code limit(Place at) {
    String head = "if (" + at.name() + choice.of(" < ", " >= ") + choice.below(9) + ") {";
    List<Code> body = List.of(use(at.name() + " += " + expressions.operand(at.type())));
    if (choice.once(2)) {
      return Code.around(head, body, "}");
    }
    return Code.around(head, body, "} else {", List.of(use(at.name() + " = 0")), "}");
  }
}
