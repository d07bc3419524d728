package io.tallyfast.demo;

/** Runs the demonstration inside of Maven's JVM, where {@code System.exit} would end the build. */
public final class InMaven {

  private InMaven() {}

  /**
   * Runs the demonstration.
   *
   * @throws IllegalStateException if its exit status is not 0, so that the build fails
   */
  public static void main(String[] args) {
    int status = DemoCommand.execute(args);
    if (status != 0) {
      throw new IllegalStateException("the demonstration ended with status " + status);
    }
  }
}
