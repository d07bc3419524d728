package io.tallyfast.judge;

import io.tallyfast.analysis.Claim;
import io.tallyfast.analysis.MethodSummary;
import io.tallyfast.analysis.MethodSummary.Kind;
import io.tallyfast.analysis.Mutation;
import io.tallyfast.analysis.Pending;
import io.tallyfast.analysis.TypeOracle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts together what is spread over several methods: once all classes were seen, tells of each
 * claim about a method whether it is true. Not thread-safe.
 */
final class Resolver {
  /** So many methods that only call another may stand between a call and what it does. */
  static final int MAX_DELEGATES = 3;

  private final TypeOracle types;
  private final Map<String, List<MethodSummary>> byMember = new HashMap<>();

  private final Map<String, List<MethodSummary>> counting = new HashMap<>();

  Resolver(TypeOracle types) {
    this.types = types;
  }

  /** Takes what a method does. */
  void add(MethodSummary summary) {
    byMember.computeIfAbsent(summary.member(), name -> new ArrayList<>()).add(summary);
    if (summary.kind() == Kind.COUNTS) {
      counting.put(summary.owner(), List.of(summary));
    }
  }

  /** The methods that candidates rely on: the hashes of their names and descriptors. */
  Set<Integer> mentioned(List<Pending> candidates) {
    Set<Integer> members = new HashSet<>();
    for (Pending candidate : candidates) {
      for (Claim claim : candidate.claims()) {
        members.add(claim.member().hashCode());
      }
    }
    return members;
  }

  /** Of the methods known to only call another, the hash of that one, by their own. */
  Map<Integer, Set<Integer>> delegates() {
    Map<Integer, Set<Integer>> delegates = new HashMap<>();
    for (List<MethodSummary> summaries : byMember.values()) {
      for (MethodSummary summary : summaries) {
        if (summary.kind() == Kind.DELEGATES) {
          String called = summary.field().substring(summary.field().indexOf('.') + 1);
          delegates
              .computeIfAbsent(summary.member().hashCode(), hash -> new HashSet<>())
              .add(called.hashCode());
        }
      }
    }
    return delegates;
  }

  /** The mutation, with the field that it changes; null when a claim is not true. */
  Mutation resolve(Pending pending) {
    Mutation mutation = pending.mutation();
    String field = mutation.owned();
    for (Claim claim : pending.claims()) {
      List<MethodSummary> facts = facts(claim, MAX_DELEGATES);
      if (claim.member().isEmpty()) {
        mutation = facts.isEmpty() ? null : mutation;
      } else if (claim.kind() == Kind.COUNTS) {
        mutation = counted(mutation, facts);
      } else {
        field = agreed(field, facts);
      }
      if (mutation == null || field == null) {
        return pending.optional() ? pending.mutation() : null;
      }
    }
    return mutation.ofField(field);
  }

  /** Null when nothing counts; under the object's own lock when all that count take one. */
  private static Mutation counted(Mutation mutation, List<MethodSummary> facts) {
    if (facts.isEmpty()) {
      return null;
    }
    for (MethodSummary fact : facts) {
      if (fact.locks().isEmpty()) {
        return mutation;
      }
    }
    return mutation.under(Mutation.HOLDER);
  }

  /** The field that one of the facts and what is known already agree on; null when none. */
  private String agreed(String known, List<MethodSummary> facts) {
    for (MethodSummary fact : facts) {
      if (known.isEmpty() || isSame(known, fact.field())) {
        return fact.field();
      }
    }
    return null;
  }

  private boolean isSame(String a, String b) {
    int dotA = a.lastIndexOf('.');
    int dotB = b.lastIndexOf('.');
    return a.substring(dotA).equals(b.substring(dotB))
        && isRelated(a.substring(0, dotA), b.substring(0, dotB));
  }

  private List<MethodSummary> facts(Claim claim, int depth) {
    if (claim.member().isEmpty()) {
      return counting.getOrDefault(claim.owner(), List.of());
    }
    List<MethodSummary> facts = new ArrayList<>();
    for (MethodSummary summary : byMember.getOrDefault(claim.member(), List.of())) {
      if (!isRelated(summary.owner(), claim.owner())) {
        continue;
      }
      if (summary.kind() == Kind.DELEGATES && depth > 0) {
        facts.addAll(facts(delegate(claim, summary), depth - 1));
      } else if (isTrue(claim, summary)) {
        facts.add(summary);
      }
    }
    return facts;
  }

  /** The same claim about the method that another one only calls; its parameters may differ. */
  private static Claim delegate(Claim claim, MethodSummary summary) {
    int member = summary.field().indexOf('.');
    String owner = summary.field().substring(0, member);
    return new Claim(claim.kind(), owner, summary.field().substring(member + 1), -1, -1);
  }

  private static boolean isTrue(Claim claim, MethodSummary summary) {
    return summary.kind() == claim.kind()
        && (claim.key() == -1 || claim.key() == summary.key())
        && (claim.value() < 0 || claim.value() == summary.value());
  }

  private boolean isRelated(String a, String b) {
    return a.equals(b) || types.isSubtype(a, b) || types.isSubtype(b, a);
  }
}
