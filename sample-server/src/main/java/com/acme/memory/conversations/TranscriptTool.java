package com.acme.memory.conversations;

import com.acme.memory.module.Arguments;
import com.acme.memory.module.BadRequestException;
import com.acme.memory.module.Schema;
import com.acme.memory.module.Tool;
import java.util.List;
import java.util.Map;

/** The tool {@code import_transcript}. */
final class TranscriptTool implements Tool {

  private static final int MOST = 65_536;

  private final ConversationTracker tracker;

  TranscriptTool(ConversationTracker tracker) {
    this.tracker = tracker;
  }

  @Override
  public String name() {
    return "import_transcript";
  }

  @Override
  public String description() {
    return "Reports many turns of a conversation at once.";
  }

  @Override
  public Map<String, Object> inputSchema() {
    return Schema.object(
        Map.of(
            "conversation",
            Schema.text("The id that start_conversation returned", TurnTool.ID),
            "transcript",
            Schema.text("A turn in each line, as user: hello", MOST)),
        List.of("conversation", "transcript"));
  }

  @Override
  public Map<String, ?> call(Arguments arguments) {
    String conversation = arguments.text("conversation", TurnTool.ID);
    // All lines are read before the first one counts.
    List<Turn> turns =
        arguments
            .text("transcript", MOST)
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> turn(conversation, line))
            .toList();
    if (!tracker.isOpen(conversation)) {
      throw new BadRequestException("there is no open conversation " + conversation);
    }
    long watched = turns.stream().filter(tracker::add).count();
    return Map.of("turns", turns.size(), "watched", watched);
  }

  private static Turn turn(String conversation, String line) {
    int colon = line.indexOf(':');
    String role = line.substring(0, Math.max(0, colon));
    if (!ConversationTracker.ROLES.contains(role) || line.substring(colon + 1).isBlank()) {
      throw new BadRequestException(
          "each line must have one of " + ConversationTracker.ROLES + ", a colon and a text");
    }
    return new Turn(conversation, role, line.substring(colon + 1));
  }
}
