package io.tallyfast.demo.load;

/** Is told how far a load is. Thread-safe. */
@FunctionalInterface
public interface Steps {

  /** One more call was answered. */
  void step();

  /** There will be so many calls; ignored by default. */
  default void planned(int steps) {}
}
