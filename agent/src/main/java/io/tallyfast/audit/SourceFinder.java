package io.tallyfast.audit;

import io.tallyfast.report.SourcePaths;
import io.tallyfast.report.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Finds source files in folders and {@code -sources.jar} files. Keeps the file that was asked for
 * last, for the sites of a class are asked for together. Not thread-safe.
 */
public final class SourceFinder implements Sources, AutoCloseable {
  private static final int MAX_BYTES = 8 << 20;

  private final List<Path> folders = new ArrayList<>();
  private final List<ZipFile> jars = new ArrayList<>();
  private String lastPath = "";
  private List<String> lastLines;

  /**
   * Creates a finder.
   *
   * @param sourcePath folders and jars with sources
   * @param audited what is audited; a jar with sources beside a jar of these is used as well
   */
  public SourceFinder(List<Path> sourcePath, List<Path> audited) {
    Set<Path> all = new LinkedHashSet<>(sourcePath);
    for (Path path : audited) {
      String file = path.toString();
      if (file.endsWith(".jar")) {
        all.add(Path.of(file.substring(0, file.length() - 4) + "-sources.jar"));
      }
    }
    for (Path path : all) {
      open(path);
    }
  }

  private void open(Path path) {
    if (Files.isDirectory(path)) {
      folders.add(path);
    } else if (Files.isRegularFile(path)) {
      try {
        jars.add(new ZipFile(path.toFile()));
      } catch (IOException e) {
        // Sources are an extra: a report without them is better than none.
        return;
      }
    }
  }

  @Override
  public List<String> lines(String className, String file) {
    String path = SourcePaths.of(className, file);
    if (!path.equals(lastPath)) {
      lastPath = path;
      lastLines = read(path);
    }
    return lastLines;
  }

  private List<String> read(String path) {
    try {
      for (ZipFile jar : jars) {
        ZipEntry entry = jar.getEntry(path);
        if (entry != null) {
          try (InputStream in = jar.getInputStream(entry)) {
            return text(in.readNBytes(MAX_BYTES));
          }
        }
      }
      for (Path folder : folders) {
        Path file = folder.resolve(path).normalize();
        boolean within = file.startsWith(folder.normalize());
        if (within && Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES) {
          return text(Files.readAllBytes(file));
        }
      }
    } catch (IOException | RuntimeException e) {
      // As if there were none: a name in a class file may be no name of a file.
      return null;
    }
    return null;
  }

  private static List<String> text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).lines().toList();
  }

  @Override
  public void close() throws IOException {
    for (ZipFile jar : jars) {
      jar.close();
    }
  }
}
