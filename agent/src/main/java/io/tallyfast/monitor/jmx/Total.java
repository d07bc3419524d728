package io.tallyfast.monitor.jmx;

import io.tallyfast.monitor.State;
import io.tallyfast.report.Evidence;

/** The attributes of the MBean that are one figure each. */
enum Total {
  VERSION("Version", FigureType.TEXT, "Version of the agent"),
  MODE("Mode", FigureType.TEXT, "What the agent does: guard, observe or audit"),
  COUNTING_SINCE(
      "CountingSince",
      FigureType.LONG,
      "When counting began, in milliseconds since 1970: when the agent was turned on, or at the"
          + " last reset"),
  GUARDED("GuardedSites", FigureType.INTEGER, "Sites that were rewritten"),
  REFUSED("RefusedSites", FigureType.INTEGER, "Sites that lose updates and cannot be rewritten"),
  REPORTED("ReportedSites", FigureType.INTEGER, "Sites that lose updates and are only watched"),
  CLASSES("Classes", FigureType.INTEGER, "Classes that have a site"),
  PREVENTED("Prevented", FigureType.LONG, "Lost updates that were prevented"),
  LOST("Lost", FigureType.LONG, "Updates that were lost, in the mode observe"),
  HITS("Hits", FigureType.LONG, "Updates of all sites where they are counted"),
  TIMED("Timed", FigureType.LONG, "Updates, a sample, of which the time to get the lock was taken"),
  CONTENDED("Contended", FigureType.LONG, "Of the timed updates, those that had to wait"),
  ACQUIRE_NANOS(
      "AcquireNanos", FigureType.LONG, "The sum of the times to get the lock, in nanoseconds"),
  LONGEST_ACQUIRE_NANOS(
      "LongestAcquireNanos",
      FigureType.LONG,
      "The longest time to get the lock of those that had to wait, in nanoseconds"),
  ERRORS("ClassesFailed", FigureType.INTEGER, "Classes that could not be looked at"),
  TOO_NEW("ClassesTooNew", FigureType.INTEGER, "Classes of a version that is not known yet"),
  METHODS_SKIPPED(
      "MethodsSkipped", FigureType.INTEGER, "Methods that may hold a site and were not analysed"),
  SUPERTYPES_UNREADABLE(
      "SupertypesUnreadable",
      FigureType.INTEGER,
      "Class files of supertypes that could not be read"),
  FIELDS_NOT_ATOMIC(
      "FieldsNotAtomic",
      FigureType.INTEGER,
      "Fields whose updates are not one step, because they do not allow it; 64 are told apart");

  private final String attribute;
  private final FigureType type;
  private final String description;

  Total(String attribute, FigureType type, String description) {
    this.attribute = attribute;
    this.type = type;
    this.description = description;
  }

  String attribute() {
    return attribute;
  }

  FigureType type() {
    return type;
  }

  String description() {
    return description;
  }

  /** Its value, an object of its type. */
  Object of(State state, Evidence total) {
    return switch (this) {
      case VERSION -> state.summary().version();
      case MODE -> state.summary().mode();
      case COUNTING_SINCE -> state.since();
      case GUARDED -> state.summary().guarded();
      case REFUSED -> state.summary().refused();
      case REPORTED -> state.summary().reported();
      case CLASSES -> state.summary().classes();
      case PREVENTED -> state.summary().prevented();
      case LOST -> state.summary().lost();
      case HITS -> total.hits();
      case TIMED -> total.waiting().timed();
      case CONTENDED -> total.waiting().contended();
      case ACQUIRE_NANOS -> total.waiting().nanos();
      case LONGEST_ACQUIRE_NANOS -> total.waiting().longestNanos();
      case ERRORS -> state.summary().errors();
      case TOO_NEW -> state.summary().tooNew();
      case METHODS_SKIPPED -> state.troubles().methodsSkipped();
      case SUPERTYPES_UNREADABLE -> state.troubles().supertypesUnreadable();
      case FIELDS_NOT_ATOMIC -> state.troubles().fieldsNotAtomic();
    };
  }
}
