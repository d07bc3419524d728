package com.acme.memory.memories;

import com.acme.memory.module.Arguments;
import com.acme.memory.module.Schema;
import com.acme.memory.module.Tool;
import java.util.List;
import java.util.Map;

/** The tool {@code store_memory}. */
final class StoreTool implements Tool {

  private final Recorder recorder;

  StoreTool(Recorder recorder) {
    this.recorder = recorder;
  }

  @Override
  public String name() {
    return "store_memory";
  }

  @Override
  public String description() {
    return "Remembers a text, so that later queries find it by its words or its meaning.";
  }

  @Override
  public Map<String, Object> inputSchema() {
    return Schema.object(
        Map.of(
            "content", Schema.text("What to remember", Limits.CONTENT),
            "tags", Schema.texts("Labels to filter queries by", Limits.TAGS, Limits.TAG)),
        List.of("content"));
  }

  @Override
  public Map<String, ?> call(Arguments arguments) {
    String content = arguments.text("content", Limits.CONTENT);
    List<String> labels = arguments.texts("tags", Limits.TAGS, Limits.TAG);
    return recorder.store(content, labels);
  }
}
