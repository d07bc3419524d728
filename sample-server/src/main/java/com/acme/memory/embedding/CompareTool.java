package com.acme.memory.embedding;

import com.acme.memory.module.Arguments;
import com.acme.memory.module.Schema;
import com.acme.memory.module.Tool;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The tool {@code compare_texts}. */
final class CompareTool implements Tool {

  private static final int MOST = 200;
  private static final int CHARACTERS = 2_000;

  private final Embedder embedder;

  CompareTool(Embedder embedder) {
    this.embedder = embedder;
  }

  @Override
  public String name() {
    return "compare_texts";
  }

  @Override
  public String description() {
    return "Tells how close texts are to the first of them in meaning, from -1 to 1.";
  }

  @Override
  public Map<String, Object> inputSchema() {
    return Schema.object(
        Map.of("texts", Schema.texts("What to compare, each text once", MOST, CHARACTERS)),
        List.of("texts"));
  }

  @Override
  public Map<String, ?> call(Arguments arguments) {
    List<CompletableFuture<Embedding>> submitted =
        arguments.texts("texts", MOST, CHARACTERS).stream().map(embedder::submit).toList();
    List<Embedding> embeddings = submitted.stream().map(CompletableFuture::join).toList();
    return Map.of(
        "closeness", embeddings.stream().map(each -> product(embeddings.get(0), each)).toList(),
        "embedded", embeddings.stream().map(CompareTool::toMap).toList());
  }

  private static Map<String, Object> toMap(Embedding embedding) {
    return Map.of("tokens", embedding.tokens(), "embed_micros", embedding.micros());
  }

  private static double product(Embedding one, Embedding other) {
    double sum = 0;
    for (int i = 0; i < Embedder.DIMENSIONS; i++) {
      sum += one.vector()[i] * other.vector()[i];
    }
    return sum;
  }
}
