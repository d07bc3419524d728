package com.acme.memory.conversations;

/** Is told what is said, on the thread of the request. Many threads call at once. */
public interface TurnListener {

  /** Something was said. Returns whether the listener will look at it. */
  boolean said(Turn turn);
}
