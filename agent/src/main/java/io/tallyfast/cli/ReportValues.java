package io.tallyfast.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
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

  /** Reads an object whose begin the parser is at, to its end. */
  static ReportValues of(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw new BadReportException("an object is expected in line " + line(json));
    }
    ReportValues read = new ReportValues();
    read.members(json, "");
    return read;
  }

  private void members(JsonParser json, String prefix) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = prefix + json.currentName();
      JsonToken token = json.nextToken();
      if (token == JsonToken.START_OBJECT && prefix.isEmpty()) {
        members(json, name + ".");
      } else if (token.isScalarValue()) {
        values.put(name, json.getText());
      } else {
        json.skipChildren();
      }
    }
  }

  static int line(JsonParser json) {
    return json.currentLocation().getLineNr();
  }

  /** A member that is text; empty when it is missing. */
  String text(String name) {
    return values.getOrDefault(name, "");
  }

  /** A member that is a whole number; 0 when it is missing. */
  long number(String name) throws BadReportException {
    return (long) decimal(name);
  }

  /** A member that is a number; 0 when it is missing, or was none that JSON can write. */
  double decimal(String name) throws BadReportException {
    String text = values.getOrDefault(name, "0");
    try {
      return text.equals("null") ? 0 : Double.parseDouble(text);
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
