package io.tallyfast.demo.load;

import io.tallyfast.demo.result.Replies;
import java.util.List;
import java.util.Map;

/**
 * What follows for the modules that read folders, and store what they find. Stateless but for what
 * it expects.
 */
final class FolderAccount {

  private final Expectation expected;
  private final StoreAccount store;

  FolderAccount(Expectation expected, StoreAccount store) {
    this.expected = expected;
    this.store = store;
  }

  /** Notes that the changes of a folder were asked for. */
  void scanned(Map<String, Object> reply) {
    expected.count("changes.scans", 1);
    expected.count("changes.files.unchanged", Replies.number(reply, "unchanged"));
    for (String change : List.of("added", "modified", "removed")) {
      List<?> files = Replies.list(reply, change);
      expected.count("changes.files." + change, files.size());
      if (!change.equals("removed")) {
        files.forEach(file -> expected.count("changes.kinds." + extension(file) + "." + change, 1));
      }
    }
  }

  private static String extension(Object file) {
    String name = file.toString();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "none" : name.substring(dot + 1);
  }

  /** Notes that the docstrings of a folder were read. */
  void extracted(Map<String, Object> reply) {
    expected.count("docstrings.files_parsed", Replies.number(reply, "files_parsed"));
    each(reply, "failures", "docstrings.failures.", "");
    each(reply, "kinds", "docstrings.kinds.", ".0");
    for (Object length : Replies.list(reply, "lengths")) {
      double characters = ((Number) length).doubleValue();
      expected.count("docstrings.stats.docstrings", 1);
      expected.amount("docstrings.stats.characters", characters);
      expected.record("docstrings.stats.longest", characters);
    }
    store.allStored(reply);
  }

  /** Notes the new commits of a repository. */
  void indexed(String folder, Map<String, Object> reply) {
    String repository = folder.substring(folder.lastIndexOf('/') + 1);
    for (Object each : Replies.list(reply, "commits")) {
      Map<String, Object> commit = Replies.object(each, "a commit");
      expected.count("git.stats.commits_indexed", 1);
      expected.count("git.authors." + commit.get("author"), 1);
      expected.count("git.repositories." + repository + ".commits", 1);
      expected.record("git.stats.latest", Replies.number(commit, "time"));
      expected.count("git.stats.files", each(commit, "changes", "git.changes.", ""));
    }
    store.allStored(reply);
  }

  /** Notes what was done in a folder that is watched. */
  void followed(Map<String, Object> news) {
    each(news, "events", "files.events.", "");
    expected.count("files.skipped", Replies.number(news, "skipped"));
    for (Object each : Replies.list(news, "stored")) {
      double bytes = Replies.number(Replies.object(each, "what was stored"), "bytes");
      expected.count("files.indexed", 1);
      expected.count(
          "files.sizes." + (bytes < 100 ? 0 : bytes < 1_000 ? 1 : bytes < 10_000 ? 2 : 3), 1);
    }
    for (Object each : Replies.list(news, "deleted")) {
      expected.count("files.forgotten", 1);
      store.deleted(Replies.object(each, "what was deleted"));
    }
    store.allStored(news);
  }

  /** Notes a count for each name in a part of the reply; returns their sum. */
  private double each(Map<String, Object> reply, String part, String before, String behind) {
    double sum = 0;
    Map<String, Object> counts = Replies.object(reply.get(part), part);
    for (String name : counts.keySet()) {
      double count = Replies.number(counts, name);
      expected.count(before + name + behind, count);
      sum += count;
    }
    return sum;
  }
}
