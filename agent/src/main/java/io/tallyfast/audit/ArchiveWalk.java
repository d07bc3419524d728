package io.tallyfast.audit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What all archives of one file have in common: how an entry is handed over, and how an archive
 * within an archive is walked, as a stream. Not thread-safe.
 */
final class ArchiveWalk {
  private static final int MAX_MANIFEST_BYTES = 1 << 20;

  private final ClassSink sink;
  private final Problems problems;
  private final Budget budget;

  ArchiveWalk(ClassSink sink, Problems problems, Budget budget) {
    this.sink = sink;
    this.problems = problems;
    this.budget = budget;
  }

  /** Whether an entry is to be read. Is asked once for each. */
  boolean wants(ZipEntry entry) {
    String name = entry.getName();
    if (entry.isDirectory()) {
      return false;
    }
    return EntryNames.isClass(name)
        ? sink.takesNext()
        : EntryNames.isArchive(name) || EntryNames.isManifest(name);
  }

  /**
   * Hands over what one entry holds.
   *
   * @param in its content, counted by the budget
   * @return whether it is a manifest that says that the archive is for several Java releases
   */
  boolean entry(String origin, int depth, ZipEntry entry, InputStream in) throws IOException {
    String name = entry.getName();
    String place = origin + "!/" + name;
    if (EntryNames.isManifest(name)) {
      return isMultiRelease(in);
    }
    if (EntryNames.isClass(name)) {
      classFile(origin, place, entry, in);
    } else if (depth >= Budget.MAX_DEPTH) {
      problems.add(place, "not opened: nested more than " + Budget.MAX_DEPTH + " archives deep");
    } else {
      nested(place, depth + 1, entry, in);
    }
    return false;
  }

  private void classFile(String origin, String place, ZipEntry entry, InputStream in)
      throws IOException {
    byte[] bytes = budget.read(in, entry.getSize());
    if (bytes == null) {
      problems.add(place, "larger than a class file can be expected to be");
    } else {
      sink.classFile(new ClassFile(origin, place, EntryNames.version(entry.getName()), bytes));
    }
  }

  private void nested(String origin, int depth, ZipEntry entry, InputStream in) {
    ArchiveWalk walk = new ArchiveWalk(sink, problems, budget.nested(entry.getCompressedSize()));
    try {
      if (!walk.stream(origin, depth, in)) {
        problems.add(origin, "not an archive, or an empty one");
      }
    } catch (IOException e) {
      problems.add(origin, e);
    }
  }

  /**
   * Walks an archive as a stream.
   *
   * @return whether there was any entry
   */
  @SuppressWarnings("resource") // The stream belongs to the caller.
  boolean stream(String origin, int depth, InputStream in) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    InputStream content = budget.count(zip);
    boolean any = false;
    boolean multiRelease = false;
    try {
      for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
        any = true;
        if (wants(entry)) {
          multiRelease |= entry(origin, depth, entry, content);
        }
      }
    } finally {
      sink.endOfOrigin(origin, multiRelease);
    }
    return any;
  }

  /** Reads to the next entry. What is passed over is unpacked as well, so it is counted. */
  private ZipEntry next(ZipInputStream zip) throws IOException {
    try {
      budget.count(zip).transferTo(OutputStream.nullOutputStream());
      return zip.getNextEntry();
    } catch (IllegalArgumentException e) {
      throw new IOException("an entry's name is not valid", e);
    }
  }

  private static boolean isMultiRelease(InputStream in) {
    try {
      Manifest manifest = new Manifest();
      manifest.read(new ByteArrayInputStream(in.readNBytes(MAX_MANIFEST_BYTES)));
      String value = manifest.getMainAttributes().getValue(Attributes.Name.MULTI_RELEASE);
      return "true".equalsIgnoreCase(value);
    } catch (IOException e) {
      // A JVM would not take the jar for one of several releases either.
      return false;
    }
  }
}
