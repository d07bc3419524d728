package io.tallyfast.agent;

import java.util.List;

/**
 * The classes of package {@code io.tallyfast.runtime}, nested ones included, in the order in which
 * they can be defined: a superclass or interface stands before what extends it.
 *
 * <p>A list rather than a look into the jar: it costs nothing at start-up and needs to know nothing
 * of where the agent comes from. A test compares it with the package.
 */
final class RuntimeClasses {
  /** The simple names, nested ones with their {@code $}. */
  static final List<String> NAMES =
      List.of(
          "Figures",
          "Listener",
          "SiteChunk",
          "SiteCounters",
          "How",
          "Seen",
          "Merges",
          "MapKinds",
          "Sums$IntSum",
          "Sums$LongSum",
          "Sums",
          "Guard",
          "Updates",
          "Splits$Token",
          "Splits$Slot",
          "Splits$Current",
          "Splits",
          "Adds",
          "Batches",
          "ObservedEntry",
          "Observed",
          "Computes$Keep",
          "Computes",
          "Ints",
          "Longs",
          "Floats",
          "Doubles",
          "Boxes",
          "Elements",
          "Fields",
          "OldFields$Ways",
          "OldFields");

  private RuntimeClasses() {}
}
