package io.tallyfast.demo.load;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All rounds of a load, in their order. The sizes of those beside the mixture are for 16 clients
 * and 3,000 requests, and go along with what the clients are asked for. Immutable.
 *
 * @param early while little is stored, and memories are pruned
 * @param late when nothing is pruned any more
 */
record Rounds(List<Round> early, List<Round> late) {

  private static final int USUAL_REQUESTS = 2_000;
  private static final int USUAL_CLIENTS = 16;
  private static final int MANY = 200;
  private static final int FEW_WORDS = 4;
  private static final int FAR = 1_000_000;
  private static final int HITS = 50;

  /** Returns those rounds that the server has all tools for. */
  static Rounds of(Background background, Workspace workspace, int clients, int requests)
      throws IOException {
    Size size = new Size(clients, requests);
    Set<String> offered = background.tools();
    String shared = background.conversation();
    // What comes first meets code that is not compiled yet: it is slow, and threads meet in it.
    List<Round> early =
        List.of(
            prune(size.of(60)),
            rate(size.of(60)),
            new TalkRound(shared, size.of(300)),
            new ScanRound(workspace, Math.min(10, size.of(10))),
            compare(size.of(2)),
            new Mixture(offered, shared, clients, requests));
    List<Round> late =
        List.of(
            new SuggestRound(size.of(8)),
            new SourcesRound(workspace, size.of(50)),
            new GitRound(workspace, repository(workspace, size.of(40))),
            imports(size.of(2)),
            search(size.of(15)),
            new FilesRound(workspace, Math.max(4, size.of(60))));
    return new Rounds(possible(early, offered), possible(late, offered));
  }

  private static List<Round> possible(List<Round> rounds, Set<String> offered) {
    return rounds.stream().filter(round -> offered.containsAll(round.tools())).toList();
  }

  /** Nothing is so old, so that a run has little to do. */
  private static Round prune(int times) {
    Map<String, Object> arguments = Map.of("older_than_seconds", FAR);
    return new RepeatedRound(Tools.PRUNE, times, random -> new Operation(Tools.PRUNE, arguments));
  }

  /** Nobody made these suggestions. */
  private static Round rate(int times) {
    Map<String, Object> arguments = Map.of("suggestion", "none", "verdict", "accepted");
    return new RepeatedRound(Tools.RATE, times, random -> new Operation(Tools.RATE, arguments));
  }

  private static Round compare(int times) {
    return new RepeatedRound(
        Tools.COMPARE,
        times,
        random -> new Operation(Tools.COMPARE, Map.of("texts", texts(random))));
  }

  private static Round imports(int times) {
    return new RepeatedRound(
        Tools.IMPORT,
        times,
        random ->
            new Operation(
                Tools.IMPORT, Map.of("contents", texts(random), "tags", Words.tags(random))));
  }

  private static List<String> texts(Random random) {
    return Stream.generate(() -> Words.text(random, FEW_WORDS)).limit(MANY).toList();
  }

  private static MadeUpRepository repository(Workspace workspace, int commits) throws IOException {
    return new MadeUpRepository(workspace.folder("origin"), commits);
  }

  private static Round search(int times) {
    return new RepeatedRound(
        Tools.QUERY,
        times,
        random ->
            new Operation(
                Tools.QUERY,
                Map.of("query", Words.text(random, 2), "limit", HITS, "rerank", true)));
  }

  /** Returns how many calls each client makes in all. */
  int calls() {
    return early.stream().mapToInt(Round::calls).sum() + late.stream().mapToInt(Round::calls).sum();
  }

  /** How much there is to do, in relation to what is usual. */
  private record Size(int clients, int requests) {
    int of(int usual) {
      double share = (double) requests * USUAL_CLIENTS / clients / USUAL_REQUESTS;
      return Math.max(1, (int) Math.round(usual * share));
    }
  }
}
