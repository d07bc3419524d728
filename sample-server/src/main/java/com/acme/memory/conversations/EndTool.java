package com.acme.memory.conversations;

import com.acme.memory.module.Arguments;
import com.acme.memory.module.Schema;
import com.acme.memory.module.Tool;
import java.util.List;
import java.util.Map;

/** The tool {@code end_conversation}. */
final class EndTool implements Tool {

  private final ConversationTracker tracker;

  EndTool(ConversationTracker tracker) {
    this.tracker = tracker;
  }

  @Override
  public String name() {
    return "end_conversation";
  }

  @Override
  public String description() {
    return "Ends a conversation, so that it takes no more turns.";
  }

  @Override
  public Map<String, Object> inputSchema() {
    return Schema.object(
        Map.of("conversation", Schema.text("The id that start_conversation returned", TurnTool.ID)),
        List.of("conversation"));
  }

  @Override
  public Map<String, ?> call(Arguments arguments) {
    return Map.of("ended", tracker.end(arguments.text("conversation", TurnTool.ID)));
  }
}
