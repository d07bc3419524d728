package io.tallyfast.demo.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Each client changes files in a folder of its own, and asks what changed. */
final class ScanRound implements Round {

  private static final int FILES = 12;

  private final Workspace workspace;
  private final int times;

  /** Creates a round in which each client scans so often. */
  ScanRound(Workspace workspace, int times) {
    this.workspace = workspace;
    this.times = times;
  }

  @Override
  public Set<String> tools() {
    return Set.of(Tools.SCAN);
  }

  @Override
  public int calls() {
    return times;
  }

  @Override
  public void run(int client, Caller caller) throws IOException {
    Path folder = workspace.folder("scanned-" + client);
    for (int file = 0; file < FILES; file++) {
      Files.writeString(file(folder, file), "first");
    }
    for (int i = 0; i < times; i++) {
      Files.writeString(file(folder, i), "changed " + i);
      Files.writeString(file(folder, i + FILES), "new");
      Files.deleteIfExists(file(folder, i - 1));
      caller.call(new Operation(Tools.SCAN, Map.of("folder", folder.toString())));
    }
  }

  /** Two in three have the same extension, and some have none. */
  private static Path file(Path folder, int number) {
    return folder.resolve("file" + number + (number % 3 == 0 ? "" : ".txt"));
  }
}
