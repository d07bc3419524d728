package com.acme.memory;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real MCP client over loopback, with shorthands for the tools of the server. */
final class TestClient implements AutoCloseable {

  private final McpSyncClient mcp;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  TestClient(String url) {
    URI uri = URI.create(url);
    mcp =
        McpClient.sync(
                HttpClientStreamableHttpTransport.builder(uri.resolve("/").toString())
                    .endpoint(uri.getPath())
                    .build())
            .loggingConsumer(message -> heard.add(message.data()))
            .requestTimeout(Duration.ofSeconds(30))
            .build();
    mcp.initialize();
  }

  McpSyncClient mcp() {
    return mcp;
  }

  /** Calls a tool and returns its reply; fails if the tool reports an error. */
  @SuppressWarnings("unchecked") // Every reply of this server is a JSON object.
  Map<String, Object> call(String tool, Map<String, Object> arguments) {
    CallToolResult result = result(tool, arguments);
    if (Boolean.TRUE.equals(result.isError())) {
      throw new AssertionError(text(result));
    }
    return (Map<String, Object>) result.structuredContent();
  }

  /** Calls a tool that must report an error, and returns its message. */
  String error(String tool, Map<String, Object> arguments) {
    CallToolResult result = result(tool, arguments);
    if (!Boolean.TRUE.equals(result.isError())) {
      throw new AssertionError("no error but " + text(result));
    }
    return text(result);
  }

  CallToolResult result(String tool, Map<String, Object> arguments) {
    return mcp.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
  }

  String store(String content, String... tags) {
    return (String)
        call("store_memory", Map.of("content", content, "tags", List.of(tags))).get("id");
  }

  /** Returns the messages that the server sent unasked. */
  List<String> heard() {
    return heard;
  }

  /** Returns the contents of what a query found. */
  List<String> query(Map<String, Object> arguments) {
    List<?> hits = (List<?>) call("query", arguments).get("hits");
    return hits.stream().map(hit -> (String) ((Map<?, ?>) hit).get("content")).toList();
  }

  boolean delete(String id) {
    return (boolean) call("delete_memory", Map.of("id", id)).get("deleted");
  }

  Map<String, Object> status() {
    return call("get_status", Map.of());
  }

  /** Returns the statistics of one module, or of a part of it. */
  @SuppressWarnings("unchecked") // The status is a JSON object of JSON objects.
  Map<String, Object> statistics(String... path) {
    Map<String, Object> value = status();
    for (String name : path) {
      value = (Map<String, Object>) value.get(name);
    }
    return value;
  }

  private static String text(CallToolResult result) {
    return ((TextContent) result.content().get(0)).text();
  }

  @Override
  public void close() {
    mcp.close();
  }
}
