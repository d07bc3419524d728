package com.acme.memory;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests of a whole server have in common: one that keeps memories in memory, and a client. */
abstract class WithServer {

  private MemoryServer server;

  /** Speaks to the server; there from the start of each test to its end. */
  TestClient client;

  @BeforeEach
  void start() throws IOException {
    server = MemoryServer.start(new Settings());
    client = new TestClient(server.url());
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }
}
