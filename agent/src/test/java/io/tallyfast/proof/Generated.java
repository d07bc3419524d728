package io.tallyfast.proof;

import java.util.List;

/**
 * A generated program.
 *
 * @param seed what made it
 * @param name simple name of its class
 * @param fields what it may name
 * @param body statements of {@code hit}
 */
record Generated(long seed, String name, Fields fields, List<Code> body) {
  private static final String IMPORTS =
      "import io.tallyfast.proof.Program;\nimport java.util.*;\nimport java.util.concurrent.*;\n";

  /** Makes the program of a seed. */
  static Generated of(long seed, String name) {
    Choice choice = new Choice(seed);
    Num first = choice.of(List.of(Num.values()));
    Num second = choice.of(List.of(Num.values()));
    Fields fields = new Fields(choice, first, second);
    List<Code> body = new Statements(choice, first, second).body();
    return new Generated(seed, name, fields, body);
  }

  /** The same with other statements. */
  Generated with(List<Code> statements) {
    return new Generated(seed, name, fields, statements);
  }

  /** The source of a compilation unit with several programs. */
  static String unit(String packageName, List<Generated> programs) {
    StringBuilder text = new StringBuilder("package " + packageName + ";\n\n" + IMPORTS);
    for (Generated each : programs) {
      text.append("\n").append(each.type("")).append("\n");
    }
    return text.toString();
  }

  /** The source of a family of targets with this one, to be kept where it found a fault. */
  String family() {
    String type = "Found" + Long.toUnsignedString(seed) + "Targets";
    return "package io.tallyfast.targets;\n\n"
        + IMPORTS
        + "\n/** Found by the generator of programs, from the seed "
        + seed
        + ". */\npublic class "
        + type
        + " {\n  private "
        + type
        + "() {}\n\n"
        + type("public static ")
        + "}\n";
  }

  private String type(String modifiers) {
    return modifiers
        + "class "
        + name
        + " extends Program {\n"
        + fields.source(Code.source(body))
        + "  @Override public Object hit(int i) throws Throwable {\n"
        + "    String k = keyOf(i);\n    result = null;\n"
        + Code.source(body)
        + "    return result;\n  }\n}\n";
  }
}
