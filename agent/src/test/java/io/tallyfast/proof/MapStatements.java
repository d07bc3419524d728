package io.tallyfast.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Writes random updates of maps. Confined to one program. */
final class MapStatements {
  /** A map as source names it. */
  record Place(String map, Num type, boolean object) {
    String get(String key) {
      return typed(map + ".get(" + key + ")");
    }

    String orDefault(String key, String value) {
      return typed(map + ".getOrDefault(" + key + ", " + value + ")");
    }

    String typed(String read) {
      return object ? "((" + type.box() + ") " + read + ")" : read;
    }

    String put(String key, String value) {
      return map + ".put(" + key + ", " + value + ")";
    }
  }

  private final Choice choice;
  private final Scope scope;
  private final Expressions expressions;
  private final Num first;
  private final Num second;
  private final Supplier<List<Code>> between;

  MapStatements(
      Choice choice,
      Scope scope,
      Expressions expressions,
      Num first,
      Num second,
      Supplier<List<Code>> between) {
    this.choice = choice;
    this.scope = scope;
    this.expressions = expressions;
    this.first = first;
    this.second = second;
    this.between = between;
  }

  /** An update of an entry. */
  List<Code> update() {
    Place at = place();
    String key = expressions.key();
    String value = expressions.updated(at.type(), at.get(key));
    return switch (choice.below(16)) {
      case 0, 1 -> List.of(use(at.put(key, value), at));
      case 2 -> List.of(use(at.put(key, orDefault(at, key)), at));
      case 3 -> List.of(use(at.put(key, ternary(at, key)), at));
      case 4, 5 -> temporary(at, key);
      case 6 -> List.of(absent(at, key));
      case 7 -> List.of(limit(at, key));
      case 8 -> List.of(extreme(at, key));
      case 9 -> twoMaps(at, key);
      case 10 -> List.of(use(at.typed(at.map() + ".replace(" + key + ", " + value + ")"), at));
      case 11 -> firstPut(at, key, value);
      case 12 -> removed(at, key);
      case 13 -> identity(at, key);
      case 14 -> nested();
      default -> List.of(function(at, key));
    };
  }

  private Place place() {
    return switch (choice.below(12)) {
      case 0, 1, 2, 3 -> new Place("m", first, false);
      case 4, 5 -> new Place("n", first, false);
      case 6 -> new Place("this.m", first, false);
      case 7 -> new Place("ms[i & 1]", first, false);
      case 8 -> new Place(choice.of("map(i)", "pick(i)"), first, false);
      case 9, 10 -> new Place("q", second, false);
      default -> new Place("o", second, true);
    };
  }

  private Code use(String put, Place at) {
    return switch (choice.below(5)) {
      case 0 -> Code.line("t(" + put + ");");
      case 1 -> Code.line("result = " + put + ";");
      default -> Code.line((at.object() ? "result = " : "") + put + ";");
    };
  }

  private String orDefault(Place at, String key) {
    String start = at.type().cast(at.type().literal(choice.below(3)));
    return expressions.updated(at.type(), at.orDefault(key, start));
  }

  private String ternary(Place at, String key) {
    String start = at.type().cast(at.type().literal(choice.of(List.of(0, 1, 100))));
    String value = expressions.updated(at.type(), at.get(key));
    return switch (choice.below(3)) {
      case 0 -> at.map() + ".containsKey(" + key + ") ? " + value + " : " + start;
      case 1 -> at.get(key) + " == null ? " + start + " : " + value;
      default -> at.get(key) + " != null ? " + value + " : " + start;
    };
  }

  private List<Code> temporary(Place at, String key) {
    String old = scope.fresh();
    List<Code> all = new ArrayList<>();
    String type = choice.once(2) ? at.type().box() : at.type().primitive();
    all.add(Code.line(type + " " + old + " = " + at.get(key) + ";"));
    scope.window(1);
    all.addAll(between.get());
    scope.window(-1);
    String value = expressions.updated(at.type(), old);
    if (choice.once(3)) {
      String next = scope.fresh();
      all.add(Code.line(at.type().primitive() + " " + next + " = " + value + ";"));
      all.add(use(at.put(key, next), at));
      all.add(Code.line("t(" + next + ");"));
    } else {
      all.add(use(at.put(key, value), at));
    }
    if (choice.once(2)) {
      all.add(Code.line("t(" + old + ");"));
    }
    return all;
  }

  private Code absent(Place at, String key) {
    String old = scope.fresh();
    String start = at.type().cast(at.type().literal(choice.below(4)));
    scope.window(1);
    List<Code> none = new ArrayList<>(choice.once(3) ? between.get() : List.of());
    List<Code> some = new ArrayList<>(choice.once(3) ? between.get() : List.of());
    scope.window(-1);
    none.add(use(at.put(key, start), at));
    some.add(use(at.put(key, expressions.updated(at.type(), old)), at));
    String read = "{ " + at.type().box() + " " + old + " = " + at.get(key) + "; if (" + old;
    return choice.once(2)
        ? Code.around(read + " == null) {", none, "} else {", some, "} }")
        : Code.around(read + " != null) {", some, "} else {", none, "} }");
  }

  private Code limit(Place at, String key) {
    String old = scope.fresh();
    String value = expressions.updated(at.type(), old);
    String head = "{ " + at.type().primitive() + " " + old + " = " + at.get(key) + ";";
    String test = " if (" + old + choice.of(" < ", " >= ", " != ") + choice.below(8) + ") {";
    List<Code> body = new ArrayList<>(List.of(use(at.put(key, value), at)));
    if (choice.once(3)) {
      body.add(Code.line("t(" + old + ");"));
    }
    return Code.around(head + test, body, "} }");
  }

  private Code extreme(Place at, String key) {
    String x = scope.fresh();
    String given = at.type().cast(expressions.operand(at.type()));
    String head = "{ " + at.type().primitive() + " " + x + " = " + given + "; if (";
    String test = x + choice.of(" > ", " < ", " >= ") + at.get(key);
    if (choice.once(2)) {
      test = "!" + at.map() + ".containsKey(" + key + ") || " + test;
    }
    return Code.around(head + test + ") {", List.of(use(at.put(key, x), at)), "} }");
  }

  private List<Code> twoMaps(Place at, String key) {
    Place other = place();
    boolean writes = choice.once(2);
    scope.window(writes ? 1 : 0);
    String otherKey = expressions.key();
    scope.window(writes ? -1 : 0);
    String inner = other.get(otherKey);
    if (writes) {
      inner = other.typed(other.put(otherKey, expressions.updated(other.type(), inner)));
    }
    String value = at.type().cast(at.get(key) + choice.of(" + ", " - ") + inner);
    return List.of(use(at.put(key, value), at));
  }

  private List<Code> firstPut(Place at, String key, String value) {
    String start = at.type().cast(at.type().literal(choice.below(3)));
    String put =
        choice.once(2)
            ? at.map() + ".putIfAbsent(" + key + ", " + start + ");"
            : "if (!" + at.map() + ".containsKey(" + key + ")) " + at.put(key, start) + ";";
    return List.of(Code.line(put), use(at.put(key, value), at));
  }

  private List<Code> removed(Place at, String key) {
    String old = scope.fresh();
    String start = at.type().cast(at.type().literal(1));
    String read = at.typed(at.map() + ".remove(" + key + ")");
    String next = old + " == null ? " + start + " : " + expressions.updated(at.type(), old);
    return List.of(
        Code.line(at.type().box() + " " + old + " = " + read + ";"), use(at.put(key, next), at));
  }

  private List<Code> identity(Place at, String key) {
    String id = scope.fresh();
    Code read = Code.line(at.type().primitive() + " " + id + " = " + at.get(key) + ";");
    Code write = Code.line(at.put(key, at.type().cast(id + choice.of("++", " + 1", "--"))) + ";");
    return List.of(read, write, Code.line("t(" + id + "); result = " + id + ";"));
  }

  private List<Code> nested() {
    String outer = expressions.quietKey();
    String inner = "mm.get(" + outer + ")";
    if (choice.once(2)) {
      inner = "mm.computeIfAbsent(" + outer + ", x -> new HashMap<>())";
    }
    Place at = new Place(inner, first, false);
    String key = expressions.quietKey();
    return List.of(use(at.put(key, choice.once(2) ? orDefault(at, key) : ternary(at, key)), at));
  }

  private Code function(Place at, String key) {
    if (at.object()) {
      return use(at.put(key, expressions.updated(at.type(), at.get(key))), at);
    }
    String box = at.type().box();
    String given = at.type().cast(expressions.operand(at.type()));
    // No trace in a function: a map that does not run it in one step may run it again.
    String sum = at.type().cast("x + " + at.type().literal(1));
    String call =
        switch (choice.below(5)) {
          case 0 -> ".merge(" + key + ", " + given + ", (x, y) -> " + at.type().cast("x + y") + ")";
          case 1 -> ".merge(" + key + ", " + given + ", (x, y) -> x > 3 ? null : x)";
          case 2 -> ".compute(" + key + ", (z, x) -> x == null ? " + given(at) + " : " + sum + ")";
          case 3 -> ".computeIfPresent(" + key + ", (z, x) -> " + sum + ")";
          default -> ".computeIfAbsent(" + key + ", x -> (" + box + ") " + given(at) + ")";
        };
    return use(at.map() + call, at);
  }

  private static String given(Place at) {
    return at.type().cast(at.type().literal(2));
  }
}
