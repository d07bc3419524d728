package io.tallyfast.audit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A file: a class file, or an archive of whatever kind. What it is says its content, not its name.
 * Stateless.
 */
final class FileSource implements ClassSource {
  private static final int CLASS_MAGIC = 0xCAFEBABE;
  private static final int ZIP_MAGIC = 0x504B0304;

  private final Path file;
  private final String origin;

  /**
   * Creates for a file.
   *
   * @param origin what messages call the folder or archive that its classes lie in
   */
  FileSource(Path file, String origin) {
    this.file = file;
    this.origin = origin;
  }

  @Override
  public void walk(ClassSink sink, Problems problems) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      problems.add(file.toString(), "neither a file nor a folder");
      return;
    }
    try {
      int magic = magic();
      Budget budget = new Budget(Files.size(file));
      if (magic == CLASS_MAGIC) {
        classFile(sink, problems, budget);
      } else {
        archive(magic, new ArchiveWalk(sink, problems, budget), budget, sink, problems);
      }
    } catch (IOException e) {
      problems.add(file.toString(), e);
    }
  }

  private int magic() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] begin = in.readNBytes(4);
      int magic = 0;
      for (byte b : begin) {
        magic = magic << 8 | b & 0xFF;
      }
      return begin.length < 4 ? 0 : magic;
    }
  }

  private void classFile(ClassSink sink, Problems problems, Budget budget) throws IOException {
    if (!sink.takesNext()) {
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = budget.read(in, Files.size(file));
      if (bytes == null) {
        problems.add(file.toString(), "larger than a class file can be expected to be");
      } else {
        sink.classFile(new ClassFile(origin, file.toString(), 0, bytes));
      }
    }
    sink.endOfOrigin(origin, false);
  }

  private void archive(
      int magic, ArchiveWalk walk, Budget budget, ClassSink sink, Problems problems)
      throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      entries(zip, walk, budget, sink, problems);
    } catch (LimitException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      if (magic != ZIP_MAGIC) {
        problems.add(file.toString(), "neither a class file nor an archive");
      } else {
        damaged(walk, problems, e);
      }
    }
  }

  private void entries(
      ZipFile zip, ArchiveWalk walk, Budget budget, ClassSink sink, Problems problems)
      throws LimitException {
    boolean multiRelease = false;
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      if (!walk.wants(entry)) {
        continue;
      }
      try (InputStream in = zip.getInputStream(entry)) {
        multiRelease |= walk.entry(file.toString(), 0, entry, budget.count(in));
      } catch (LimitException e) {
        throw e;
      } catch (IOException e) {
        problems.add(file + "!/" + entry.getName(), e);
      }
    }
    sink.endOfOrigin(file.toString(), multiRelease);
  }

  /** Without its directory, an archive can still be read from its begin. */
  private void damaged(ArchiveWalk walk, Problems problems, Exception why) throws LimitException {
    IOException cause = why instanceof IOException e ? e : new IOException(why.getMessage(), why);
    problems.add(file.toString(), Problems.reason(cause) + "; what could be read of it is audited");
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      walk.stream(file.toString(), 0, in);
    } catch (LimitException e) {
      throw e;
    } catch (IOException e) {
      // The end of what can be read, as has been said.
      return;
    }
  }
}
