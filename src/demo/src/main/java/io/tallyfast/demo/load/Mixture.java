package io.tallyfast.demo.load;

import java.util.Set;

/** The main part: every client does a bit of everything. */
final class Mixture implements Round {

  private final Set<String> offered;
  private final String shared;
  private final int clients;
  private final int requests;

  /**
   * Creates a mixture.
   *
   * @param offered the tools of the server
   * @param shared the conversation that all clients share; null for none
   * @param requests how many calls all clients make together
   */
  Mixture(Set<String> offered, String shared, int clients, int requests) {
    this.offered = offered;
    this.shared = shared;
    this.clients = clients;
    this.requests = requests;
  }

  @Override
  public Set<String> tools() {
    return Set.of(Tools.STORE, Tools.QUERY, Tools.DELETE);
  }

  @Override
  public int calls() {
    return requests / clients;
  }

  @Override
  public void run(int client, Caller caller) {
    Workload workload = new Workload(client, offered, shared);
    int share = calls() + (client < requests % clients ? 1 : 0);
    for (int i = 0; i < share; i++) {
      Operation operation = workload.next();
      caller.call(operation).ifPresent(reply -> workload.done(operation, reply));
    }
  }

  @Override
  public boolean isTimed() {
    return true;
  }
}
