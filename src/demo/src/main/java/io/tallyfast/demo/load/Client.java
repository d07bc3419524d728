package io.tallyfast.demo.load;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.tallyfast.demo.result.Replies;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A connection to the server with a session of its own. For one thread at a time. */
public final class Client implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final McpSyncClient mcp;

  /** Connects to a server and opens a session. */
  public Client(URI url) {
    this(url, PATIENCE);
  }

  /** Connects to a server, whose responses are waited for so long, and opens a session. */
  public Client(URI url, Duration patience) {
    HttpClientStreamableHttpTransport transport =
        HttpClientStreamableHttpTransport.builder(url.resolve("/").toString())
            .endpoint(url.getPath())
            .build();
    mcp =
        McpClient.sync(transport).requestTimeout(patience).initializationTimeout(PATIENCE).build();
    mcp.initialize();
  }

  /** Returns the names of all tools that the server offers. */
  Set<String> tools() {
    return mcp.listTools().tools().stream().map(Tool::name).collect(Collectors.toSet());
  }

  /**
   * Calls a tool and waits for the response.
   *
   * @throws IllegalStateException if the server reports an error
   */
  public CallToolResult call(Operation operation) {
    CallToolResult result =
        mcp.callTool(
            CallToolRequest.builder(operation.tool()).arguments(operation.arguments()).build());
    if (Boolean.TRUE.equals(result.isError())) {
      throw new IllegalStateException(operation.tool() + ": " + result.content());
    }
    return result;
  }

  /** Returns the statistics of the server. */
  public Map<String, Object> status() {
    CallToolResult result = call(new Operation(Tools.STATUS, Map.of()));
    return Replies.object(result.structuredContent(), "the status");
  }

  @Override
  public void close() {
    mcp.closeGracefully();
  }
}
