package com.acme.memory.conversations;

/**
 * What somebody said in a conversation.
 *
 * @param conversation its id
 * @param role who said it: "user", "assistant" or "system"
 * @param text what was said
 */
public record Turn(String conversation, String role, String text) {

  /** Returns how many words it has, by white space. */
  public int words() {
    return text.strip().split("\\s+", -1).length;
  }
}
