package io.tallyfast.config;

/**
 * Turns the text of one option into its value. Implementations are stateless.
 *
 * @param <T> type of the value
 */
interface ValueParser<T> {
  /**
   * Parses a value.
   *
   * @throws OptionException when the text is not allowed; the message says why, without the key
   */
  T parse(String text) throws OptionException;

  /** What is allowed, in a few words for messages and documentation. */
  String allowed();
}
