package com.acme.memory.suggestions;

import com.acme.memory.conversations.Turn;
import com.acme.memory.conversations.TurnListener;
import com.acme.memory.embedding.Embedding;
import com.acme.memory.embedding.Tokenizer;
import com.acme.memory.index.Hit;
import com.acme.memory.index.Memory;
import com.acme.memory.index.MemoryIndex;
import com.acme.memory.module.Module;
import com.acme.memory.module.Tool;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Watches conversations on some threads, and sends to clients what goes with what was just said: by
 * words alone, since it looks at every turn.
 */
public final class ProactiveSuggester implements Module, TurnListener {

  private static final Embedding BY_WORDS_ONLY = new Embedding(new float[0], 0, 0);

  /** In percent of the words that were said. */
  private static final double LEAST_CONFIDENCE = 50;

  private final MemoryIndex index;
  private final Notifier notifier;
  private final Workers workers;
  private final ConcurrentMap<String, Watched> conversations = new ConcurrentHashMap<>();
  private final Totals totals = new Totals();

  /**
   * Starts to watch.
   *
   * @param threads how many look at turns; with 0 none is looked at
   */
  public ProactiveSuggester(MemoryIndex index, Notifier notifier, int threads) {
    this.index = index;
    this.notifier = notifier;
    this.workers = new Workers(threads, "suggester");
  }

  @Override
  public boolean said(Turn turn) {
    Watched watched = conversations.computeIfAbsent(turn.conversation(), id -> new Watched());
    watched.enqueued();
    boolean taken = workers.submit(() -> look(turn, watched));
    if (!taken) {
      watched.done();
    }
    return taken;
  }

  private void look(Turn turn, Watched watched) {
    try {
      analyse(turn, watched);
    } finally {
      watched.done();
    }
  }

  private void analyse(Turn turn, Watched watched) {
    totals.analysed++;
    List<Hit> best = index.search(turn.text(), BY_WORDS_ONLY, List.of(), 1);
    if (best.isEmpty() || !push(turn, best.get(0).memory(), watched)) {
      totals.suppressed++;
    }
  }

  private boolean push(Turn turn, Memory memory, Watched watched) {
    double confidence = confidence(turn.text(), memory);
    Map<String, Object> suggestion = suggestion(turn, memory, confidence);
    if (confidence < LEAST_CONFIDENCE || !watched.push(memory.id(), suggestion)) {
      return false;
    }
    totals.pushed++;
    totals.confidence += confidence;
    notifier.send(suggestion);
    return true;
  }

  /** In whole percents. */
  private static double confidence(String text, Memory memory) {
    Set<String> said = new HashSet<>(Tokenizer.tokens(text));
    Set<String> shared = new HashSet<>(said);
    shared.retainAll(Tokenizer.tokens(memory.content()));
    return said.isEmpty() ? 0 : Math.rint(100.0 * shared.size() / said.size());
  }

  private static Map<String, Object> suggestion(Turn turn, Memory memory, double confidence) {
    return Map.of(
        "conversation", turn.conversation(),
        "memory", memory.id(),
        "content", memory.content(),
        "confidence", confidence);
  }

  /** Returns what was pushed in a conversation, and how many of its turns wait. */
  Map<String, ?> pushed(String conversation) {
    Watched watched = conversations.get(conversation);
    return (watched == null ? new Watched() : watched).toMap();
  }

  @Override
  public String name() {
    return "proactive";
  }

  @Override
  public List<Tool> tools() {
    return List.of(new PushedTool(this));
  }

  @Override
  public Map<String, ?> statistics() {
    return Map.of("totals", totals);
  }

  /** Looks at the turns that wait, and ends the threads. */
  @Override
  public void close() {
    workers.close();
  }

  /** The counts, as the status shows them. */
  static final class Totals {
    public int analysed;
    public int pushed;
    public int suppressed;
    public double confidence;
  }
}
