package io.tallyfast.it;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls of tools in one session, as plain requests over HTTP, so that as many as a test likes are
 * on their way at once. Thread-safe.
 */
final class Calls {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final TypeRef<Map<String, Object>> OBJECT = new TypeRef<>() {};
  private static final String VERSION = "2025-06-18";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final McpJsonMapper json = McpJsonDefaults.getMapper();
  private final AtomicInteger ids = new AtomicInteger();
  private final URI url;
  private final String session;

  /** Opens a session. */
  Calls(URI url) throws IOException, InterruptedException {
    this.url = url;
    Map<String, Object> hello =
        Map.of(
            "protocolVersion", VERSION,
            "capabilities", Map.of(),
            "clientInfo", Map.of("name", "it", "version", "1"));
    HttpResponse<String> answer =
        http.send(request("initialize", hello).build(), BodyHandlers.ofString());
    session = answer.headers().firstValue("Mcp-Session-Id").orElseThrow();
    String ready = json.writeValueAsString(notification());
    http.send(post(ready).header("Mcp-Session-Id", session).build(), BodyHandlers.discarding());
  }

  private static Map<String, Object> notification() {
    return Map.of("jsonrpc", "2.0", "method", "notifications/initialized");
  }

  /** Calls a tool and waits for the reply; fails if the tool reports an error. */
  Map<String, Object> call(String tool, Map<String, Object> arguments) {
    return send(tool, arguments).join();
  }

  /** Calls a tool; the future fails if the tool reports an error. */
  CompletableFuture<Map<String, Object>> send(String tool, Map<String, Object> arguments) {
    Map<String, Object> call = Map.of("name", tool, "arguments", arguments);
    HttpRequest request = request("tools/call", call).header("Mcp-Session-Id", session).build();
    return http.sendAsync(request, BodyHandlers.ofString()).thenApply(this::reply);
  }

  /** The statistics of one module of the server. */
  Map<String, Object> statistics(String module) {
    return object(call("get_status", Map.of()).get(module));
  }

  private HttpRequest.Builder request(String method, Map<String, Object> params) {
    int id = ids.incrementAndGet();
    Map<String, Object> body =
        Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", params);
    try {
      return post(json.writeValueAsString(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpRequest.Builder post(String body) {
    return HttpRequest.newBuilder(url)
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream")
        .header("MCP-Protocol-Version", VERSION)
        .POST(BodyPublishers.ofString(body));
  }

  /** The answer is a stream with one event. */
  private Map<String, Object> reply(HttpResponse<String> response) {
    String data =
        response
            .body()
            .lines()
            .filter(line -> line.startsWith("data:"))
            .reduce((first, last) -> last)
            .orElseThrow(() -> new IllegalStateException("no reply but " + response.body()));
    Map<String, Object> result = object(parse(data.substring("data:".length())).get("result"));
    if (Boolean.TRUE.equals(result.get("isError"))) {
      throw new IllegalStateException(result.toString());
    }
    return object(result.get("structuredContent"));
  }

  private Map<String, Object> parse(String text) {
    try {
      return json.readValue(text, OBJECT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked") // The keys of JSON objects are texts.
  static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
  }
}
