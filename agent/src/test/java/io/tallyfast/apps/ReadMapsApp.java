package io.tallyfast.apps;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads maps from a file, and says what they are. Knows nothing of the agent. */
public final class ReadMapsApp {
  private ReadMapsApp() {}

  /** The argument is the file. */
  public static void main(String[] args) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(Path.of(args[0])))) {
      for (Object map : (List<?>) in.readObject()) {
        System.out.println(map.getClass().getName() + " " + map);
      }
    }
  }
}
