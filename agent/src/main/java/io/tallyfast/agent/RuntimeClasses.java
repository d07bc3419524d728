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
  /** What is defined at the start: the simple names, nested ones with their {@code $}. */
  static final List<String> NAMES =
      List.of("Figures", "SiteChunk", "Listener", "SiteCounters", "Fields");

  /** What rewritten code calls. Defined, as all below, when the first of it is wanted. */
  static final List<String> OF_SITES =
      List.of(
          "How",
          "Seen",
          "Merges",
          "GuardedMap",
          "MapKinds",
          "Sums$IntSum",
          "Sums$LongSum",
          "Sums",
          "Guard",
          "Updates",
          "Repeats$Changed",
          "Repeats",
          "Splits$Token",
          "Splits$Slot",
          "Splits$Current",
          "Splits",
          "Adds",
          "Batches",
          "ObservedEntry$State",
          "ObservedEntry",
          "Observed",
          "Optimistic$Keep",
          "Optimistic",
          "Computes",
          "Ints",
          "Longs",
          "Floats",
          "Doubles",
          "Boxes",
          "Elements",
          "Atomics",
          "MergedEntry",
          "Held",
          "OldFields$Ways",
          "OldFields");

  /** What each guarded map needs. */
  static final List<String> OF_MAPS =
      List.of(
          "Stripes",
          "Cell",
          "CellCounts$OfMap",
          "CellCounts",
          "Cells",
          "Snapshots$Replacement",
          "Snapshots$Collected",
          "Snapshots",
          "ListedMap$Entries",
          "ListedMap",
          "GuardedEntry",
          "GuardedIterator",
          "GuardedSpliterator",
          "GuardedCollection$Adding",
          "GuardedCollection$In",
          "GuardedCollection",
          "GuardedSet",
          "GuardedViews",
          "GuardedMapView",
          "GuardedSynchronizedMap",
          "GuardedCopies");

  /** What a guarded {@code LinkedHashMap} needs besides. */
  static final List<String> OF_LINKED_MAPS =
      List.of("GuardedSequencedCollection", "GuardedSequencedSet", "GuardedReversedMap");

  /** What a guarded {@code TreeMap} needs besides. */
  static final List<String> OF_TREE_MAPS =
      List.of(
          "SortedCopies$Caller",
          "SortedCopies$Other",
          "SortedCopies",
          "GuardedNavigableSet",
          "GuardedSubMap");

  /** The guarded maps: the simple name of the JDK's class, behind {@code Guarded}. */
  static final List<String> MAPS =
      List.of(
          "GuardedHashMap",
          "GuardedLinkedHashMap",
          "GuardedTreeMap",
          "GuardedEnumMap",
          "GuardedHashtable",
          "GuardedProperties",
          "GuardedIdentityHashMap",
          "GuardedWeakHashMap");

  private RuntimeClasses() {}
}
