package com.acme.memory.mcp;

import com.acme.memory.module.Arguments;
import com.acme.memory.module.BadRequestException;
import com.acme.memory.module.Tool;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers a tool of the server through the MCP library. Thread-safe. */
final class ToolAdapter {

  private static final Logger log = LoggerFactory.getLogger(ToolAdapter.class);

  private final Tool tool;
  private final ToolTracker tracker;
  private final McpJsonMapper json;

  ToolAdapter(Tool tool, ToolTracker tracker, McpJsonMapper json) {
    this.tool = tool;
    this.tracker = tracker;
    this.json = json;
    tracker.register(tool.name());
  }

  SyncToolSpecification specification() {
    McpSchema.Tool declaration =
        McpSchema.Tool.builder(tool.name(), tool.inputSchema())
            .description(tool.description())
            .build();
    return SyncToolSpecification.builder()
        .tool(declaration)
        .callHandler((exchange, request) -> call(request.arguments()))
        .build();
  }

  private CallToolResult call(Map<String, Object> arguments) {
    try {
      return answer(new Arguments(arguments));
    } catch (BadRequestException e) {
      return failure(e.getMessage());
    } catch (RuntimeException | IOException e) {
      log.error("{} failed", tool.name(), e);
      return failure(tool.name() + " failed: " + e);
    }
  }

  private CallToolResult answer(Arguments arguments) throws IOException {
    long begin = System.nanoTime();
    if (tool.inputSchema().get("properties") instanceof Map<?, ?> known) {
      arguments.allow(known.keySet());
    }
    Map<String, ?> reply = tool.call(arguments);
    String text = json.writeValueAsString(reply);
    long micros = (System.nanoTime() - begin) / 1000;
    tracker.took(tool.name(), micros);
    tracker.answered(tool.name(), text.getBytes(StandardCharsets.UTF_8).length);
    return CallToolResult.builder()
        .addTextContent(text)
        .structuredContent(reply)
        .meta(Map.of("elapsed_micros", micros))
        .build();
  }

  private CallToolResult failure(String message) {
    tracker.failed(tool.name());
    return CallToolResult.builder().addTextContent(message).isError(true).build();
  }
}
