package com.acme.memory.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.memory.embedding.Embedder;
import com.acme.memory.index.MemoryIndex;
import com.acme.memory.memories.MemoryService;
import com.acme.memory.memories.Recorder;
import com.acme.memory.module.Arguments;
import com.acme.memory.module.BadRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.diff.DiffEntry.ChangeType;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitIndexerTest {

  @TempDir private Path folder;
  private final Embedder embedder = new Embedder();
  private final MemoryIndex index = MemoryIndex.inMemory();
  private final GitIndexer indexer =
      new GitIndexer(new Recorder(new MemoryService(embedder, index), List.of()));

  @AfterEach
  void close() {
    indexer.close();
    embedder.close();
    index.close();
  }

  @Test
  void remembersWhoDidWhatWhere() throws IOException, GitAPIException {
    try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
      commit(git, "Ann", 5, "Begin", "a.txt");

      assertThat(indexer.index(folder))
          .singleElement()
          .satisfies(
              each -> {
                assertThat(each.commit().content()).isEqualTo("Ann: Begin\na.txt");
                assertThat(each.commit().tags()).containsExactly("commit", "Ann");
                assertThat(each.commit().time()).isEqualTo(Instant.ofEpochSecond(5));
              });
      assertThat(index.size()).isEqualTo(1);
    }
  }

  @Test
  void remembersEachCommitOnce() throws IOException, GitAPIException {
    try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
      assertThat(indexer.index(folder)).isEmpty();
      commit(git, "Ann", 1, "One", "a");
      commit(git, "Ben", 2, "Two", "b");
      assertThat(messages()).containsExactly("Two", "One");
      assertThat(messages()).isEmpty();
      commit(git, "Ann", 3, "Three", "a");
      assertThat(messages()).containsExactly("Three");
    }
  }

  @Test
  void tellsAndCountsWhatItFound() throws IOException, GitAPIException {
    try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
      commit(git, "Ann", 1, "One", "a", "b");
      commit(git, "Ben", 9, "Two", "a");
      commit(git, "Ann", 3, "Three", "c");

      assertThat(call(folder).get("commits"))
          .isEqualTo(
              List.of(
                  Map.of("author", "Ann", "time", 3L, "changes", Map.of("ADD", 1)),
                  Map.of("author", "Ben", "time", 9L, "changes", Map.of("MODIFY", 1)),
                  Map.of("author", "Ann", "time", 1L, "changes", Map.of("ADD", 2))));
    }
    Map<ChangeType, Integer> changes =
        new EnumMap<>(Map.of(ChangeType.ADD, 3, ChangeType.MODIFY, 1));
    assertThat(indexer.statistics())
        .isEqualTo(
            Map.of(
                "stats", Map.of("commits_indexed", 3L, "files", 4L, "latest", 9L),
                "authors", Map.of("Ann", 2, "Ben", 1),
                "changes", changes,
                "repositories", Map.of(folder.getFileName().toString(), Map.of("commits", 3))));
  }

  @Test
  void refusesAFolderWithoutARepository() {
    assertThatThrownBy(() -> call(folder))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("there is no Git repository in");
  }

  private List<String> messages() {
    return indexer.index(folder).stream().map(each -> each.commit().message()).toList();
  }

  private Map<String, ?> call(Path where) {
    return new IndexTool(indexer).call(new Arguments(Map.of("folder", where.toString())));
  }

  private void commit(Git git, String author, int second, String message, String... files)
      throws IOException, GitAPIException {
    for (String file : files) {
      Files.writeString(folder.resolve(file), message);
      git.add().addFilepattern(file).call();
    }
    PersonIdent who =
        new PersonIdent(author, author, Instant.ofEpochSecond(second), ZoneOffset.UTC);
    git.commit().setAuthor(who).setCommitter(who).setMessage(message).setSign(false).call();
  }
}
