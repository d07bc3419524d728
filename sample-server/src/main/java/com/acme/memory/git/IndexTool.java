package com.acme.memory.git;

import com.acme.memory.git.GitIndexer.Indexed;
import com.acme.memory.module.FolderTool;
import java.util.List;
import java.util.Map;

/** The tool {@code index_repository}. */
final class IndexTool extends FolderTool {

  IndexTool(GitIndexer indexer) {
    super(
        "index_repository",
        "Remembers the commits of a Git repository that are new since the last call.",
        "The working folder of a repository",
        folder -> reply(indexer.index(folder)));
  }

  private static Map<String, ?> reply(List<Indexed> indexed) {
    return Map.of(
        "commits", indexed.stream().map(each -> each.commit().toMap()).toList(),
        "stored", indexed.stream().map(Indexed::stored).toList());
  }
}
