package io.tallyfast.analysis;

import org.objectweb.asm.tree.FieldNode;

/** Reads from a field's generic type what its map holds. Stateless; thread-safe. */
final class ValueTypes {
  private static final int MAX_NESTING = 5;

  private ValueTypes() {}

  /**
   * Whether the map in a field holds numbers, or maps of them; null when its type does not tell.
   */
  static Boolean holdNumbers(FieldNode field, TypeOracle types) {
    return field == null || field.signature == null
        ? null
        : holdNumbers(field.signature, types, MAX_NESTING);
  }

  private static Boolean holdNumbers(String signature, TypeOracle types, int depth) {
    String value = lastArgument(signature);
    if (value == null) {
      return null;
    }
    String bound = value.startsWith("+") || value.startsWith("-") ? value.substring(1) : value;
    if (bound.equals("*")) {
      return true;
    }
    if (!bound.startsWith("L")) {
      return false;
    }
    int end = bound.indexOf('<');
    String type = bound.substring(1, end < 0 ? bound.length() - 1 : end);
    if (end >= 0 && depth > 0 && MapCalls.isMap(type, types)) {
      return holdNumbers(bound, types, depth - 1);
    }
    return type.equals("java/lang/Object")
        || Numbers.isNumber(type)
        || type.startsWith("java/util/concurrent/atomic/");
  }

  /** The last type argument of a type; null when it has none. */
  private static String lastArgument(String signature) {
    int open = signature.indexOf('<');
    if (open < 0) {
      return null;
    }
    int depth = 0;
    int start = open + 1;
    int last = start;
    for (int i = open; i < signature.length() - 1; i++) {
      char c = signature.charAt(i);
      depth += c == '<' ? 1 : c == '>' ? -1 : 0;
      boolean ends = depth == 1 && (c == ';' || c == '*');
      if (ends) {
        last = start;
        start = i + 1;
      }
      if (depth == 0) {
        return signature.substring(last, start);
      }
    }
    return null;
  }
}
