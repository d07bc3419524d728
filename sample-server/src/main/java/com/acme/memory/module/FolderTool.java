package com.acme.memory.module;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A tool whose only argument is a folder, as {@code scan_changes} is. Thread-safe if its work is.
 */
public class FolderTool implements Tool {

  private final String name;
  private final String description;
  private final String folder;
  private final Function<Path, ? extends Map<String, ?>> work;

  /** Creates a tool that is called as {@code name}, with any folder. */
  public FolderTool(
      String name, String description, Function<Path, ? extends Map<String, ?>> work) {
    this(name, description, "A folder of this machine", work);
  }

  /**
   * Creates a tool.
   *
   * @param name by which it is called
   * @param description of what it does
   * @param folder of what the folder is
   * @param work what it does with a folder, and replies
   */
  public FolderTool(
      String name,
      String description,
      String folder,
      Function<Path, ? extends Map<String, ?>> work) {
    this.name = name;
    this.description = description;
    this.folder = folder;
    this.work = work;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String description() {
    return description;
  }

  @Override
  public final Map<String, Object> inputSchema() {
    return Schema.object(
        Map.of("folder", Schema.text(folder, Arguments.MOST_PATH)), List.of("folder"));
  }

  @Override
  public final Map<String, ?> call(Arguments arguments) {
    return work.apply(arguments.folder("folder"));
  }
}
