package io.tallyfast.analysis;

/** Says by name which fields hold statistics. Implementations are thread-safe. */
public interface MapNames {
  /** Names none. */
  MapNames NONE =
      new MapNames() {
        @Override
        public boolean mayHoldStatistics(String field) {
          return false;
        }

        @Override
        public boolean namesExactly(String owner, String field) {
          return false;
        }
      };

  /**
   * Whether a map in a field of this name, in whatever class, holds statistics if it holds numbers.
   */
  boolean mayHoldStatistics(String field);

  /**
   * Whether a field was named together with its class, and holds statistics whatever it holds.
   *
   * @param owner internal name of the class
   */
  boolean namesExactly(String owner, String field);
}
