package com.acme.memory.suggestions;

import com.acme.memory.module.Arguments;
import com.acme.memory.module.BadRequestException;
import com.acme.memory.module.Schema;
import com.acme.memory.module.Tool;
import java.util.List;
import java.util.Map;

/** The tool {@code rate_suggestion}. */
final class FeedbackTool implements Tool {

  private static final int ID = 64;
  private static final int VERDICT = 16;
  private static final String WELCOME = "accepted";
  private static final String UNWELCOME = "rejected";

  private final SuggestionEngine engine;

  FeedbackTool(SuggestionEngine engine) {
    this.engine = engine;
  }

  @Override
  public String name() {
    return "rate_suggestion";
  }

  @Override
  public String description() {
    return "Says whether a suggestion was welcome. Only the first judgement of each one counts.";
  }

  @Override
  public Map<String, Object> inputSchema() {
    return Schema.object(
        Map.of(
            "suggestion", Schema.text("The id that suggest_memories returned", ID),
            "verdict", Schema.text("Either accepted or rejected", VERDICT)),
        List.of("suggestion", "verdict"));
  }

  @Override
  public Map<String, ?> call(Arguments arguments) {
    String id = arguments.text("suggestion", ID);
    String verdict = arguments.text("verdict", VERDICT);
    if (!verdict.equals(WELCOME) && !verdict.equals(UNWELCOME)) {
      throw new BadRequestException("verdict must be accepted or rejected, not " + verdict);
    }
    return Map.of("counted", engine.judge(id, verdict.equals(WELCOME)) != null);
  }
}
