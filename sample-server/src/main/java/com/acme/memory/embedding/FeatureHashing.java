package com.acme.memory.embedding;

import java.util.List;

/**
 * Turns tokens into a vector by the hashing trick: every token and every pair of neighbours adds to
 * a few dimensions picked by its hash. No model, no download, the same vector on every machine.
 */
final class FeatureHashing {

  /** The number of dimensions of every vector. */
  static final int DIMENSIONS = 128;

  private static final int PROBES = 4;
  private static final float PAIR_WEIGHT = 0.5f;

  private FeatureHashing() {}

  /** Returns the unit vector of the tokens; all zeros if there are none. */
  static float[] vector(List<String> tokens) {
    float[] vector = new float[DIMENSIONS];
    String previous = null;
    for (String token : tokens) {
      scatter(vector, token, 1);
      if (previous != null) {
        scatter(vector, previous + ' ' + token, PAIR_WEIGHT);
      }
      previous = token;
    }
    return normalized(vector);
  }

  private static void scatter(float[] vector, String feature, float weight) {
    long hash = fnv1a(feature);
    for (int probe = 0; probe < PROBES; probe++) {
      hash = mix(hash);
      int dimension = (int) Long.remainderUnsigned(hash, DIMENSIONS);
      vector[dimension] += hash < 0 ? -weight : weight;
    }
  }

  private static long fnv1a(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  /** The finalizer of SplitMix64: spreads neighbouring inputs over the whole range. */
  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  private static float[] normalized(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += value * value;
    }
    if (squares > 0) {
      float scale = (float) (1 / Math.sqrt(squares));
      for (int i = 0; i < vector.length; i++) {
        vector[i] *= scale;
      }
    }
    return vector;
  }
}
