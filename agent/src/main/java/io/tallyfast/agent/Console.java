package io.tallyfast.agent;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;

/**
 * The agent's lines on stderr. Thread-safe: a line is written in one piece.
 *
 * <p>Not {@code System.err}: the application may have replaced that by a logger, and using a logger
 * from within a class loader is how agents hang servers.
 */
final class Console {
  private static final String PREFIX = "tallyfast: ";

  private final OutputStream out;
  private volatile boolean closed;

  Console(OutputStream out) {
    this.out = out;
  }

  /** The process's stderr. */
  static Console stderr() {
    return new Console(new FileOutputStream(FileDescriptor.err));
  }

  /** Writes one line, with the agent's name in front. Never throws. */
  void line(String message) {
    String oneLine = message.replace('\r', ' ').replace('\n', ' ');
    byte[] bytes = (PREFIX + oneLine + System.lineSeparator()).getBytes(Charset.defaultCharset());
    try {
      synchronized (out) {
        out.write(bytes);
        out.flush();
      }
    } catch (IOException e) {
      closed = true;
    }
  }

  /** Whether a line could not be written, for which there is no better place to say so. */
  boolean isClosed() {
    return closed;
  }
}
