package io.tallyfast.config;

/**
 * One option: everything that is known of it, in one place. Immutable.
 *
 * @param <T> type of its value
 */
public final class Option<T> {
  private final String key;
  private final String description;
  private final String defaultText;
  private final T defaultValue;
  private final ValueParser<T> parser;

  Option(
      String key, String description, String defaultText, T defaultValue, ValueParser<T> parser) {
    this.key = key;
    this.description = description;
    this.defaultText = defaultText;
    this.defaultValue = defaultValue;
    this.parser = parser;
  }

  /** The name of the option, as in {@code mode}. */
  public String key() {
    return key;
  }

  /** What it does, in one sentence for the documentation. */
  public String description() {
    return description;
  }

  /** The default in words for the documentation. */
  public String defaultText() {
    return defaultText;
  }

  /** The values that are allowed, in words. */
  public String allowed() {
    return parser.allowed();
  }

  /** The value when the user says nothing; may be null. */
  T defaultValue() {
    return defaultValue;
  }

  /** Parses a value; a failure names the key, the value and what is allowed. */
  T parse(String text) throws OptionException {
    try {
      return parser.parse(text);
    } catch (OptionException e) {
      String bad = "bad value '" + text + "' of option " + key + ": " + e.getMessage();
      throw new OptionException(bad + " (allowed: " + parser.allowed() + ")", e);
    }
  }
}
