package com.acme.memory.cli;

/** What serves requests. In lower case, as on the command line. */
enum ThreadKind {
  platform,
  virtual
}
