package com.acme.memory.conversations;

import com.acme.memory.module.Arguments;
import com.acme.memory.module.BadRequestException;
import com.acme.memory.module.Schema;
import com.acme.memory.module.Tool;
import java.util.List;
import java.util.Map;

/** The tool {@code add_turn}. */
final class TurnTool implements Tool {

  /** Characters of an id. */
  static final int ID = 64;

  private static final int ROLE = 16;
  private static final int TEXT = 2_000;

  private final ConversationTracker tracker;

  TurnTool(ConversationTracker tracker) {
    this.tracker = tracker;
  }

  @Override
  public String name() {
    return "add_turn";
  }

  @Override
  public String description() {
    return "Reports what was said in a conversation.";
  }

  @Override
  public Map<String, Object> inputSchema() {
    return Schema.object(
        Map.of(
            "conversation", Schema.text("The id that start_conversation returned", ID),
            "role", Schema.text("Who said it: user, assistant or system", ROLE),
            "text", Schema.text("What was said", TEXT)),
        List.of("conversation", "role", "text"));
  }

  @Override
  public Map<String, ?> call(Arguments arguments) {
    String conversation = arguments.text("conversation", ID);
    String role = arguments.text("role", ROLE);
    Turn turn = new Turn(conversation, role, arguments.text("text", TEXT));
    if (!ConversationTracker.ROLES.contains(role)) {
      throw new BadRequestException("role must be one of " + ConversationTracker.ROLES);
    }
    if (!tracker.isOpen(conversation)) {
      throw new BadRequestException("there is no open conversation " + conversation);
    }
    boolean watched = tracker.add(turn);
    return Map.of("words", turn.words(), "watched", watched);
  }
}
