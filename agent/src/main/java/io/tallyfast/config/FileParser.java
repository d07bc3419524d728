package io.tallyfast.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Parses the name of a file. The result is absolute: the application may change what a relative
 * name means before the file is used.
 */
final class FileParser implements ValueParser<Path> {
  private final List<String> endings;

  /**
   * Creates a parser.
   *
   * @param endings the endings that are allowed, each with its dot; empty when any will do
   */
  FileParser(List<String> endings) {
    this.endings = endings;
  }

  @Override
  public Path parse(String text) throws OptionException {
    if (text.isEmpty()) {
      throw new OptionException("the name of the file is missing");
    }
    if (!hasAllowedEnding(text)) {
      throw new OptionException("no such format");
    }
    try {
      return Path.of(text).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new OptionException(e.getReason(), e);
    }
  }

  private boolean hasAllowedEnding(String text) {
    for (String ending : endings) {
      if (text.endsWith(ending)) {
        return true;
      }
    }
    return endings.isEmpty();
  }

  @Override
  public String allowed() {
    if (endings.isEmpty()) {
      return "a file";
    }
    StringBuilder all = new StringBuilder("a file that ends in");
    for (String ending : endings) {
      all.append(' ').append(ending);
    }
    return all.toString();
  }
}
