package io.tallyfast.demo.load;

import java.util.Map;
import java.util.Optional;

/** One client at work, which notes what follows from each reply. For one thread. */
interface Caller {

  /** Calls a tool; returns its reply, or nothing after noting that it failed. */
  Optional<Map<String, Object>> call(Operation operation);

  /** What follows from all replies so far, for what a round knows besides. */
  Expectation expected();
}
