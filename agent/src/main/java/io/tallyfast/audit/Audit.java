package io.tallyfast.audit;

import io.tallyfast.analysis.ClassFacts;
import io.tallyfast.analysis.ClassScan;
import io.tallyfast.analysis.Site;
import io.tallyfast.judge.Auditor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Audits what lies at some paths: all classes are scanned, and some looked at again. A few class
 * files are in memory at a time. Used once; not thread-safe.
 */
public final class Audit {
  private final List<ClassSource> sources = new ArrayList<>();
  private final Problems problems = new Problems();
  private final ClassIndex index = new ClassIndex();
  private final Auditor auditor = new Auditor(index);
  private final Set<String> failed = new HashSet<>();
  private final AuditProgress progress;
  private final SmallHeap heap = new SmallHeap();
  private int done;
  private int total;

  /**
   * Creates an audit.
   *
   * @param paths class files, folders and archives, all of which exist
   */
  public Audit(List<Path> paths, AuditProgress progress) {
    this.progress = progress;
    for (Path path : paths) {
      boolean folder = Files.isDirectory(path);
      sources.add(folder ? new FolderSource(path) : new FileSource(path, path.toString()));
    }
  }

  /** Runs it. Whatever cannot be read is told in the result, and the rest is audited. */
  public AuditResult run() {
    try (Workers workers = new Workers()) {
      walk(new Scanning(workers));
      look(index.numbersOf(auditor.lockers()), auditor::locks, workers);
      look(index.numbersOf(auditor.lockCallers()), auditor::locks, workers);
      look(index.wanted(), auditor::find, workers);
      look(index.numbersOf(auditor.delegators()), auditor::delegates, workers);
      look(index.numbersOf(auditor.callers()), auditor::calls, workers);
      for (int i = 0; i < Auditor.DETAILS; i++) {
        look(index.numbersOf(auditor.mentioned()), auditor::details, workers);
      }
    }
    List<Site> sites = auditor.finish();
    int classes = index.count() - failed.size();
    return new AuditResult(sites, classes, problems.list(), problems.count(), index.repeated());
  }

  private void walk(ClassSink sink) {
    for (ClassSource source : sources) {
      source.walk(sink, problems);
    }
  }

  private void look(BitSet numbers, Function<byte[], ClassFacts> analysis, Workers workers) {
    total += numbers.cardinality();
    if (!numbers.isEmpty()) {
      walk(new Looking(numbers, analysis, workers));
      workers.finish();
      auditor.endOfLook();
    }
  }

  /** Scans all classes, and numbers them. */
  private final class Scanning implements ClassSink {
    private final Workers workers;
    private int seen;

    Scanning(Workers workers) {
      this.workers = workers;
    }

    @Override
    public boolean takesNext() {
      seen++;
      return true;
    }

    @Override
    public void classFile(ClassFile file) {
      if (ClassIndex.isOfRelease(file) && Headers.areOfAClass(file, problems)) {
        int number = seen;
        byte[] bytes = file.bytes();
        workers.give(() -> ClassScan.of(bytes), (scan, e) -> scanned(file, number, scan));
      }
      progress.classes(seen, 0);
      heap.step();
    }

    private void scanned(ClassFile file, int number, ClassScan scan) {
      if (scan == null) {
        problems.add(file.place(), "not a valid class file");
      } else {
        index.add(file, scan, number, auditor.scan(scan));
      }
    }

    @Override
    public void endOfOrigin(String origin, boolean multiRelease) {
      workers.finish();
      index.endOfOrigin(origin, multiRelease);
    }
  }

  /** Looks closer at some classes, which it knows by their numbers. */
  private final class Looking implements ClassSink {
    private final BitSet numbers;
    private final Function<byte[], ClassFacts> analysis;
    private final Workers workers;
    private int seen;

    Looking(BitSet numbers, Function<byte[], ClassFacts> analysis, Workers workers) {
      this.numbers = numbers;
      this.analysis = analysis;
      this.workers = workers;
    }

    @Override
    public boolean takesNext() {
      return numbers.get(++seen);
    }

    @Override
    public void classFile(ClassFile file) {
      byte[] bytes = file.bytes();
      String place = file.place();
      workers.give(() -> analysis.apply(bytes), (facts, e) -> looked(place, facts, e));
    }

    /** A class may be anything, and must not end the audit of the others. */
    private void looked(String place, ClassFacts facts, Throwable e) {
      progress.classes(++done, total);
      heap.step();
      if (e == null) {
        auditor.add(facts);
        for (String skipped : facts.skipped()) {
          int reason = skipped.lastIndexOf(": ");
          String method = place + ", method " + skipped.substring(0, reason);
          problems.add(
              method, "not analysed, so a site in it is not seen" + skipped.substring(reason));
        }
        return;
      }
      failed.add(place);
      if (e instanceof StackOverflowError) {
        problems.add(place, "cannot be analysed: its code is too deeply nested");
      } else if (e instanceof OutOfMemoryError) {
        problems.add(place, "cannot be analysed in this much memory; raise -Xmx");
      } else {
        problems.add(place, "cannot be analysed (" + e + ")");
      }
    }

    @Override
    public void endOfOrigin(String origin, boolean multiRelease) {
      // Which classes count has been decided.
    }
  }
}
