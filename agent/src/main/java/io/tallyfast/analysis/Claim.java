package io.tallyfast.analysis;

/**
 * That a method called does something; whether it does is known once all classes were seen.
 * Immutable.
 *
 * @param kind what it should do
 * @param owner internal name of the class that the call names
 * @param member name and descriptor of the method; empty for any
 * @param key slot of the parameter that should be the key; -1 for any
 * @param value slot of the parameter that should be stored; -1 for any
 */
public record Claim(MethodSummary.Kind kind, String owner, String member, int key, int value) {
  /** The claim that some method of a class counts in its own object. */
  static Claim ofClass(String owner) {
    return of(MethodSummary.Kind.COUNTS, owner, "");
  }

  /** A claim about a method in which neither key nor value matters. */
  static Claim of(MethodSummary.Kind kind, String owner, String member) {
    return new Claim(kind, owner, member, -1, -1);
  }
}
