package com.acme.memory.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.util.io.DisabledOutputStream;

/** Reads the commits of a repository. Thread-safe, because every call has a reader of its own. */
final class History {

  private final Repository repository;

  History(Repository repository) {
    this.repository = repository;
  }

  /** Returns what the current branch points to; null before the first commit. */
  ObjectId head() throws IOException {
    return repository.resolve("HEAD^{commit}");
  }

  /** Returns the commits that lead to one, newest first, without those that lead to another. */
  List<ObjectId> between(ObjectId known, ObjectId head) throws IOException {
    List<ObjectId> commits = new ArrayList<>();
    try (RevWalk walk = new RevWalk(repository)) {
      walk.markStart(walk.parseCommit(head));
      if (known != null) {
        walk.markUninteresting(walk.parseCommit(known));
      }
      for (RevCommit commit : walk) {
        commits.add(commit.copy());
      }
    }
    return commits;
  }

  Commit read(ObjectId id) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      RevCommit commit = walk.parseCommit(id);
      return new Commit(
          commit.getAuthorIdent().getName(),
          commit.getCommitterIdent().getWhenAsInstant(),
          commit.getFullMessage().strip(),
          changes(walk, commit));
    }
  }

  private List<DiffEntry> changes(RevWalk walk, RevCommit commit) throws IOException {
    try (DiffFormatter differences = new DiffFormatter(DisabledOutputStream.INSTANCE)) {
      differences.setRepository(repository);
      boolean first = commit.getParentCount() == 0;
      return differences.scan(
          first ? null : walk.parseCommit(commit.getParent(0)).getTree(), commit.getTree());
    }
  }
}
