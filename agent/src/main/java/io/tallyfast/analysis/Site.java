package io.tallyfast.analysis;

/**
 * One mutation site: the place in a method where a value derived from what was read is written
 * back.
 *
 * <p>Immutable. Strings are never null; what is not known is the empty string, except {@code line},
 * which is 0 where the class carries no line numbers.
 *
 * @param className binary name with dots
 * @param method name of the method
 * @param descriptor descriptor of the method
 * @param file source file as the class file names it
 * @param line line of the instruction that writes back, 0 when unknown
 * @param idiom name of the idiom, as in {@code docs/idioms}
 * @param kind what holds the value
 * @param map where the map comes from, in words a reader of the source recognises
 * @param mapType declared type of the map, with dots
 * @param key the key, in words a reader of the source recognises
 * @param delta what is added, in words a reader of the source recognises
 * @param verdict what the analysis says of it
 * @param lock the lock that protects it
 * @param reason why it has this verdict, or why it was refused
 * @param confidence how sure it is that several threads reach it
 * @param external whether it changes a map that another class owns
 * @param fingerprint identity that survives edits elsewhere in the file: no line numbers in it
 */
public record Site(
    String className,
    String method,
    String descriptor,
    String file,
    int line,
    String idiom,
    Kind kind,
    String map,
    String mapType,
    String key,
    String delta,
    Verdict verdict,
    String lock,
    String reason,
    Confidence confidence,
    boolean external,
    String fingerprint) {

  /** What holds the counted value. */
  public enum Kind {
    MAP,
    HOLDER,
    ARRAY,
    FIELD
  }

  /** How sure it is that several threads reach a site. */
  public enum Confidence {
    /** The code shows that they do. */
    HIGH,
    /** The object may be shared, and nothing says that it is not. */
    MEDIUM,
    /** The sharing cannot be seen. */
    LOW
  }

  /** What the analysis says of a site. */
  public enum Verdict {
    /** Nothing keeps two threads from losing an update here. */
    UNPROTECTED,
    /** A lock is held here, but another site of the same map ignores it. */
    MIXED,
    /** Every site of the map holds the same lock. */
    PROTECTED,
    /** The map's own atomic operation does it. */
    ATOMIC,
    /** Only one thread can reach the map. */
    CONFINED,
    /** It loses updates, and cannot be repaired soundly; the reason says why. */
    REFUSED
  }

  /** The same site with another reason. */
  public Site withReason(String text) {
    return new Site(
        className,
        method,
        descriptor,
        file,
        line,
        idiom,
        kind,
        map,
        mapType,
        key,
        delta,
        verdict,
        lock,
        text,
        confidence,
        external,
        fingerprint);
  }

  /** The same site, of another confidence. */
  public Site with(Confidence other) {
    return new Site(
        className,
        method,
        descriptor,
        file,
        line,
        idiom,
        kind,
        map,
        mapType,
        key,
        delta,
        verdict,
        lock,
        reason,
        other,
        external,
        fingerprint);
  }

  /**
   * The place in the form that every console makes a link of: {@code com.acme.Server.store(
   * Server.java:454)}.
   */
  public String location() {
    String where = file.isEmpty() ? "Unknown Source" : line > 0 ? file + ":" + line : file;
    return className + "." + method + "(" + where + ")";
  }
}
