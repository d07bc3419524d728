package io.tallyfast.agent;

import io.tallyfast.analysis.ClassFacts;
import io.tallyfast.analysis.ClassScan;
import io.tallyfast.analysis.Site;
import io.tallyfast.analysis.TypeOracle;
import io.tallyfast.judge.Auditor;
import io.tallyfast.report.LoadedFrom;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sites of the classes that really load, judged as the command line judges those of files. As a
 * class loads it is scanned, and its mutations are found; what its callers hold is looked at when a
 * report is asked for. Thread-safe. Holds names only: no class and no class loader.
 */
final class LoadedAudit {
  private final ClassSelector selector;
  private final Object judging = new Object();
  private final LoadedTypes types = new LoadedTypes();
  private final Auditor auditor = new Auditor(types);
  private final Map<String, List<LoadedFrom>> loaded = new HashMap<>();

  /**
   * Creates an audit.
   *
   * @param selector the classes to report; others are looked at too, for they may call these
   */
  LoadedAudit(ClassSelector selector) {
    this.selector = selector;
  }

  /**
   * Takes a class that loads; one of a name that is known already is only remembered.
   *
   * @return the methods that could not be analysed, each with the reason
   */
  List<String> look(
      ClassLoader loader, ProtectionDomain domain, byte[] classFile, TypeOracle typesOfLoader) {
    ClassScan scan = ClassScan.of(classFile);
    if (scan == null) {
      throw new IllegalArgumentException("not a valid class file");
    }
    boolean wanted;
    synchronized (this) {
      remember(scan.name().replace('/', '.'), from(loader, domain));
      boolean news = types.add(scan);
      wanted = news && auditor.scan(scan) || news && scan.delegates().length > 0;
    }
    if (scan.leavesLocks()) {
      ClassFacts locks = auditor.locks(classFile);
      synchronized (this) {
        auditor.add(locks);
        auditor.endOfLook();
      }
    }
    if (wanted) {
      ClassFacts facts = auditor.find(classFile, typesOfLoader);
      synchronized (this) {
        auditor.add(facts);
        auditor.endOfLook();
      }
      return facts.skipped();
    }
    return List.of();
  }

  private void remember(String name, LoadedFrom from) {
    List<LoadedFrom> known = loaded.get(name);
    if (known == null) {
      known = new ArrayList<>(1);
      loaded.put(name, known);
    }
    if (!known.contains(from)) {
      known.add(from);
    }
  }

  private static LoadedFrom from(ClassLoader loader, ProtectionDomain domain) {
    CodeSource source = domain == null ? null : domain.getCodeSource();
    boolean silent = source == null || source.getLocation() == null;
    return new LoadedFrom(name(loader), silent ? "" : source.getLocation().toString());
  }

  /** Not its {@code toString}, which may be long, and code of the application. */
  private static String name(ClassLoader loader) {
    if (loader == null) {
      return "bootstrap";
    }
    String type = loader.getClass().getName();
    String number = Integer.toHexString(System.identityHashCode(loader));
    return loader.getName() == null ? type + '@' + number : loader.getName();
  }

  /**
   * Judges the sites of all classes so far.
   *
   * @param bytecode has classes that are loaded shown again
   */
  List<Site> judge(LoadedBytecode bytecode) {
    synchronized (judging) {
      List<ClassFacts> calls = new ArrayList<>();
      // Without the lock that classes need that load meanwhile.
      for (byte[] classFile : bytecode.of(callers())) {
        calls.add(auditor.calls(classFile));
      }
      add(calls);
      for (int i = 0; i < Auditor.DETAILS; i++) {
        List<ClassFacts> details = new ArrayList<>();
        for (byte[] classFile : bytecode.of(mentioned())) {
          details.add(auditor.details(classFile));
        }
        add(details);
      }
      List<Site> sites = new ArrayList<>();
      for (Site site : finish()) {
        if (selector.wants(site.className().replace('.', '/'))) {
          sites.add(site);
        }
      }
      return sites;
    }
  }

  private synchronized Set<String> callers() {
    return dotted(auditor.callers());
  }

  private synchronized Set<String> mentioned() {
    return dotted(auditor.mentioned());
  }

  private static Set<String> dotted(Set<String> names) {
    Set<String> dotted = new HashSet<>();
    for (String name : names) {
      dotted.add(name.replace('/', '.'));
    }
    return dotted;
  }

  private synchronized void add(List<ClassFacts> all) {
    for (ClassFacts facts : all) {
      auditor.add(facts);
    }
    auditor.endOfLook();
  }

  private synchronized List<Site> finish() {
    return auditor.finish();
  }

  /** How many classes were looked at. */
  int classes() {
    return types.count();
  }

  /** Where the classes of some sites come from, by their binary names. */
  synchronized Map<String, List<LoadedFrom>> sourcesOf(List<Site> sites) {
    Map<String, List<LoadedFrom>> sources = new HashMap<>();
    for (Site site : sites) {
      sources.put(site.className(), List.copyOf(loaded.getOrDefault(site.className(), List.of())));
    }
    return sources;
  }
}
