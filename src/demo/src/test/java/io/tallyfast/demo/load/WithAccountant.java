package io.tallyfast.demo.load;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.HashMap;
import java.util.Map;

/** An accountant, and replies for it to note. */
abstract class WithAccountant {

  final Accountant accountant = new Accountant();

  /** Notes a call without arguments. */
  final void note(String tool, Map<String, Object> reply) {
    accountant.note(new Operation(tool, Map.of()), result(reply));
  }

  static CallToolResult result(Map<String, Object> reply) {
    return CallToolResult.builder()
        .addTextContent("größ")
        .structuredContent(reply)
        .meta(Map.of("elapsed_micros", 9))
        .build();
  }

  final Map<String, Double> expected() {
    Map<String, Double> values = new HashMap<>();
    accountant.expected().values().forEach((path, e) -> values.put(path, e.value()));
    return values;
  }
}
