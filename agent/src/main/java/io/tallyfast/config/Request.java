package io.tallyfast.config;

/**
 * What the command line asks of the agent in another JVM. It travels as the argument of an agent
 * that is attached: {@code attach:ID:options}, {@code detach:ID:}, {@code report:ID:file} or {@code
 * reset:ID:}. A key of an option has no colon, so that no list of options looks like it. Immutable.
 *
 * @param action what to do
 * @param id tells the answer from an earlier one; without a colon or a space
 * @param value options or file; may be empty
 */
public record Request(Action action, String id, String value) {
  /** Set while the agent is on, for information: its version. */
  public static final String VERSION_PROPERTY = "io.tallyfast.version";

  /** The system property in which the agent answers. */
  public static final String ANSWER_PROPERTY = "io.tallyfast.answer";

  /** What can be asked. */
  public enum Action {
    /** Turn the agent on. */
    ATTACH("attach:"),
    /** Turn it off, and give the classes their own bytecode back. */
    DETACH("detach:"),
    /** Write the report now. */
    REPORT("report:"),
    /** Start all figures from zero. */
    RESET("reset:");

    private final String prefix;

    Action(String prefix) {
      this.prefix = prefix;
    }
  }

  /** The request as an agent's argument. */
  public String argument() {
    return action.prefix + id + ':' + value;
  }

  /** Reads an agent's argument; null when it is none of ours, but a list of options. */
  public static Request of(String argument) {
    if (argument == null) {
      return null;
    }
    for (Action action : Action.values()) {
      int id = action.prefix.length();
      int colon = argument.indexOf(':', id);
      if (argument.startsWith(action.prefix) && colon > 0) {
        return new Request(action, argument.substring(id, colon), argument.substring(colon + 1));
      }
    }
    return null;
  }
}
