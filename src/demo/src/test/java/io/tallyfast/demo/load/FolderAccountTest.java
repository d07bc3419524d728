package io.tallyfast.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FolderAccountTest extends WithAccountant {

  private static final Map<String, Object> STORED =
      Map.of("tokens", 3, "bytes", 200, "tags", List.of("x"), "embed_micros", 2, "store_micros", 4);

  @Test
  void notesWhatWasFoundInFolders() {
    note(
        Tools.SCAN,
        Map.of(
            "added",
            List.of("a.txt", "b"),
            "modified",
            List.of("c.txt"),
            "removed",
            List.of("d"),
            "unchanged",
            4));
    note(
        Tools.EXTRACT,
        Map.of(
            "files_parsed", 2,
            "failures", Map.of("invalid", 1),
            "kinds", Map.of("method", 2),
            "lengths", List.of(5, 9),
            "stored", List.of(STORED, STORED)));

    assertThat(expected())
        .containsEntry("changes.scans", 1.0)
        .containsEntry("changes.files.added", 2.0)
        .containsEntry("changes.files.unchanged", 4.0)
        .containsEntry("changes.kinds.txt.modified", 1.0)
        .containsEntry("changes.kinds.none.added", 1.0)
        .doesNotContainKey("changes.kinds.none.removed")
        .containsEntry("docstrings.files_parsed", 2.0)
        .containsEntry("docstrings.failures.invalid", 1.0)
        .containsEntry("docstrings.kinds.method.0", 2.0)
        .containsEntry("docstrings.stats.docstrings", 2.0)
        .containsEntry("docstrings.stats.characters", 14.0)
        .containsEntry("docstrings.stats.longest", 9.0)
        .containsEntry("stats.memories_stored", 2.0);
  }

  @Test
  void notesCommits() {
    Map<String, Object> one =
        Map.of("author", "Ann", "time", 7, "changes", Map.of("ADD", 2, "DELETE", 1));
    Map<String, Object> other = Map.of("author", "Ann", "time", 3, "changes", Map.of("ADD", 1));
    accountant.note(
        new Operation(Tools.INDEX, Map.of("folder", "/tmp/clone-3")),
        result(Map.of("commits", List.of(one, other), "stored", List.of(STORED, STORED))));

    assertThat(expected())
        .containsEntry("git.stats.commits_indexed", 2.0)
        .containsEntry("git.stats.files", 4.0)
        .containsEntry("git.stats.latest", 7.0)
        .containsEntry("git.authors.Ann", 2.0)
        .containsEntry("git.changes.ADD", 3.0)
        .containsEntry("git.repositories.clone-3.commits", 2.0)
        .containsEntry("embedder.texts_embedded", 2.0);
  }

  @Test
  void notesWhatWasDoneInAFolderThatIsWatched() {
    note(
        Tools.SETTLE,
        Map.of(
            "events", Map.of("created", 2, "modified", 3),
            "stored", List.of(STORED),
            "deleted", List.of(Map.of("deleted", true, "delete_micros", 5)),
            "skipped", 1));

    assertThat(expected())
        .containsEntry("files.events.modified", 3.0)
        .containsEntry("files.indexed", 1.0)
        .containsEntry("files.sizes.1", 1.0)
        .containsEntry("files.forgotten", 1.0)
        .containsEntry("files.skipped", 1.0)
        .containsEntry("stats.memories_deleted", 1.0)
        .containsEntry("stats.bytes_stored", 200.0);
  }
}
