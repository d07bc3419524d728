package com.acme.memory.suggestions;

import com.acme.memory.module.Arguments;
import com.acme.memory.module.Schema;
import com.acme.memory.module.Tool;
import java.util.List;
import java.util.Map;

/** The tool {@code pushed_suggestions}. */
final class PushedTool implements Tool {

  private static final int ID = 64;

  private final ProactiveSuggester suggester;

  PushedTool(ProactiveSuggester suggester) {
    this.suggester = suggester;
  }

  @Override
  public String name() {
    return "pushed_suggestions";
  }

  @Override
  public String description() {
    return "Returns what was suggested unasked in a conversation, for clients that do not listen.";
  }

  @Override
  public Map<String, Object> inputSchema() {
    return Schema.object(
        Map.of("conversation", Schema.text("The id that start_conversation returned", ID)),
        List.of("conversation"));
  }

  @Override
  public Map<String, ?> call(Arguments arguments) {
    return suggester.pushed(arguments.text("conversation", ID));
  }
}
