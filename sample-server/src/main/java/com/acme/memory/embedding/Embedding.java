package com.acme.memory.embedding;

/**
 * The embedding of one text. Immutable by convention: nobody writes to the vector.
 *
 * @param vector of length 1, or of length 0 for a text without tokens; never null
 * @param tokens how many tokens the text had
 * @param micros time spent computing, in microseconds
 */
@SuppressWarnings("ArrayRecordComponent") // Lucene wants a float[], and nobody compares embeddings.
public record Embedding(float[] vector, int tokens, long micros) {

  /** Returns whether the vector points anywhere: a text without tokens has no direction. */
  public boolean hasDirection() {
    return tokens > 0;
  }
}
