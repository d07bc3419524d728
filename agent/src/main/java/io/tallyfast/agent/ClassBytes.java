package io.tallyfast.agent;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** Reads the class files of the agent itself. */
final class ClassBytes {
  private ClassBytes() {}

  /**
   * Reads a class file that lies beside the agent's own.
   *
   * @param internalName as in {@code io/tallyfast/agent/RuntimeBridge}
   * @throws IOException when there is none, or it cannot be read
   */
  static byte[] ofAgent(String internalName) throws IOException {
    String resource = "/" + internalName + ".class";
    try (InputStream in = ClassBytes.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException(resource);
      }
      return in.readAllBytes();
    }
  }
}
