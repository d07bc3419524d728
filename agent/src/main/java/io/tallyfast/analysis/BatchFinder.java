package io.tallyfast.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds the batches of one method. Used once; not thread-safe. */
public final class BatchFinder {
  /** Longer batches are cut; a lock should not be held for long. */
  private static final int MAX_WRITES = 64;

  private final MethodFlow flow;
  private final Region region;
  private final BatchCode code;
  private final AbstractInsnNode[] insns;

  /** Creates for a method of a class. */
  public BatchFinder(ClassNode owner, MethodFlow flow, TypeOracle types) {
    this(flow, new BatchCode(owner, flow, types, false));
  }

  private BatchFinder(MethodFlow flow, BatchCode code) {
    this.flow = flow;
    this.code = code;
    this.region = new Region(flow);
    this.insns = flow.insns();
  }

  /** Has no batch go on over an instruction from which the code may go back. */
  public void stopAt(AbstractInsnNode insn) {
    code.stopAt(insn);
  }

  /** Whether a call changes an entry. */
  public static boolean writes(MethodInsnNode call) {
    MapCall kind = MapCalls.bySignature(call.name, call.desc);
    return kind != null
        && kind != MapCall.GET
        && kind != MapCall.GET_OR_DEFAULT
        && kind != MapCall.CONTAINS;
  }

  /**
   * The batches of a method.
   *
   * @param candidates the calls that may be part of one, in the order of the code; what reads only
   *     is passed over
   */
  public List<Batch> find(List<MethodInsnNode> candidates) {
    List<Batch> batches = new ArrayList<>();
    if (flow.method().name.startsWith("<")) {
      // A constructor's map is not shared yet.
      return batches;
    }
    int from = 0;
    while (from < candidates.size()) {
      Batch batch = writes(candidates.get(from)) ? longestFrom(candidates, from) : null;
      if (batch == null) {
        from++;
      } else {
        batches.add(batch);
        from = candidates.indexOf(batch.writes().get(batch.writes().size() - 1)) + 1;
      }
    }
    return batches;
  }

  /**
   * The sites that would be part of a batch if their map, a {@code ConcurrentMap}, had a lock for
   * several entries.
   */
  public static Set<MapSite> apart(ClassNode owner, List<MapSite> sites, TypeOracle types) {
    List<MethodInsnNode> candidates = new ArrayList<>();
    for (MapSite site : sites) {
      if (MapCalls.isConcurrent(site.write().owner, types)) {
        candidates.add(site.write());
      }
    }
    Set<MapSite> apart = new HashSet<>();
    if (candidates.size() > 1) {
      MethodFlow flow = sites.get(0).flow();
      BatchFinder finder = new BatchFinder(flow, new BatchCode(owner, flow, types, true));
      List<Batch> batches = finder.find(candidates);
      for (MapSite site : sites) {
        for (Batch batch : batches) {
          if (batch.writes().contains(site.write())) {
            apart.add(site);
          }
        }
      }
    }
    return apart;
  }

  private Batch longestFrom(List<MethodInsnNode> candidates, int from) {
    MethodInsnNode write = candidates.get(from);
    int push = pushOfMap(write);
    if (push < 0) {
      return null;
    }
    Expr map = flow.at(write).args[0];
    List<MethodInsnNode> run = run(candidates, from, map);
    for (int last = run.size() - 1; last > 0; last--) {
      Batch batch = upTo(run.subList(0, last + 1), push, map);
      if (batch != null) {
        return batch;
      }
    }
    return null;
  }

  /** The writes of the same map behind a write, up to the first that is behind other code. */
  private List<MethodInsnNode> run(List<MethodInsnNode> candidates, int from, Expr map) {
    List<MethodInsnNode> run = new ArrayList<>();
    run.add(candidates.get(from));
    int at = flow.indexOf(candidates.get(from));
    Set<String> initialised = code.initialisedBefore(at);
    for (MethodInsnNode next : candidates.subList(from + 1, candidates.size())) {
      int position = flow.indexOf(next);
      if (run.size() == MAX_WRITES || !code.allPure(at, position, map, initialised)) {
        return run;
      }
      if (writes(next) && code.isOf(next, map)) {
        run.add(next);
      }
      at = position;
    }
    return run;
  }

  /** Finds the earliest start for a step that ends with the last of these writes. */
  private Batch upTo(List<MethodInsnNode> writes, int push, Expr map) {
    int first = flow.indexOf(writes.get(0));
    int last = flow.indexOf(writes.get(writes.size() - 1));
    for (int end : new int[] {region.behindStatement(last), last + 1}) {
      int start = earliestStart(region.skipMarks(push + 1), first, map);
      while (start <= first && !region.isClosed(start, end)) {
        start = region.skipMarks(start + 1);
      }
      if (start <= first && flow.control().dominators().dominates(push, start)) {
        Set<Integer> measured = code.measuredIn(start, end, map);
        return measured == null
            ? null
            : new Batch(insns[push], insns[start], insns[end], measured, List.copyOf(writes));
      }
    }
    return null;
  }

  private int earliestStart(int from, int first, Expr map) {
    int start = from;
    Set<String> initialised = code.initialisedBefore(start);
    for (int i = from; i < first; i++) {
      if (!code.isAllowed(i, map, initialised)) {
        start = region.skipMarks(i + 1);
        initialised = code.initialisedBefore(start);
      }
    }
    return start;
  }

  /** Where the map of a call is pushed; -1 when no single instruction does it. */
  private int pushOfMap(MethodInsnNode call) {
    Expr map = flow.at(call).args[0];
    int depth = flow.frame(call).getStackSize() - flow.at(call).args.length;
    for (int i = flow.indexOf(call) - 1; i >= 0; i--) {
      ExprFrame frame = flow.frame(insns[i]);
      boolean there = frame != null && frame.getStackSize() > depth && frame.getStack(depth) == map;
      if (!there) {
        ExprFrame after = flow.frame(insns[i + 1]);
        boolean pushes =
            insns[i].getOpcode() >= 0 && after.getStackSize() == depth + 1 && frame != null;
        return pushes ? i : -1;
      }
    }
    return -1;
  }

  /** Whether a method may hold a batch: two calls at least that write. */
  public static boolean mayHold(MethodNode method) {
    int writes = 0;
    for (AbstractInsnNode insn : method.instructions) {
      writes += insn instanceof MethodInsnNode call && writes(call) ? 1 : 0;
    }
    return writes > 1;
  }
}
