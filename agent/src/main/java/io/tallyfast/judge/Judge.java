package io.tallyfast.judge;

import io.tallyfast.analysis.LockPaths;
import io.tallyfast.analysis.Mutation;
import io.tallyfast.analysis.Origins.Reach;
import io.tallyfast.analysis.Site;
import io.tallyfast.analysis.Site.Confidence;
import io.tallyfast.analysis.Site.Verdict;
import io.tallyfast.judge.Instances.Instance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides what becomes of each mutation, given all of them: whether one lock protects all writers
 * of the same field, or one writer spoils it for the others. Used once; not thread-safe.
 */
final class Judge {
  private static final Set<String> ONLY_CREATE =
      Set.of("default-put", "first-insert", "computeifabsent", "check-then-act");

  private final List<Mutation> mutations = new ArrayList<>();
  private final Instances instances;
  private final Writers writers;
  private final IdentityHashMap<Mutation, List<Instance>> changed = new IdentityHashMap<>();

  Judge(List<Mutation> mutations, Program program) {
    this.instances = new Instances(program);
    this.writers = new Writers(program);
    for (Mutation mutation : mutations) {
      if (mutation.counter() || program.claimOf(mutation.owned()) != null) {
        this.mutations.add(mutation);
      }
    }
  }

  List<Site> verdicts() {
    for (Mutation mutation : mutations) {
      List<Instance> all = instances.of(mutation);
      changed.put(mutation, all);
      all.forEach(writers::join);
    }
    List<Site> sites = new ArrayList<>();
    for (Mutation mutation : mutations) {
      sites.add(verdict(mutation));
    }
    return sites;
  }

  /** The uses of maps that others write to without a lock that the use holds too. */
  List<Site> uses(List<Mutation> uses) {
    Map<String, Confidence> racing = racingFields();
    List<Site> sites = new ArrayList<>();
    for (Mutation use : uses) {
      Confidence writers = racing.getOrDefault(use.owned(), Confidence.LOW);
      boolean put = use.site().idiom().equals("plain-put");
      if (writers == Confidence.LOW || put && writers != Confidence.HIGH) {
        continue;
      }
      changed.put(use, instances.of(use));
      Site site = verdict(use);
      if (site.verdict() == Verdict.UNPROTECTED || site.verdict() == Verdict.MIXED) {
        sites.add(writers == Confidence.HIGH ? site : site.with(Confidence.LOW));
      }
    }
    return sites;
  }

  /** The fields whose maps count without a lock; surely so where another update takes one. */
  private Map<String, Confidence> racingFields() {
    Map<String, Confidence> racing = new HashMap<>();
    for (Mutation mutation : mutations) {
      Site site = verdict(mutation);
      boolean loses = site.verdict() == Verdict.UNPROTECTED || site.verdict() == Verdict.MIXED;
      if (loses && site.kind() == Site.Kind.MAP && !ONLY_CREATE.contains(site.idiom())) {
        boolean sure = site.verdict() == Verdict.MIXED;
        Confidence confidence = sure ? Confidence.HIGH : site.confidence();
        racing.merge(mutation.owned(), confidence, (a, b) -> a.compareTo(b) < 0 ? a : b);
      }
    }
    return racing;
  }

  private Site verdict(Mutation mutation) {
    List<Instance> all = changed.get(mutation);
    List<Instance> open = all.stream().filter(i -> i.confined() == null).toList();
    if (open.isEmpty()) {
      return with(mutation, Verdict.CONFINED, "", all.get(0).confined(), false);
    }
    if (mutation.atomic()) {
      return with(mutation, Verdict.ATOMIC, "", "the map runs it atomically", false);
    }
    Set<String> shown = new TreeSet<>();
    Set<String> common = null;
    boolean contested = false;
    boolean bare = false;
    for (Instance instance : open) {
      Set<String> here = writers.common(instance);
      contested |=
          writers.isContested(instance)
              && (writers.isClaimed(instance) || !Writers.isDoubted(instance));
      bare |= instance.locks().isEmpty();
      common = common == null || here.isEmpty() ? here : common.isEmpty() ? common : here;
      instance.locks().forEach(lock -> shown.add(display(lock, instance)));
    }
    if (bare) {
      return with(mutation, Verdict.UNPROTECTED, "", reason(mutation, open), contested);
    }
    if (common.isEmpty()) {
      boolean sure =
          open.stream().anyMatch(i -> writers.isClaimed(i) || !writers.othersAreDoubted(i));
      Site mixed =
          with(mutation, Verdict.MIXED, String.join(", ", shown), mixedReason(open), contested);
      return sure ? mixed : mixed.with(Confidence.LOW);
    }
    return protectedBy(mutation, common, open.get(0));
  }

  private Site protectedBy(Mutation mutation, Set<String> common, Instance instance) {
    Set<String> locks = new TreeSet<>();
    common.forEach(lock -> locks.add(display(lock, instance)));
    String names = String.join(", ", locks);
    if (common.stream().allMatch(lock -> lock.endsWith(LockPaths.THREAD))) {
      boolean own = names.equals("this");
      String reason =
          own
              ? "only the one thread that this object belongs to runs this"
              : "only the one thread of " + names + " runs this";
      return with(mutation, Verdict.CONFINED, "", reason, false);
    }
    return with(mutation, Verdict.PROTECTED, names, "", false);
  }

  private String reason(Mutation mutation, List<Instance> open) {
    for (Instance instance : open) {
      if (writers.isClaimed(instance)) {
        return "the lock that @GuardedBy names is not held here";
      }
      if (!instance.doubtful().isEmpty()) {
        Set<String> locks = new TreeSet<>();
        instance.doubtful().forEach(lock -> locks.add(display(lock.substring(1), instance)));
        return String.join(", ", locks)
            + " is held by callers, which may be there for something else";
      }
    }
    return mutation.site().reason();
  }

  private String mixedReason(List<Instance> open) {
    for (Instance instance : open) {
      if (writers.breaksClaim(instance)) {
        return "the lock that @GuardedBy names is another one";
      }
    }
    return "another site does not take this lock";
  }

  private static String display(String lock, Instance instance) {
    if (!lock.startsWith("@")) {
      return LockPaths.display(lock);
    }
    if (lock.equals(Mutation.HOLDER)) {
      return "the object itself";
    }
    String owner = instance.owned().isEmpty() ? "it" : "this";
    return LockPaths.display(owner + lock.substring(1));
  }

  private Site with(
      Mutation mutation, Verdict verdict, String lock, String reason, boolean contested) {
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
        contested && !mutation.folded() ? Confidence.HIGH : confidence(mutation),
        isExternal(mutation),
        s.fingerprint());
  }

  /** High where the code itself shows that it is shared, low where nothing is known of it. */
  private Confidence confidence(Mutation mutation) {
    if (mutation.folded() || changed.get(mutation).stream().anyMatch(Writers::isDoubted)) {
      return Confidence.LOW;
    }
    Site site = mutation.site();
    boolean inMap = site.kind() == Site.Kind.MAP || site.kind() == Site.Kind.HOLDER;
    boolean shown =
        site.idiom().equals("static-field")
            || inMap && site.mapType().contains("oncurrent")
            || inMap && LockPaths.isGlobal(mutation.container())
            || site.method().startsWith("lambda$") && !mutation.owned().isEmpty();
    if (shown) {
      return Confidence.HIGH;
    }
    boolean unknown = mutation.owned().isEmpty() || mutation.reach() == Reach.PARAMETER;
    return unknown ? Confidence.LOW : weaker(site.confidence(), Confidence.MEDIUM);
  }

  private static Confidence weaker(Confidence a, Confidence b) {
    return a.compareTo(b) > 0 ? a : b;
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
