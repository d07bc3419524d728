package io.tallyfast.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MadeUpRepositoryTest {

  @TempDir private Path folder;

  @Test
  void isARepositoryAndSoIsItsClone() throws IOException, GitAPIException {
    Path origin = Files.createDirectory(folder.resolve("origin"));
    Path clone = Files.createDirectory(folder.resolve("clone"));

    new MadeUpRepository(origin, 3).cloneTo(clone);

    try (Git git = Git.open(clone.toFile())) {
      assertThat(git.log().call()).hasSize(3);
    }
  }
}
