package com.acme.memory.expansion;

import com.acme.memory.module.Arguments;
import com.acme.memory.module.Schema;
import com.acme.memory.module.Tool;
import java.util.List;
import java.util.Map;

/** The tool {@code expand_query}. */
final class ExpandTool implements Tool {

  /** As long as a query may be. */
  private static final int MOST_CHARACTERS = 2_000;

  private final QueryExpander expander;

  ExpandTool(QueryExpander expander) {
    this.expander = expander;
  }

  @Override
  public String name() {
    return "expand_query";
  }

  @Override
  public String description() {
    return "Tells which synonyms and stems a query would be expanded by.";
  }

  @Override
  public Map<String, Object> inputSchema() {
    return Schema.object(
        Map.of("query", Schema.text("What would be looked for", MOST_CHARACTERS)),
        List.of("query"));
  }

  @Override
  public Map<String, ?> call(Arguments arguments) {
    return expander.expand(arguments.text("query", MOST_CHARACTERS)).toMap();
  }
}
