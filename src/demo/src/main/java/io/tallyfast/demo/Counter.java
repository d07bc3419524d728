package io.tallyfast.demo;

/**
 * One statistic of the server, or several of the same kind ({@code tags.stored.*}).
 *
 * @param name its path in the reply of {@code get_status}
 * @param affected whether the server does work between reading the old value and writing the new
 *     one, so that updates are lost in numbers
 * @param expected what it must be
 * @param counted what the server says
 * @param lost the difference, added up over the entries without regard to its sign
 */
public record Counter(String name, boolean affected, double expected, double counted, double lost) {

  /** Returns the lost part in percent of what was expected; 0 if nothing was. */
  public double lostPercent() {
    return expected == 0 ? 0 : 100 * lost / expected;
  }
}
