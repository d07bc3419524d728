package io.tallyfast.testkit;

/** A target that promises nothing under many threads: only one thread is compared. */
public abstract class InexactTarget extends Target {
  @Override
  public boolean exact() {
    return false;
  }
}
