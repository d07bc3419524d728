package io.tallyfast.demo.load;

import java.io.IOException;
import java.util.Set;

/** A part of the load: what all clients do at the same time, each on a thread of its own. */
interface Round {

  /** The tools that it cannot do without. */
  Set<String> tools();

  /** How many calls each client makes. */
  int calls();

  /** Does what the client with this number does. */
  void run(int client, Caller caller) throws IOException;

  /** Whether its calls are alike enough for their latencies to be compared. */
  default boolean isTimed() {
    return false;
  }
}
