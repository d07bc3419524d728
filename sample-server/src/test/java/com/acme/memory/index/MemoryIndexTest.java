package com.acme.memory.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.memory.embedding.Embedder;
import com.acme.memory.embedding.Embedding;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryIndexTest {

  private final Embedder embedder = new Embedder();
  private final MemoryIndex index = MemoryIndex.inMemory();

  @AfterEach
  void close() {
    index.close();
    embedder.close();
  }

  @Test
  void keepsAllOfAMemory() {
    Memory memory = Memory.of("Words to keep", List.of("b", "a"));
    index.add(memory, embed(memory.content()));

    assertThat(search("keep", 5)).extracting(Hit::memory).containsExactly(memory);
  }

  @Test
  void findsByMeaningWhatSharesNoWholeQuery() {
    add("completely different");

    assertThat(search("unrelated", 5)).hasSize(1);
    assertThat(search("?", 5)).isEmpty();
  }

  @Test
  void putsTheBestFirstAndStopsAtTheLimit() {
    add("tea");
    add("tea and milk and sugar and lemon");
    add("coffee and milk");

    assertThat(search("tea", 2))
        .hasSize(2)
        .first()
        .extracting(hit -> hit.memory().content())
        .isEqualTo("tea");
    assertThat(search("tea", 3))
        .isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
  }

  @Test
  void returnsTheBytesAdded() {
    Memory memory = Memory.of("größer", List.of());

    assertThat(index.add(memory, embed(memory.content()))).isEqualTo(8);
  }

  @Test
  void countsWhatIsThere() {
    assertThat(index.size()).isZero();
    Memory memory = add("one");
    assertThat(index.size()).isEqualTo(1);
    assertThat(index.delete(memory.id())).isEqualTo(1);
    assertThat(index.delete(memory.id())).isZero();
    assertThat(index.size()).isZero();
  }

  private Memory add(String content) {
    Memory memory = Memory.of(content, List.of());
    index.add(memory, embed(content));
    return memory;
  }

  private List<Hit> search(String text, int limit) {
    return index.search(text, embed(text), List.of(), limit);
  }

  private Embedding embed(String text) {
    return embedder.submit(text).join();
  }
}
