package io.tallyfast.demo.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Each client has a folder of its own watched, in which files come, are touched, change and go. One
 * client in four leaves its folder in the end.
 */
final class FilesRound implements Round {

  private static final int TOUCHES = 4;
  private static final int CHANGED = 2;

  private final Workspace workspace;
  private final int files;

  /** Creates a round with so many files in each folder. */
  FilesRound(Workspace workspace, int files) {
    this.workspace = workspace;
    this.files = files;
  }

  @Override
  public Set<String> tools() {
    return Set.of(Tools.WATCH, Tools.SETTLE, Tools.LEAVE);
  }

  @Override
  public int calls() {
    return 3 + TOUCHES;
  }

  @Override
  public void run(int client, Caller caller) throws IOException {
    Path folder = workspace.folder("watched-" + client);
    Map<String, Object> argument = Map.of("folder", folder.toString());
    caller.call(new Operation(Tools.WATCH, argument));
    write(folder, 0, files, "first");
    for (int i = 0; i < TOUCHES; i++) {
      caller.call(new Operation(Tools.SETTLE, argument));
      touch(folder, i);
    }
    write(folder, 0, CHANGED, "other");
    for (int file = CHANGED; file < Math.min(files, 2 * CHANGED); file++) {
      Files.delete(folder.resolve("file" + file));
    }
    caller.call(new Operation(Tools.SETTLE, argument));
    if (client % 4 == 3) {
      caller.call(new Operation(Tools.LEAVE, argument));
    } else {
      caller.expected().count("stats.files_watched", workspace.filesIn(folder));
    }
  }

  private static void write(Path folder, int from, int to, String word) throws IOException {
    for (int file = from; file < to; file++) {
      Files.writeString(folder.resolve("file" + file), word + " text of file " + file);
    }
  }

  /** A file whose time changes is looked at, and found to be as it was. */
  private void touch(Path folder, int times) throws IOException {
    FileTime time = FileTime.from(Instant.ofEpochSecond(times));
    for (int file = 0; file < files; file++) {
      Files.setLastModifiedTime(folder.resolve("file" + file), time);
    }
  }
}
