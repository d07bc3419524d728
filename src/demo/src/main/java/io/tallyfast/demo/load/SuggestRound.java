package io.tallyfast.demo.load;

import io.tallyfast.demo.result.Replies;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Clients ask for suggestions, and judge each of them twice. */
final class SuggestRound implements Round {

  private static final int LIMIT = 4;
  private static final int WORDS = 3;

  private final int times;

  /** Creates a round in which each client asks so often. */
  SuggestRound(int times) {
    this.times = times;
  }

  @Override
  public Set<String> tools() {
    return Set.of(Tools.SUGGEST, Tools.RATE);
  }

  @Override
  public int calls() {
    return times * (1 + 2 * LIMIT);
  }

  @Override
  public void run(int client, Caller caller) {
    Random random = new Random(client);
    for (int i = 0; i < times; i++) {
      Map<String, Object> context = Map.of("context", Words.text(random, WORDS), "limit", LIMIT);
      Optional<Map<String, Object>> reply = caller.call(new Operation(Tools.SUGGEST, context));
      if (reply.isPresent()) {
        for (Object each : Replies.list(reply.get(), "suggestions")) {
          Object id = Replies.object(each, "a suggestion").get("suggestion");
          caller.call(rate(id, random.nextBoolean()));
          caller.call(rate(id, random.nextBoolean()));
        }
      }
    }
  }

  private static Operation rate(Object id, boolean welcome) {
    String verdict = welcome ? "accepted" : "rejected";
    return new Operation(Tools.RATE, Map.of("suggestion", id, "verdict", verdict));
  }
}
