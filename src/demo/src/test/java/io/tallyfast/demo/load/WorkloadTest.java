package io.tallyfast.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WorkloadTest {

  @Test
  void repeatsItself() {
    assertThat(run(3, 200)).isEqualTo(run(3, 200)).isNotEqualTo(run(4, 200));
  }

  @Test
  void usesEveryTool() {
    assertThat(run(1, 200))
        .extracting(Operation::tool)
        .contains(Tools.STORE, Tools.QUERY, Tools.DELETE);
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
    Workload workload = new Workload(client);
    List<Operation> operations = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      Operation operation = workload.next();
      operations.add(operation);
      if (operation.tool().equals(Tools.STORE)) {
        workload.stored("id-" + i);
      }
    }
    return operations;
  }
}
