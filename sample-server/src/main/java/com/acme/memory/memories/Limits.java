package com.acme.memory.memories;

/** How much a client may ask for at once. */
final class Limits {

  /** Characters of a memory. */
  static final int CONTENT = 65_536;

  /** Characters of a query; also keeps its words below what Lucene joins into one query. */
  static final int QUERY = 2_000;

  /** Tags of one memory or query. */
  static final int TAGS = 16;

  /** Characters of a tag. */
  static final int TAG = 64;

  /** Characters of an id. */
  static final int ID = 64;

  /** Memories returned by one query. */
  static final int HITS = 100;

  private Limits() {}
}
