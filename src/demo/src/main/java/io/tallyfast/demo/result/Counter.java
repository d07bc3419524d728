package io.tallyfast.demo.result;

/**
 * One statistic of the server, or several of the same kind ({@code tags.stored.*}).
 *
 * @param name its path in the reply of {@code get_status}
 * @param kind what it says
 * @param expected what it must be
 * @param counted what the server says
 * @param lost the difference, added up over the entries without regard to its sign
 */
public record Counter(String name, Kind kind, double expected, double counted, double lost) {

  /** What a statistic says. */
  public enum Kind {
    /** How often something happened; such counters can be added up. */
    COUNT,
    /** A sum in a unit of its own: bytes, microseconds, scores. */
    AMOUNT,
    /** The largest value so far. */
    RECORD
  }

  /** Returns the module of the server that keeps it. */
  public String module() {
    String first = name.substring(0, Math.max(0, name.indexOf('.')));
    return first.equals("stats") || first.equals("times") ? "server" : first;
  }

  /** Returns the lost part in percent of what was expected; 0 if nothing was. */
  public double lostPercent() {
    return expected == 0 ? 0 : 100 * lost / expected;
  }
}
