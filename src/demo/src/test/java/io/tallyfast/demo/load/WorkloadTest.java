package io.tallyfast.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WorkloadTest {

  private static final Set<String> TOOLS =
      Set.of(
          Tools.STORE,
          Tools.QUERY,
          Tools.DELETE,
          Tools.EXPAND,
          Tools.START,
          Tools.TURN,
          Tools.END,
          Tools.PRUNE);

  @Test
  void repeatsItself() {
    assertThat(run(3, 200)).isEqualTo(run(3, 200)).isNotEqualTo(run(4, 200));
  }

  @Test
  void usesEveryTool() {
    assertThat(run(1, 400)).extracting(Operation::tool).contains(TOOLS.toArray(String[]::new));
  }

  @Test
  void asksForNoToolThatTheServerLacks() {
    Set<String> few = Set.of(Tools.STORE, Tools.QUERY, Tools.DELETE);
    Workload workload = new Workload(1, few, null);

    for (int i = 0; i < 400; i++) {
      Operation operation = workload.next();
      assertThat(few).contains(operation.tool());
      assertThat(operation.arguments()).doesNotContainKey("expand");
    }
  }

  @Test
  void deletesOnlyWhatItStoredAndOnlyOnce() {
    Set<Object> deleted = new TreeSet<>();
    for (Operation operation : run(2, 1000)) {
      if (operation.tool().equals(Tools.DELETE)) {
        Object id = operation.arguments().get("id");
        assertThat(deleted.add(id)).isTrue();
        assertThat(id.toString()).startsWith("id-");
      }
    }
    assertThat(deleted).isNotEmpty();
  }

  private static List<Operation> run(int client, int steps) {
    Workload workload = new Workload(client, TOOLS, "shared");
    List<Operation> operations = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      Operation operation = workload.next();
      operations.add(operation);
      if (operation.tool().equals(Tools.START)) {
        workload.done(operation, Map.of("conversation", "c-" + client + "-" + i));
      }
      if (operation.tool().equals(Tools.STORE)) {
        workload.done(operation, Map.of("id", "id-" + i));
      }
    }
    return operations;
  }
}
