package io.tallyfast.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * A statement: lines of source, and blocks of statements between them. Immutable.
 *
 * @param lines one more than there are blocks
 * @param blocks the blocks, in order
 */
record Code(List<String> lines, List<List<Code>> blocks) {
  Code {
    if (lines.size() != blocks.size() + 1) {
      throw new IllegalArgumentException(lines + " around " + blocks.size() + " blocks");
    }
  }

  /** A statement without a block. */
  static Code line(String text) {
    return new Code(List.of(text), List.of());
  }

  /** A statement around one block. */
  static Code around(String before, List<Code> block, String after) {
    return new Code(List.of(before, after), List.of(block));
  }

  /** A statement around two blocks. */
  static Code around(
      String before, List<Code> first, String between, List<Code> second, String after) {
    return new Code(List.of(before, between, after), List.of(first, second));
  }

  /** The source of statements. */
  static String source(List<Code> statements) {
    StringBuilder text = new StringBuilder();
    for (Code each : statements) {
      each.appendTo(text);
    }
    return text.toString();
  }

  private void appendTo(StringBuilder text) {
    for (int i = 0; i < lines.size(); i++) {
      text.append("    ").append(lines.get(i)).append('\n');
      if (i < blocks.size()) {
        text.append(source(blocks.get(i)));
      }
    }
  }

  /** How many statements there are, those in blocks included. */
  static int size(List<Code> statements) {
    int size = 0;
    for (Code each : statements) {
      size++;
      for (List<Code> block : each.blocks()) {
        size += size(block);
      }
    }
    return size;
  }

  /** Smaller variants: halves cut out first, then smaller parts, then what is in the blocks. */
  static List<List<Code>> smaller(List<Code> statements) {
    List<List<Code>> variants = new ArrayList<>();
    for (int part = statements.size(); part > 0; part /= 2) {
      for (int from = 0; from < statements.size(); from += part) {
        List<Code> rest = new ArrayList<>(statements.subList(0, from));
        rest.addAll(
            statements.subList(Math.min(statements.size(), from + part), statements.size()));
        variants.add(rest);
      }
    }
    for (int i = 0; i < statements.size(); i++) {
      for (List<Code> replacement : inside(statements.get(i))) {
        List<Code> variant = new ArrayList<>(statements.subList(0, i));
        variant.addAll(replacement);
        variant.addAll(statements.subList(i + 1, statements.size()));
        variants.add(variant);
      }
    }
    return variants;
  }

  private static List<List<Code>> inside(Code one) {
    List<List<Code>> replacements = new ArrayList<>(one.blocks());
    for (int b = 0; b < one.blocks().size(); b++) {
      for (List<Code> smaller : smaller(one.blocks().get(b))) {
        List<List<Code>> blocks = new ArrayList<>(one.blocks());
        blocks.set(b, smaller);
        replacements.add(List.of(new Code(one.lines(), blocks)));
      }
    }
    return replacements;
  }
}
