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
 * Audits what lies at some paths: all classes are scanned, and some looked at again. One class file
 * is in memory at a time. Used once; not thread-safe.
 */
public final class Audit {
  private final List<ClassSource> sources = new ArrayList<>();
  private final Problems problems = new Problems();
  private final ClassIndex index = new ClassIndex();
  private final Auditor auditor = new Auditor(index);
  private final Set<String> failed = new HashSet<>();
  private final AuditProgress progress;
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
    walk(new Scanning());
    look(index.wanted(), auditor::find);
    look(index.numbersOf(auditor.callers()), auditor::calls);
    List<Site> sites = auditor.finish();
    int classes = index.count() - failed.size();
    return new AuditResult(sites, classes, problems.list(), problems.count(), index.repeated());
  }

  private void walk(ClassSink sink) {
    for (ClassSource source : sources) {
      source.walk(sink, problems);
    }
  }

  private void look(BitSet numbers, Function<byte[], ClassFacts> analysis) {
    total += numbers.cardinality();
    if (!numbers.isEmpty()) {
      walk(new Looking(numbers, analysis));
    }
  }

  /** Scans all classes, and numbers them. */
  private final class Scanning implements ClassSink {
    private int seen;

    @Override
    public boolean takesNext() {
      seen++;
      return true;
    }

    @Override
    public void classFile(ClassFile file) {
      if (ClassIndex.isOfRelease(file)) {
        ClassScan scan = Headers.scan(file, problems);
        if (scan != null) {
          index.add(file, scan, seen, auditor.scan(scan));
        }
      }
      progress.classes(seen, 0);
    }

    @Override
    public void endOfOrigin(String origin, boolean multiRelease) {
      index.endOfOrigin(origin, multiRelease);
    }
  }

  /** Looks closer at some classes, which it knows by their numbers. */
  private final class Looking implements ClassSink {
    private final BitSet numbers;
    private final Function<byte[], ClassFacts> analysis;
    private int seen;

    Looking(BitSet numbers, Function<byte[], ClassFacts> analysis) {
      this.numbers = numbers;
      this.analysis = analysis;
    }

    @Override
    public boolean takesNext() {
      return numbers.get(++seen);
    }

    /** A class may be anything, and must not end the audit of the others. */
    @Override
    public void classFile(ClassFile file) {
      progress.classes(++done, total);
      try {
        auditor.add(analysis.apply(file.bytes()));
        return;
      } catch (RuntimeException e) {
        problems.add(file.place(), "cannot be analysed (" + e + ")");
      } catch (StackOverflowError e) {
        problems.add(file.place(), "cannot be analysed: its code is too deeply nested");
      } catch (OutOfMemoryError e) {
        problems.add(file.place(), "cannot be analysed in this much memory; raise -Xmx");
      }
      failed.add(file.place());
    }

    @Override
    public void endOfOrigin(String origin, boolean multiRelease) {
      // Which classes count has been decided.
    }
  }
}
