package io.tallyfast.demo.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;

/** A Git repository without a checkout, whose commits add, change and delete many files each. */
final class MadeUpRepository {

  private static final List<String> AUTHORS = List.of("Ann", "Ben", "Cleo", "Dan");
  private static final int FILES = 60;

  private final Path folder;

  /** Creates it, with so many commits, in an empty folder. */
  MadeUpRepository(Path folder, int commits) throws IOException {
    this.folder = folder;
    try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
      ObjectId last = null;
      for (int i = 0; i < commits; i++) {
        last = commit(git.getRepository(), last, i);
      }
      point(git.getRepository(), last);
    } catch (GitAPIException e) {
      throw new IOException("the repository in " + folder + " could not be made", e);
    }
  }

  /** Commits {@code number} has half of the files more than its parent, or less, and others. */
  private static ObjectId commit(Repository repository, ObjectId parent, int number)
      throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      Random random = new Random(number);
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(tree(inserter, number));
      String author = AUTHORS.get(random.nextInt(AUTHORS.size()));
      PersonIdent who =
          new PersonIdent(author, author, Instant.ofEpochSecond(number + 1L), ZoneOffset.UTC);
      commit.setAuthor(who);
      commit.setCommitter(who);
      commit.setMessage(Words.text(random, 4));
      if (parent != null) {
        commit.setParentId(parent);
      }
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      return id;
    }
  }

  private static ObjectId tree(ObjectInserter inserter, int number) throws IOException {
    byte[] text = ("text " + number).getBytes(StandardCharsets.UTF_8);
    ObjectId blob = inserter.insert(Constants.OBJ_BLOB, text);
    DirCache files = DirCache.newInCore();
    DirCacheBuilder builder = files.builder();
    for (int file = 0; file < (number % 2 == 0 ? FILES : FILES / 2); file++) {
      DirCacheEntry entry = new DirCacheEntry("file" + file);
      entry.setFileMode(FileMode.REGULAR_FILE);
      entry.setObjectId(blob);
      builder.add(entry);
    }
    builder.finish();
    return files.writeTree(inserter);
  }

  private static void point(Repository repository, ObjectId commit) throws IOException {
    RefUpdate head = repository.updateRef(Constants.HEAD);
    head.setNewObjectId(commit);
    if (head.forceUpdate() != RefUpdate.Result.NEW) {
      throw new IOException("HEAD could not be set: " + head.getResult());
    }
  }

  /** Copies it, with everything it has, into an empty folder. */
  void cloneTo(Path target) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.filter(file -> !file.equals(folder)).toList();
    }
    for (Path each : all) {
      Files.copy(each, target.resolve(folder.relativize(each).toString()));
    }
  }
}
