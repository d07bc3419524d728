package com.acme.memory.conversations;

import com.acme.memory.module.Arguments;
import com.acme.memory.module.Schema;
import com.acme.memory.module.Tool;
import java.util.List;
import java.util.Map;

/** The tool {@code start_conversation}. */
final class StartTool implements Tool {

  private final ConversationTracker tracker;

  StartTool(ConversationTracker tracker) {
    this.tracker = tracker;
  }

  @Override
  public String name() {
    return "start_conversation";
  }

  @Override
  public String description() {
    return "Begins a conversation, whose turns are then reported with add_turn.";
  }

  @Override
  public Map<String, Object> inputSchema() {
    return Schema.object(Map.of(), List.of());
  }

  @Override
  public Map<String, ?> call(Arguments arguments) {
    return Map.of("conversation", tracker.start());
  }
}
