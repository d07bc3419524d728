package io.tallyfast.config;

/**
 * What became of a {@link Request}. Immutable.
 *
 * @param status exit status of the command that asked; one of the constants
 * @param text one line for a person; never null
 */
public record Answer(int status, String text) {
  /** It was done. */
  public static final int DONE = 0;

  /** The options are wrong. */
  public static final int WRONG_OPTIONS = 2;

  /** Something failed that should not have. */
  public static final int FAILED = 3;

  /** There is no such process, or it is no JVM. */
  public static final int NO_JVM = 4;

  /** The JVM belongs to somebody else. */
  public static final int NOT_PERMITTED = 5;

  /** The JVM lets no agent in. */
  public static final int LOCKED = 6;

  /** The agent is on already, or it is not on. */
  public static final int WRONG_STATE = 7;

  /** An answer that says that all went well. */
  public static Answer done(String text) {
    return new Answer(DONE, text);
  }

  /** Puts the answer where the command that asked finds it. */
  public void publish(String requestId) {
    System.setProperty(Request.ANSWER_PROPERTY, requestId + ' ' + status + ' ' + text);
  }

  /**
   * Reads what {@link #publish} wrote.
   *
   * @param property may be null
   * @return null when it is no answer to this request
   */
  public static Answer of(String property, String requestId) {
    if (property == null || !property.startsWith(requestId + ' ')) {
      return null;
    }
    String rest = property.substring(requestId.length() + 1);
    int space = rest.indexOf(' ');
    return new Answer(Integer.parseInt(rest.substring(0, space)), rest.substring(space + 1));
  }
}
