package io.tallyfast.cli;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The text and numbers of one object of a report; those of objects in it under names with a dot.
 * Not thread-safe.
 */
final class ReportValues {
  private final Map<String, String> values = new HashMap<>();

  private ReportValues() {}

  /** Reads an object that comes next, to its end. */
  static ReportValues of(JsonReader json) throws IOException {
    if (json.peek() != JsonToken.BEGIN_OBJECT) {
      throw new BadReportException("no object at " + json.getPath());
    }
    ReportValues read = new ReportValues();
    read.members(json, "");
    return read;
  }

  private void members(JsonReader json, String prefix) throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      String name = prefix + json.nextName();
      switch (json.peek()) {
        case STRING, NUMBER -> values.put(name, json.nextString());
        case BOOLEAN -> values.put(name, Boolean.toString(json.nextBoolean()));
        case BEGIN_OBJECT -> {
          if (prefix.isEmpty()) {
            members(json, name + ".");
          } else {
            json.skipValue();
          }
        }
        default -> json.skipValue();
      }
    }
    json.endObject();
  }

  /** A member that is text; empty when it is missing. */
  String text(String name) {
    return values.getOrDefault(name, "");
  }

  /** A member that is a whole number; 0 when it is missing. */
  long number(String name) throws BadReportException {
    return (long) decimal(name);
  }

  /** A member that is a number; 0 when it is missing, or null. */
  double decimal(String name) throws BadReportException {
    String text = values.getOrDefault(name, "0");
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new BadReportException(name + " is no number: " + text);
    }
  }

  /** A member that is the name of a constant in lower case. */
  <E extends Enum<E>> E constant(Class<E> type, String name) throws BadReportException {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(text(name))) {
        return constant;
      }
    }
    throw new BadReportException("unknown " + name + ": '" + text(name) + "'");
  }
}
