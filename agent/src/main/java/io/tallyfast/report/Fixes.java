package io.tallyfast.report;

import io.tallyfast.analysis.Site;

/** What to change in the source, in one line, for each idiom. Stateless. */
public final class Fixes {
  private static final String ONE_LOCK = "guard every access to it by one lock";

  private static final String SUM = "call merge(key, delta, Long::sum)";
  private static final String ATOMIC_MAP = "make it a ConcurrentHashMap and ";

  private Fixes() {}

  /** The advice for a site; empty for a site that loses nothing. */
  public static String of(Site site) {
    return switch (site.verdict()) {
      case PROTECTED, ATOMIC, CONFINED -> "";
      case MIXED -> "take the same lock" + lock(site) + " at every site that writes " + name(site);
      case UNPROTECTED, REFUSED -> ofKind(site);
    };
  }

  private static String lock(Site site) {
    return site.lock().isEmpty() ? "" : " (" + site.lock() + ")";
  }

  private static String name(Site site) {
    return site.map().isEmpty() ? "the value" : site.map();
  }

  private static String ofKind(Site site) {
    if (site.idiom().equals("atomic-get-set")) {
      return "call its addAndGet, or its accumulateAndGet for a maximum or minimum";
    }
    return switch (site.kind()) {
      case MAP -> inMap(site);
      case HOLDER ->
          "let the map hold LongAdder or AtomicLong and call computeIfAbsent(key,"
              + " k -> new LongAdder()).increment()";
      case ARRAY -> "use an AtomicLongArray and its getAndAdd, or " + ONE_LOCK;
      case FIELD ->
          "use a LongAdder, or an AtomicLong where the new value is used; volatile alone does not"
              + " make an update atomic";
    };
  }

  private static String inMap(Site site) {
    return switch (site.idiom()) {
      case "map-escape", "map-copy", "map-iteration" ->
          "hand out and walk over a copy that is made under the lock of all writers";
      case "map-updated" ->
          "keep the map in an AtomicReference and call its updateAndGet, or " + ONE_LOCK;
      default -> withCall(site);
    };
  }

  private static String withCall(Site site) {
    String call = atomicCall(site.idiom());
    if (call.equals(SUM) && site.delta().isEmpty()) {
      // Nothing is added, or nobody knows what.
      call = "call compute(key, ...)";
    }
    if (call.isEmpty()) {
      return ONE_LOCK;
    }
    return (isConcurrent(site.mapType()) ? "" : ATOMIC_MAP) + call + ", or " + ONE_LOCK;
  }

  /** The call that does the same at once; empty when there is none that always does. */
  private static String atomicCall(String idiom) {
    return switch (idiom) {
      case "extreme-put" -> "call merge(key, value, Math::max) or Math::min";
      case "check-then-act" -> "call computeIfAbsent(key, ...) and count in what it returns";
      case "computeifabsent", "default-put", "first-insert" ->
          "call computeIfAbsent for the first value and merge for the others";
      case "replace" -> "call merge, or call replace(key, old, new) until it returns true";
      case "optional-put", "compute" -> "call compute(key, ...)";
      case "computeifpresent", "remove-put" -> "call computeIfPresent(key, ...)";
      case "entry-set-value", "string-put", "plain-put" -> "";
      case "inherited-default" -> "override merge, compute and their like, under the lock of put";
      case "read-reset" -> "take what put(key, 0) returns";
      case "merge" -> "call its merge";
      default -> SUM;
    };
  }

  private static boolean isConcurrent(String mapType) {
    return mapType.startsWith("java.util.concurrent.") || mapType.endsWith("ConcurrentMap");
  }
}
