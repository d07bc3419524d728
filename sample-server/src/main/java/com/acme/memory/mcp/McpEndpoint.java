package com.acme.memory.mcp;

import com.acme.memory.module.Module;
import com.acme.memory.module.Tool;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.DefaultServerTransportSecurityValidator;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.LoggingLevel;
import io.modelcontextprotocol.spec.McpSchema.LoggingMessageNotification;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The Model Context Protocol over HTTP: a servlet that calls the tools of all modules. */
public final class McpEndpoint implements AutoCloseable {

  /** The path of the servlet. */
  public static final String PATH = "/mcp";

  private final HttpServletStreamableServerTransportProvider transport;
  private final ToolTracker tracker = new ToolTracker();
  private McpSyncServer server;

  /** Creates the servlet, which answers once {@link #offer} was called. */
  public McpEndpoint() {
    transport =
        HttpServletStreamableServerTransportProvider.builder()
            .mcpEndpoint(PATH)
            .httpHeaderValidator(onlyThisMachine())
            .build();
  }

  /** Without this, any web page that a user visits could talk to the server by DNS rebinding. */
  private static DefaultServerTransportSecurityValidator onlyThisMachine() {
    return DefaultServerTransportSecurityValidator.builder()
        .allowedHosts(List.of("127.0.0.1:*", "localhost:*"))
        .allowedOrigins(List.of("http://127.0.0.1:*", "http://localhost:*"))
        .build();
  }

  /** Offers these tools to clients. Called once, before the servlet gets requests. */
  public void offer(List<Tool> tools) {
    McpJsonMapper json = McpJsonDefaults.getMapper();
    List<SyncToolSpecification> specifications =
        tools.stream().map(tool -> new ToolAdapter(tool, tracker, json).specification()).toList();
    server =
        McpServer.sync(transport)
            .serverInfo("memory-server", "1.0.0")
            .instructions("Remembers texts and finds them again.")
            .capabilities(ServerCapabilities.builder().tools(false).logging().build())
            // Tools run on the thread of their request, so the web server's pool is the only limit.
            .immediateExecution(true)
            // The tools check their arguments themselves, with messages that say what is wrong.
            .validateToolInputs(false)
            .tools(specifications)
            .build();
  }

  /** Sends these data as a log message to all clients that listen; the others miss it. */
  public void notifyClients(Map<String, ?> data) {
    LoggingMessageNotification message = message(data);
    transport.notifyClients(McpSchema.METHOD_NOTIFICATION_MESSAGE, message).block();
  }

  private static LoggingMessageNotification message(Map<String, ?> data) {
    try {
      String text = McpJsonDefaults.getMapper().writeValueAsString(data);
      return new LoggingMessageNotification(LoggingLevel.INFO, "suggestions", text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the module that follows the use of the tools. */
  public Module tracker() {
    return tracker;
  }

  /** Returns the servlet to mount at {@link #PATH}. */
  public Servlet servlet() {
    return transport;
  }

  /** Ends the sessions of all clients. */
  @Override
  public void close() {
    if (server != null) {
      server.closeGracefully();
    }
  }
}
