package com.acme.memory.git;

import com.acme.memory.git.GitIndexer.Indexed;
import com.acme.memory.module.Arguments;
import com.acme.memory.module.Schema;
import com.acme.memory.module.Tool;
import java.util.List;
import java.util.Map;

/** The tool {@code index_repository}. */
final class IndexTool implements Tool {

  private final GitIndexer indexer;

  IndexTool(GitIndexer indexer) {
    this.indexer = indexer;
  }

  @Override
  public String name() {
    return "index_repository";
  }

  @Override
  public String description() {
    return "Remembers the commits of a Git repository that are new since the last call.";
  }

  @Override
  public Map<String, Object> inputSchema() {
    return Schema.object(
        Map.of("folder", Schema.text("The working folder of a repository", Arguments.MOST_PATH)),
        List.of("folder"));
  }

  @Override
  public Map<String, ?> call(Arguments arguments) {
    List<Indexed> indexed = indexer.index(arguments.folder("folder"));
    return Map.of(
        "commits", indexed.stream().map(each -> each.commit().toMap()).toList(),
        "stored", indexed.stream().map(Indexed::stored).toList());
  }
}
