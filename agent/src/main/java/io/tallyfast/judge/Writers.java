package io.tallyfast.judge;

import io.tallyfast.judge.Instances.Instance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who else changes what an instance is, and under which locks. Not thread-safe. */
final class Writers {
  private final Program program;
  private final Map<String, List<Instance>> byField = new HashMap<>();

  /** By field: who else changes it. Asked for only when all have joined. */
  private final Map<String, List<Instance>> others = new HashMap<>();

  /** Likewise, for what is held by the field. */
  private final Map<String, List<Instance>> heldOthers = new HashMap<>();

  Writers(Program program) {
    this.program = program;
  }

  /** What changes the same field, whichever class of a hierarchy names it, is judged together. */
  void join(Instance instance) {
    if (!instance.owned().isEmpty() && instance.confined() == null) {
      byField.computeIfAbsent(field(instance), name -> new ArrayList<>()).add(instance);
    }
  }

  private static String field(Instance instance) {
    return instance.owned().substring(instance.owned().lastIndexOf('.') + 1);
  }

  /** The locks that all who change the same thing hold. */
  Set<String> common(Instance instance) {
    Set<String> common = new HashSet<>(instance.locks());
    for (Instance other : othersOf(instance)) {
      common.retainAll(other.locks());
    }
    if (breaksClaim(instance)) {
      common.clear();
    }
    return common;
  }

  private List<Instance> othersOf(Instance instance) {
    if (instance.owned().isEmpty()) {
      return List.of();
    }
    Map<String, List<Instance>> known = instance.held() ? heldOthers : others;
    List<Instance> same = known.get(instance.owned());
    if (same == null) {
      same = findOthersOf(instance);
      known.put(instance.owned(), same);
    }
    return same;
  }

  private List<Instance> findOthersOf(Instance instance) {
    String owner = ownerOf(instance);
    List<Instance> same = new ArrayList<>();
    for (Instance other : byField.getOrDefault(field(instance), List.of())) {
      boolean sameKind = other.held() == instance.held();
      if (sameKind && (ownerOf(other).equals(owner) || program.areKin(ownerOf(other), owner))) {
        same.add(other);
      }
    }
    return same;
  }

  private static String ownerOf(Instance instance) {
    return instance.owned().substring(0, instance.owned().lastIndexOf('.'));
  }

  /** Whether an annotation names a lock for the field that is not held. */
  boolean breaksClaim(Instance instance) {
    Set<String> claimed = program.claimOf(instance.owned());
    return claimed != null && !Instances.holds(instance, claimed);
  }

  /**
   * Whether somebody who wrote a class that changes this thought that it needs a lock. Callers that
   * others wrote may hold theirs for something else, or for one object of many.
   */
  boolean isContested(Instance instance) {
    for (Instance other : othersOf(instance)) {
      if (other.own()) {
        return true;
      }
    }
    return isClaimed(instance);
  }

  boolean isClaimed(Instance instance) {
    return program.claimOf(instance.owned()) != null;
  }

  /**
   * Whether nothing but locks of callers, which may be others, keeps a mutation from being safe.
   */
  static boolean isDoubted(Instance instance) {
    return instance.locks().isEmpty() && !instance.doubtful().isEmpty();
  }

  /** Whether all that ignore the locks of an instance may hold them: their callers hold some. */
  boolean othersAreDoubted(Instance instance) {
    for (Instance other : othersOf(instance)) {
      boolean ignores = Collections.disjoint(other.locks(), instance.locks());
      if (ignores && !isDoubted(other)) {
        return false;
      }
    }
    return true;
  }
}
