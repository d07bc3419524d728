package com.acme.memory.conversations;

/** The counts of one conversation, as the status shows them. */
final class Session {

  public int turns;
  public long words;
}
