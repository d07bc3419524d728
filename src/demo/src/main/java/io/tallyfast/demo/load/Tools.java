package io.tallyfast.demo.load;

/** The tools of the sample server, by name. */
final class Tools {

  static final String STORE = "store_memory";
  static final String IMPORT = "import_memories";
  static final String COMPARE = "compare_texts";
  static final String QUERY = "query";
  static final String DELETE = "delete_memory";
  static final String EXPAND = "expand_query";
  static final String START = "start_conversation";
  static final String TURN = "add_turn";
  static final String TRANSCRIPT = "import_transcript";
  static final String END = "end_conversation";
  static final String PUSHED = "pushed_suggestions";
  static final String SUGGEST = "suggest_memories";
  static final String RATE = "rate_suggestion";
  static final String PRUNE = "prune_memories";
  static final String PRUNE_SCHEDULE = "schedule_pruning";
  static final String PRUNE_HISTORY = "prune_history";
  static final String SCAN = "scan_changes";
  static final String EXTRACT = "extract_docstrings";
  static final String INDEX = "index_repository";
  static final String WATCH = "watch_folder";
  static final String SETTLE = "settle_folder";
  static final String LEAVE = "leave_folder";
  static final String STATUS = "get_status";

  private Tools() {}
}
