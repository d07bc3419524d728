package io.tallyfast.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How far a long proof has come, in a file, so that it goes on where it was stopped. */
final class Progress {
  private final Path file;
  private final String what;

  /**
   * Creates the progress of one proof.
   *
   * @param what tells this proof from another one
   */
  Progress(Path folder, String what) {
    this.file = folder.resolve("progress.txt");
    this.what = what;
  }

  /** How many programs an earlier run has done. */
  int done() throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    String text = Files.readString(file).strip();
    int gap = text.indexOf(' ');
    return text.substring(0, gap).equals(what) ? Integer.parseInt(text.substring(gap + 1)) : 0;
  }

  /** Keeps how many are done. */
  void keep(int done) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, what + " " + done + "\n");
  }

  /** Begins anew the next time. */
  void end() throws IOException {
    Files.deleteIfExists(file);
  }
}
