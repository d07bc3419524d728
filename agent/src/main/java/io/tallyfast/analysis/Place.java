package io.tallyfast.analysis;

/** Something that holds a value which code reads and writes back: an entry, a field, an element. */
interface Place {
  /** Whether an expression is a read of this place. */
  boolean isReadBy(Expr e, TypeOracle types);
}
