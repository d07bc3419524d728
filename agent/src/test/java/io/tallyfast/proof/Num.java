package io.tallyfast.proof;

/** A type of numbers, and how its values are written in source. */
enum Num {
  INT("int", "Integer"),
  LONG("long", "Long"),
  SHORT("short", "Short"),
  BYTE("byte", "Byte"),
  DOUBLE("double", "Double"),
  FLOAT("float", "Float");

  private final String primitive;
  private final String box;

  Num(String primitive, String box) {
    this.primitive = primitive;
    this.box = box;
  }

  String primitive() {
    return primitive;
  }

  String box() {
    return box;
  }

  boolean isWhole() {
    return this != DOUBLE && this != FLOAT;
  }

  /** The expression as one of exactly this type, which can be boxed as such. */
  String cast(String expression) {
    return "(" + primitive + ") (" + expression + ")";
  }

  /** A literal of a small number, of a type that keeps sums in this type where that is possible. */
  String literal(int value) {
    return switch (this) {
      case LONG -> value + "L";
      case DOUBLE -> value + ".5";
      case FLOAT -> value + ".25f";
      default -> String.valueOf(value);
    };
  }
}
