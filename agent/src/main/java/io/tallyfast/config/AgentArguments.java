package io.tallyfast.config;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Splits {@code key=value,key=value}. Only a comma before {@code key=} separates, so that commas in
 * values survive.
 */
final class AgentArguments {
  private AgentArguments() {}

  /**
   * Splits the text that stands behind the agent's jar.
   *
   * @param text may be null or empty
   * @return the values by key, in the order given; a key given twice has its last value
   * @throws OptionException when a part is not of the form {@code key=value}
   */
  static Map<String, String> split(String text) throws OptionException {
    Map<String, String> values = new LinkedHashMap<>();
    if (text == null || text.isBlank()) {
      return values;
    }
    int start = 0;
    while (start < text.length()) {
      int equals = keyEnd(text, start);
      if (equals < 0) {
        String part = text.substring(start);
        throw new OptionException("agent argument '" + part + "' is not of the form key=value");
      }
      int end = valueEnd(text, equals + 1);
      values.put(text.substring(start, equals).trim(), text.substring(equals + 1, end));
      start = end + 1;
    }
    return values;
  }

  /** The end of the value: the next comma that has a key behind it, or the end of the text. */
  private static int valueEnd(String text, int start) {
    int comma = text.indexOf(',', start);
    while (comma >= 0 && keyEnd(text, comma + 1) < 0) {
      comma = text.indexOf(',', comma + 1);
    }
    return comma < 0 ? text.length() : comma;
  }

  /** The index of the {@code =} behind the key that starts here, or -1 when no key does. */
  private static int keyEnd(String text, int start) {
    int i = start;
    while (i < text.length() && isKeyPart(text.charAt(i))) {
      i++;
    }
    return i > start && i < text.length() && text.charAt(i) == '=' ? i : -1;
  }

  private static boolean isKeyPart(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-' || c == ' ';
  }
}
