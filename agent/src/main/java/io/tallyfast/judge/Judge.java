package io.tallyfast.judge;

import io.tallyfast.analysis.Mutation;
import io.tallyfast.analysis.Origins.Reach;
import io.tallyfast.analysis.Site;
import io.tallyfast.analysis.Site.Confidence;
import io.tallyfast.analysis.Site.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides what becomes of each mutation, given all of them: whether one lock protects all writers
 * of the same field, or one writer spoils it for the others. Used once; not thread-safe.
 */
final class Judge {
  private final List<Mutation> mutations;
  private final CallGraph calls;
  private final Map<Mutation, Set<String>> held = new HashMap<>();
  private final Map<Mutation, String> confined = new HashMap<>();
  private final Map<String, List<Mutation>> byField = new HashMap<>();

  Judge(List<Mutation> mutations, CallGraph calls) {
    this.mutations = new ArrayList<>();
    this.calls = calls;
    for (Mutation mutation : mutations) {
      if (mutation.counter()) {
        this.mutations.add(mutation);
      }
    }
  }

  List<Site> verdicts() {
    for (Mutation mutation : mutations) {
      look(mutation);
    }
    List<Site> sites = new ArrayList<>();
    for (Mutation mutation : mutations) {
      sites.add(verdict(mutation));
    }
    return sites;
  }

  private void look(Mutation mutation) {
    String type = mutation.site().className().replace('.', '/');
    CallGraph.Entry entry = calls.entryOf(type, mutation.member());
    String reason = confinement(mutation, type, entry);
    if (reason != null) {
      confined.put(mutation, reason);
      return;
    }
    Set<String> locks = new HashSet<>(mutation.locks());
    locks.addAll(entry.locks());
    held.put(mutation, locks);
    if (!mutation.owned().isEmpty() && !mutation.atomic()) {
      byField.computeIfAbsent(mutation.owned(), name -> new ArrayList<>()).add(mutation);
    }
  }

  private String confinement(Mutation mutation, String type, CallGraph.Entry entry) {
    return switch (mutation.reach()) {
      case FRESH -> "it is made here, and nobody else knows of it yet";
      case THREAD_LOCAL -> "it is kept per thread";
      case PARAMETER ->
          calls.isAlwaysFresh(type, mutation.member(), mutation.parameter())
              ? "every caller passes one that nobody else knows of"
              : null;
      case SHARED ->
          entry.constructionOnly() && !mutation.owned().isEmpty()
              ? "only constructors call this"
              : null;
    };
  }

  private Site verdict(Mutation mutation) {
    if (confined.containsKey(mutation)) {
      return with(mutation, Verdict.CONFINED, "", confined.get(mutation));
    }
    Set<String> locks = held.get(mutation);
    if (mutation.atomic()) {
      return with(mutation, Verdict.ATOMIC, "", "the map runs it atomically");
    }
    if (locks.isEmpty()) {
      return with(mutation, Verdict.UNPROTECTED, "", mutation.site().reason());
    }
    String names = String.join(", ", new TreeSet<>(locks));
    Set<String> common = common(mutation, locks);
    if (!common.isEmpty()) {
      return with(mutation, Verdict.PROTECTED, String.join(", ", new TreeSet<>(common)), "");
    }
    return with(mutation, Verdict.MIXED, names, "another site does not take this lock");
  }

  private Set<String> common(Mutation mutation, Set<String> locks) {
    Set<String> common = new HashSet<>(locks);
    for (Mutation other : byField.getOrDefault(mutation.owned(), List.of())) {
      common.retainAll(held.get(other));
    }
    return common;
  }

  private static Site with(Mutation mutation, Verdict verdict, String lock, String reason) {
    Site s = mutation.site();
    return new Site(
        s.className(),
        s.method(),
        s.descriptor(),
        s.file(),
        s.line(),
        s.idiom(),
        s.kind(),
        s.map(),
        s.mapType(),
        s.key(),
        s.delta(),
        verdict,
        lock,
        reason,
        confidence(mutation),
        isExternal(mutation),
        s.fingerprint());
  }

  /** High where the code itself shows that it is shared, low where nothing is known of it. */
  private static Confidence confidence(Mutation mutation) {
    String idiom = mutation.site().idiom();
    boolean shown =
        idiom.equals("static-field")
            || idiom.equals("volatile-field")
            || mutation.site().mapType().contains("oncurrent")
            || mutation.site().method().startsWith("lambda$") && !mutation.owned().isEmpty();
    if (shown) {
      return Confidence.HIGH;
    }
    return mutation.owned().isEmpty() || mutation.reach() == Reach.PARAMETER
        ? Confidence.LOW
        : Confidence.MEDIUM;
  }

  /** Whether the field belongs to a class that is not of the same nest. */
  private static boolean isExternal(Mutation mutation) {
    int dot = mutation.owned().lastIndexOf('.');
    if (dot < 0) {
      return false;
    }
    String owner = mutation.owned().substring(0, dot);
    return !nest(owner).equals(nest(mutation.site().className().replace('.', '/')));
  }

  private static String nest(String type) {
    int inner = type.indexOf('$');
    return inner < 0 ? type : type.substring(0, inner);
  }
}
