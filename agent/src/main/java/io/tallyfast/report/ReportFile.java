package io.tallyfast.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes a report into a file, either whole or not at all. Stateless. */
public final class ReportFile {
  /** Something that can be written. */
  public interface Content {
    /** Writes it; does not close what it writes to. */
    void writeTo(Writer out) throws IOException;
  }

  private ReportFile() {}

  /**
   * Writes a report in the format that the file's ending stands for. A reader sees the old file or
   * the new one, never a part of it.
   *
   * @param findings in the order to be written, those of one class together
   * @throws IOException when it could not be written; no temporary file is left behind
   * @throws IllegalArgumentException when the ending stands for no format
   */
  public static void write(Path file, Summary summary, List<Finding> findings) throws IOException {
    ReportFormat format = ReportFormat.ofFile(file.toString());
    if (format == null) {
      throw new IllegalArgumentException("no format has the ending of " + file);
    }
    write(
        file,
        new Content() {
          @Override
          public void writeTo(Writer out) throws IOException {
            show(format.writeTo(out, ReportStyle.PLAIN), summary, findings);
          }
        });
  }

  /**
   * Writes a file of any content, either whole or not at all.
   *
   * @throws IOException when it could not be written; no temporary file is left behind
   */
  public static void write(Path file, Content content) throws IOException {
    // In the same folder: a move is atomic only within one file system.
    Path target = file.toAbsolutePath();
    Path temporary = target.resolveSibling("." + target.getFileName() + "." + ownId() + ".tmp");
    try {
      // Not newBufferedWriter, which fails on half a surrogate pair; names in class files may hold
      // it.
      try (Writer out = buffered(Files.newOutputStream(temporary))) {
        content.writeTo(out);
      }
      move(temporary, target);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static Writer buffered(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
  }

  private static long ownId() {
    return ProcessHandle.current().pid();
  }

  /** Shows a report from its begin to its end. */
  public static void show(ReportVisitor report, Summary summary, List<Finding> findings)
      throws IOException {
    report.begin(summary);
    for (Finding finding : findings) {
      report.finding(finding);
    }
    report.end();
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
