package io.tallyfast.build;

/**
 * Numbers the sites of classes that are rewritten one by one, in builds that know nothing of each
 * other. Stateless.
 *
 * <p>The numbers follow from the name of the class, so that building anew gives the same bytes. Two
 * classes may share numbers: their counts then add up. That is rare, and costs nothing else.
 */
public final class BuildSites {
  private static final int CLASSES = 1 << 16;
  private static final int SITES_PER_CLASS = 16;

  private BuildSites() {}

  /** The number of the first site of a class, given its internal name. */
  public static int firstOf(String className) {
    int hash = className.hashCode();
    return ((hash ^ hash >>> 16) & CLASSES - 1) * SITES_PER_CLASS;
  }
}
