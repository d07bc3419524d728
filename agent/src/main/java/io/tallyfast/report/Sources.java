package io.tallyfast.report;

import java.util.List;

/** Finds the source of classes. */
public interface Sources {
  /** Finds none. */
  Sources NONE = new NoSources();

  /**
   * The lines of a source file.
   *
   * @param className binary name with dots of a class that the file holds
   * @param file name of the file, as the class file has it
   * @return null when it is not to be found
   */
  List<String> lines(String className, String file);

  /** Finds none. Not a lambda: reports are also written while a JVM ends. */
  final class NoSources implements Sources {
    private NoSources() {}

    @Override
    public List<String> lines(String className, String file) {
      return null;
    }
  }
}
