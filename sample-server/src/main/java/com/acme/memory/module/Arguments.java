package com.acme.memory.module;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The arguments of one call, read with checks. Immutable. */
public final class Arguments {

  /** The most characters of a path. */
  public static final int MOST_PATH = 4_096;

  private final Map<String, Object> values;

  /** Wraps the arguments as they arrived; null stands for none. */
  public Arguments(Map<String, Object> values) {
    this.values = values == null ? Map.of() : values;
  }

  /**
   * Checks that there is nothing else than what these names stand for.
   *
   * @throws BadRequestException if there is
   */
  public void allow(Set<?> names) {
    for (String name : values.keySet()) {
      if (!names.contains(name)) {
        throw new BadRequestException("there is no argument " + name);
      }
    }
  }

  /**
   * Returns a text that must be there.
   *
   * @throws BadRequestException if it is missing, blank, longer than {@code limit} characters or no
   *     text at all
   */
  public String text(String name, int limit) {
    if (!(values.get(name) instanceof String text) || text.isBlank()) {
      throw new BadRequestException(name + " must be a text that is not blank");
    }
    if (text.length() > limit) {
      throw new BadRequestException(name + " must have at most " + limit + " characters");
    }
    return text;
  }

  /**
   * Returns a whole number between the bounds, or the fallback if none was given.
   *
   * @throws BadRequestException if it is something else
   */
  public int number(String name, int least, int most, int fallback) {
    Object value = values.get(name);
    if (value == null) {
      return fallback;
    }
    if (value instanceof Number number
        && number.doubleValue() == number.intValue()
        && number.intValue() >= least
        && number.intValue() <= most) {
      return number.intValue();
    }
    throw new BadRequestException(
        name + " must be a whole number from " + least + " to " + most + ", not " + value);
  }

  /**
   * Returns a folder that is there, by its one true path.
   *
   * @throws BadRequestException if it is missing or something else
   */
  public Path folder(String name) {
    String text = text(name, MOST_PATH);
    try {
      Path folder = Path.of(text).toRealPath();
      if (Files.isDirectory(folder)) {
        return folder;
      }
    } catch (InvalidPathException | IOException e) {
      throw new BadRequestException(name + " must be a folder, and cannot be used: " + e);
    }
    throw new BadRequestException(name + " must be a folder, and " + text + " is not");
  }

  /**
   * Returns a switch, off if none was given.
   *
   * @throws BadRequestException if it is neither true nor false
   */
  public boolean flag(String name) {
    Object value = values.get(name);
    if (value == null || value instanceof Boolean) {
      return Boolean.TRUE.equals(value);
    }
    throw new BadRequestException(name + " must be true or false, not " + value);
  }

  /**
   * Returns a list of texts without repetitions, empty if none was given.
   *
   * @throws BadRequestException if it is no list, too long, or holds something else than texts
   */
  public List<String> texts(String name, int mostTexts, int mostCharacters) {
    Object value = values.get(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list) || list.size() > mostTexts) {
      throw new BadRequestException(name + " must be a list of at most " + mostTexts + " texts");
    }
    List<String> texts = new ArrayList<>();
    for (Object element : list) {
      if (!(element instanceof String text) || text.isBlank() || text.length() > mostCharacters) {
        throw new BadRequestException(
            name + " must hold texts of 1 to " + mostCharacters + " characters, not " + element);
      }
      if (!texts.contains(text)) {
        texts.add(text);
      }
    }
    return texts;
  }
}
