package io.tallyfast.demo.load;

/** The tools of the sample server, by name. */
final class Tools {

  static final String STORE = "store_memory";
  static final String QUERY = "query";
  static final String DELETE = "delete_memory";
  static final String STATUS = "get_status";

  private Tools() {}
}
