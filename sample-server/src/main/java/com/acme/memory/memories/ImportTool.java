package com.acme.memory.memories;

import com.acme.memory.module.Arguments;
import com.acme.memory.module.Schema;
import com.acme.memory.module.Tool;
import java.util.List;
import java.util.Map;

/** The tool {@code import_memories}. */
final class ImportTool implements Tool {

  private static final int MOST = 500;

  private final Recorder recorder;

  ImportTool(Recorder recorder) {
    this.recorder = recorder;
  }

  @Override
  public String name() {
    return "import_memories";
  }

  @Override
  public String description() {
    return "Remembers many texts at once, each as store_memory would.";
  }

  @Override
  public Map<String, Object> inputSchema() {
    return Schema.object(
        Map.of(
            "contents", Schema.texts("What to remember, each text once", MOST, Limits.QUERY),
            "tags", Schema.texts("Labels of all of them", Limits.TAGS, Limits.TAG)),
        List.of("contents"));
  }

  @Override
  public Map<String, ?> call(Arguments arguments) {
    List<String> contents = arguments.texts("contents", MOST, Limits.QUERY);
    List<String> labels = arguments.texts("tags", Limits.TAGS, Limits.TAG);
    return Map.of(
        "stored", contents.stream().map(content -> recorder.store(content, labels)).toList());
  }
}
