package com.acme.memory.module;

import java.util.Map;

/** One tool that clients can call. Implementations are called by many threads at once. */
public interface Tool {

  /** The name that clients call; unique within the server. */
  String name();

  /** One sentence for the assistant that chooses between tools. */
  String description();

  /** The JSON schema of the arguments. */
  Map<String, Object> inputSchema();

  /**
   * Does the work.
   *
   * @return the reply, ready to be serialised as a JSON object
   * @throws BadRequestException if the arguments make no sense; its message goes to the client
   */
  Map<String, ?> call(Arguments arguments);
}
