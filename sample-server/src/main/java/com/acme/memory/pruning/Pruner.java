package com.acme.memory.pruning;

import com.acme.memory.index.Memory;
import com.acme.memory.index.MemoryIndex;
import com.acme.memory.module.Module;
import com.acme.memory.module.Tool;
import com.acme.memory.usage.UseCounter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Deletes memories that are old and unused, when a client asks and on a schedule. */
public final class Pruner implements Module {

  /** How old memories must be if nobody says so. */
  public static final Duration OLD = Duration.ofDays(30);

  /** How many old memories one run looks at; the next run goes on. */
  private static final int MOST_AT_ONCE = 10_000;

  private final MemoryIndex index;
  private final UseCounter uses;
  private final PruneSchedule schedule;
  private final PruneHistory history = new PruneHistory();
  private final Map<String, Long> stats = new HashMap<>();

  /** Creates a pruner of this index, which it does not close. */
  public Pruner(MemoryIndex index, UseCounter uses) {
    this.index = index;
    this.uses = uses;
    this.schedule = new PruneSchedule(age -> prune("schedule", age, 0));
    stats.put("runs", 0L);
    stats.put("pruned", 0L);
    stats.put("kept", 0L);
    stats.put("bytes_freed", 0L);
  }

  /**
   * Deletes from now on, at this interval, memories that nobody ever found. A run that has begun is
   * waited for.
   *
   * @param interval zero for no more
   * @param age of the memories, at least
   * @throws java.util.concurrent.RejectedExecutionException after {@link #close}
   */
  public void schedule(Duration interval, Duration age) {
    schedule.every(interval, age);
  }

  /** Deletes the memories that are at least so old and were used at most so often. */
  Pruned prune(String trigger, Duration age, int mostUses) {
    Instant begin = Instant.now();
    long runs = stats.get("runs");
    List<String> ids = new ArrayList<>();
    int kept = 0;
    long bytes = 0;
    for (Memory memory : index.olderThan(begin.minus(age), MOST_AT_ONCE)) {
      if (uses.uses(memory.id()) > mostUses) {
        kept++;
      } else if (index.delete(memory.id()) > 0) {
        ids.add(memory.id());
        bytes += memory.bytes();
      }
    }
    Pruned pruned = new Pruned(begin, trigger, List.copyOf(ids), kept, bytes);
    stats.put("runs", runs + 1);
    note(pruned);
    return pruned;
  }

  private void note(Pruned run) {
    history.add(run);
    stats.put("pruned", stats.get("pruned") + run.ids().size());
    stats.put("kept", stats.get("kept") + run.kept());
    stats.put("bytes_freed", stats.get("bytes_freed") + run.bytes());
  }

  /** Returns the last runs, latest first. */
  List<Pruned> latest(int limit) {
    return history.latest(limit);
  }

  @Override
  public String name() {
    return "pruner";
  }

  @Override
  public List<Tool> tools() {
    return List.of(new PruneTool(this), new PruneHistoryTool(this), new PruneScheduleTool(this));
  }

  @Override
  public Map<String, ?> statistics() {
    return stats;
  }

  /** Lets a run that has begun end. */
  @Override
  public void close() {
    schedule.close();
  }
}
