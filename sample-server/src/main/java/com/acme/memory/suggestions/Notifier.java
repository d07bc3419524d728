package com.acme.memory.suggestions;

import java.util.Map;

/** Sends something to all clients that listen. */
@FunctionalInterface
public interface Notifier {

  /** Sends the data, which are ready to be serialised; clients that do not listen miss it. */
  void send(Map<String, ?> data);
}
