package io.tallyfast.demo.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Clients report what was said before: in conversations of their own, and in a shared one. */
final class TalkRound implements Round {

  private static final List<String> ROLES = List.of("user", "assistant", "system");
  private static final int MOST_WORDS = 4;

  private final String shared;
  private final int lines;

  /** Creates a round with transcripts of so many lines. */
  TalkRound(String shared, int lines) {
    this.shared = shared;
    this.lines = lines;
  }

  @Override
  public Set<String> tools() {
    return Set.of(Tools.START, Tools.TRANSCRIPT);
  }

  @Override
  public int calls() {
    return 3;
  }

  @Override
  public void run(int client, Caller caller) {
    Random random = new Random(client);
    caller.call(transcript(random, shared));
    caller
        .call(new Operation(Tools.START, Map.of()))
        .map(reply -> (String) reply.get("conversation"))
        .ifPresent(own -> caller.call(transcript(random, own)));
  }

  private Operation transcript(Random random, String conversation) {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      String text = Words.text(random, 1 + random.nextInt(MOST_WORDS));
      said.add(ROLES.get(random.nextInt(ROLES.size())) + ": " + text);
    }
    return new Operation(
        Tools.TRANSCRIPT,
        Map.of("conversation", conversation, "transcript", String.join("\n", said)));
  }
}
