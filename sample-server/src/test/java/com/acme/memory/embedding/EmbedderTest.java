package com.acme.memory.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbedderTest {

  private final Embedder embedder = new Embedder();

  @AfterEach
  void close() {
    embedder.close();
  }

  @Test
  void embedsTheSameTextTheSameWay() {
    assertThat(embed("Green tea").vector()).isEqualTo(embed("green, TEA!").vector());
  }

  @Test
  void makesVectorsOfLengthOne() {
    assertThat(dot(embed("a few words more"), embed("a few words more")))
        .isEqualTo(1, within(1e-5));
    assertThat(embed("a b").vector()).hasSize(Embedder.DIMENSIONS);
  }

  @Test
  void putsSimilarTextsCloser() {
    Embedding tea = embed("how to brew green tea");

    assertThat(dot(tea, embed("brew the green tea"))).isGreaterThan(dot(tea, embed("train times")));
  }

  @Test
  void givesATextWithoutTokensNoDirection() {
    Embedding nothing = embed("?!");

    assertThat(nothing.hasDirection()).isFalse();
    assertThat(nothing.vector()).containsOnly(0);
  }

  @Test
  void countsItsWork() {
    embed("one two");
    embed("three");

    assertThat(embedder.statistics())
        .containsEntry("texts_embedded", 2L)
        .containsEntry("features_hashed", 3L);
  }

  @Test
  void refusesWorkAfterItsEnd() {
    embedder.close();

    assertThatThrownBy(() -> embedder.submit("late"))
        .isInstanceOf(RejectedExecutionException.class);
  }

  private Embedding embed(String text) {
    return embedder.submit(text).join();
  }

  private static double dot(Embedding one, Embedding other) {
    double sum = 0;
    for (int i = 0; i < one.vector().length; i++) {
      sum += one.vector()[i] * other.vector()[i];
    }
    return sum;
  }
}
