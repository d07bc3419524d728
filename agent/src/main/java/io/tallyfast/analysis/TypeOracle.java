package io.tallyfast.analysis;

/**
 * Answers questions about types without loading them. Implementations must be thread-safe and must
 * not throw: what cannot be found out is {@code false}.
 */
public interface TypeOracle {
  /** Knows nothing beyond what the analysis knows by itself. */
  TypeOracle NONE =
      new TypeOracle() {
        @Override
        public boolean isSubtype(String type, String ancestor) {
          return false;
        }
      };

  /**
   * Whether a type is known to be a subtype of another.
   *
   * @param type internal name, as in {@code com/acme/CountingMap}
   * @param ancestor internal name of a class or interface, as in {@code java/util/Map}
   */
  boolean isSubtype(String type, String ancestor);

  /**
   * The class file of a type, null when it cannot be had. Never loads the class.
   *
   * @param type internal name
   */
  default byte[] classFile(String type) {
    return null;
  }

  /**
   * Whether a class is known to have a volatile field of a number, of its own or inherited.
   *
   * @param type internal name of the class
   */
  default boolean hasVolatile(String type, String field) {
    return false;
  }

  /**
   * Whether a field of some class is known to be a map that holds objects of a class.
   *
   * @param type internal name of the class
   */
  default boolean isMapValue(String type) {
    return false;
  }

  /** Whether maps that are no {@code java.util.Map} are of interest: an audit can name them too. */
  default boolean knowsForeignMaps() {
    return false;
  }
}
