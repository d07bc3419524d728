package io.tallyfast.audit;

import io.tallyfast.analysis.Site;
import io.tallyfast.judge.Auditor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;

/**
 * Audits what lies at some paths: first the headers of all classes are read, then each class is
 * analysed. One class file is in memory at a time. Used once; not thread-safe.
 */
public final class Audit {
  private final List<ClassSource> sources = new ArrayList<>();
  private final Problems problems = new Problems();
  private final ClassIndex index = new ClassIndex(problems);
  private final AuditProgress progress;

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
    walk(new Counting(index));
    Analysing analysing = new Analysing();
    walk(analysing);
    List<Site> sites = analysing.auditor.finish();
    int classes = analysing.done;
    return new AuditResult(sites, classes, problems.list(), problems.count(), index.repeated());
  }

  private void walk(ClassSink sink) {
    for (ClassSource source : sources) {
      source.walk(sink, problems);
    }
  }

  /** Passes on, and says how much has passed. */
  private final class Counting implements ClassSink {
    private final ClassSink to;
    private int seen;

    Counting(ClassSink to) {
      this.to = to;
    }

    @Override
    public void classFile(ClassFile file) {
      to.classFile(file);
      progress.classes(++seen, 0);
    }

    @Override
    public void endOfOrigin(String origin, boolean multiRelease) {
      to.endOfOrigin(origin, multiRelease);
    }
  }

  private final class Analysing implements ClassSink {
    private final Auditor auditor = new Auditor(index);
    private int done;

    @Override
    public void classFile(ClassFile file) {
      ClassReader reader = Headers.read(file, problems);
      if (reader != null && index.take(file, reader.getClassName())) {
        analyse(file);
        progress.classes(done, index.count());
      }
    }

    /** A class may be anything, and must not end the audit of the others. */
    private void analyse(ClassFile file) {
      try {
        auditor.add(file.bytes());
        done++;
      } catch (RuntimeException e) {
        problems.add(file.place(), "cannot be analysed (" + e + ")");
      } catch (StackOverflowError e) {
        problems.add(file.place(), "cannot be analysed: its code is too deeply nested");
      } catch (OutOfMemoryError e) {
        problems.add(file.place(), "cannot be analysed in this much memory; raise -Xmx");
      }
    }

    @Override
    public void endOfOrigin(String origin, boolean multiRelease) {
      // Which classes count has been decided.
    }
  }
}
