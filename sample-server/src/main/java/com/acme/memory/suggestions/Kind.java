package com.acme.memory.suggestions;

/** Why a memory is suggested. */
enum Kind {
  /** It was found by queries before. */
  HABIT,
  /** It has words of the context. */
  WORDS,
  /** It is close to the context in meaning only. */
  MEANING
}
