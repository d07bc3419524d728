package io.tallyfast.audit;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

/** A folder with class files and archives at any depth, in the order of their names. Stateless. */
final class FolderSource implements ClassSource {
  private static final int MAX_DEPTH = 200;

  private final Path folder;

  FolderSource(Path folder) {
    this.folder = folder;
  }

  @Override
  public void walk(ClassSink sink, Problems problems) {
    List<Path> classes = new ArrayList<>();
    List<Path> archives = new ArrayList<>();
    list(classes, archives, problems);
    for (Path file : classes) {
      classFile(file, sink, problems);
    }
    // A folder is not packed yet, and so has no manifest that would say for which releases it is.
    sink.endOfOrigin(folder.toString(), true);
    for (Path file : archives) {
      new FileSource(file, folder.toString()).walk(sink, problems);
    }
  }

  private void list(List<Path> classes, List<Path> archives, Problems problems) {
    try {
      Files.walkFileTree(
          folder,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          MAX_DEPTH,
          new Lister(classes, archives, problems));
    } catch (IOException e) {
      problems.add(folder.toString(), e);
    }
    Collections.sort(classes);
    Collections.sort(archives);
  }

  private void classFile(Path file, ClassSink sink, Problems problems) {
    if (!sink.takesNext()) {
      return;
    }
    try {
      long size = Files.size(file);
      if (size > Budget.MAX_CLASS_BYTES) {
        problems.add(file.toString(), "larger than a class file can be expected to be");
        return;
      }
      String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
      byte[] bytes = Files.readAllBytes(file);
      int version = EntryNames.version(name);
      sink.classFile(new ClassFile(folder.toString(), file.toString(), version, bytes));
    } catch (IOException e) {
      problems.add(file.toString(), e);
    }
  }

  private static final class Lister extends SimpleFileVisitor<Path> {
    private final List<Path> classes;
    private final List<Path> archives;
    private final Problems problems;

    Lister(List<Path> classes, List<Path> archives, Problems problems) {
      this.classes = classes;
      this.archives = archives;
      this.problems = problems;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = file.getFileName().toString();
      if (attributes.isRegularFile() && EntryNames.isClass(name)) {
        classes.add(file);
      } else if (attributes.isRegularFile()
          && (EntryNames.isArchive(name) || name.endsWith(".jmod"))) {
        archives.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      if (!Files.isSymbolicLink(file) || Files.exists(file)) {
        problems.add(file.toString(), e);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException e) {
      if (e != null) {
        problems.add(directory.toString(), e);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
