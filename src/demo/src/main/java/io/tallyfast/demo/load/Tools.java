package io.tallyfast.demo.load;

/** The tools of the sample server, by name. */
final class Tools {

  static final String STORE = "store_memory";
  static final String QUERY = "query";
  static final String DELETE = "delete_memory";
  static final String EXPAND = "expand_query";
  static final String START = "start_conversation";
  static final String TURN = "add_turn";
  static final String END = "end_conversation";
  static final String PRUNE = "prune_memories";
  static final String PRUNE_SCHEDULE = "schedule_pruning";
  static final String PRUNE_HISTORY = "prune_history";
  static final String STATUS = "get_status";

  private Tools() {}
}
