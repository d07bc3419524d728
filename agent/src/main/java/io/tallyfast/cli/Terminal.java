package io.tallyfast.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells whether people are looking. Stateless. */
final class Terminal {
  private static final int STDOUT = 1;
  private static final int STDERR = 2;

  private Terminal() {}

  /** Whether stdout may be coloured: a terminal that can, and nobody who minds. */
  static boolean colours() {
    String noColor = System.getenv("NO_COLOR");
    boolean minded = noColor != null && !noColor.isEmpty();
    return !minded && !"dumb".equals(System.getenv("TERM")) && isTerminal(STDOUT);
  }

  /** Whether stderr can show a line that changes. */
  static boolean isStderr() {
    return !"dumb".equals(System.getenv("TERM")) && isTerminal(STDERR);
  }

  /** Java knows a console only where stdin and stdout both are one; Linux knows each. */
  private static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      // Not Linux. Rather plain text than control characters in a file.
      return false;
    }
  }
}
