package io.tallyfast.demo.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Each client has a clone of one repository indexed. */
final class GitRound implements Round {

  private final Workspace workspace;
  private final MadeUpRepository repository;

  GitRound(Workspace workspace, MadeUpRepository repository) {
    this.workspace = workspace;
    this.repository = repository;
  }

  @Override
  public Set<String> tools() {
    return Set.of(Tools.INDEX);
  }

  @Override
  public int calls() {
    return 1;
  }

  @Override
  public void run(int client, Caller caller) throws IOException {
    Path clone = workspace.folder("repository-" + client);
    repository.cloneTo(clone);
    caller.call(new Operation(Tools.INDEX, Map.of("folder", clone.toString())));
  }
}
