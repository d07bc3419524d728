package io.tallyfast.testkit;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs the exact sums of all rewritten targets without a test framework, so that any JVM can be
 * asked. Prints what fails; the exit status is 1 if anything does.
 *
 * <p>Arguments: parts of names, to run only some of the targets. With {@code
 * -Dtallyfast.test.virtual=true} the hits run in virtual threads.
 */
public final class SmokeMain {
  private SmokeMain() {}

  /** Runs the targets. */
  public static void main(String[] arguments) throws InterruptedException {
    List<String> failed = new ArrayList<>();
    int run = 0;
    for (String name : TargetCatalog.targets()) {
      if (isWanted(name, arguments) && ExactSums.applies(name)) {
        run++;
        String fault = fault(name);
        if (!fault.isEmpty()) {
          failed.add(name);
          System.out.println(TargetCatalog.shortName(name) + ": " + fault);
        }
      }
    }
    System.out.println(
        "Java " + Runtime.version() + ": " + run + " targets, " + failed.size() + " failed");
    System.exit(failed.isEmpty() && run > 0 ? 0 : 1);
  }

  private static String fault(String name) throws InterruptedException {
    try {
      return ExactSums.fault(name);
    } catch (RuntimeException | LinkageError | AssertionError e) {
      return e.toString();
    }
  }

  private static boolean isWanted(String name, String[] parts) {
    for (String part : parts) {
      if (TargetCatalog.shortName(name).contains(part)) {
        return true;
      }
    }
    return parts.length == 0;
  }
}
