package com.acme.memory.files;

import com.acme.memory.module.Arguments;
import com.acme.memory.module.Schema;
import com.acme.memory.module.Tool;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A tool whose only argument is a folder: {@code watch_folder} and its relatives. */
final class FolderTool implements Tool {

  private final String name;
  private final String description;
  private final Function<Path, Map<String, Object>> work;

  FolderTool(String name, String description, Function<Path, Map<String, Object>> work) {
    this.name = name;
    this.description = description;
    this.work = work;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public Map<String, Object> inputSchema() {
    return Schema.object(
        Map.of("folder", Schema.text("A folder of this machine", Arguments.MOST_PATH)),
        List.of("folder"));
  }

  @Override
  public Map<String, ?> call(Arguments arguments) {
    return work.apply(arguments.folder("folder"));
  }
}
