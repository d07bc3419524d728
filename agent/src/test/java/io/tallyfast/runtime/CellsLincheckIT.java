package io.tallyfast.runtime;

import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import java.util.HashMap;
import java.util.Map;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/**
 * Lincheck tries the interleavings of short programs of three threads on a map whose cells are
 * open, and finds for each a sequence of the same operations on a plain map.
 */
class CellsLincheckIT {
  private static final int SITE = 903_000;

  @Test
  void countingAndLookingIsLinearizable() {
    new ModelCheckingOptions()
        .iterations(12)
        .invocationsPerIteration(400)
        .threads(3)
        .actorsPerThread(3)
        .actorsBefore(1)
        .actorsAfter(1)
        .sequentialSpecification(Plain.class)
        // Their figures are no part of the map, and know of maps of earlier programs.
        .addGuarantee(
            forClasses(SiteCounters.class.getName(), CellCounts.class.getName())
                .allMethods()
                .ignore())
        .check(Celled.class);
  }

  /** A map with two entries, both with open cells. */
  public static final class Celled {
    private final Map<Object, Object> map = new GuardedHashMap<>();
    private final Cells cells;

    public Celled() {
      map.put("a", 0);
      map.put("b", 0);
      for (int i = 0; i < Cells.BUSY; i++) {
        ((GuardedMap<?, ?>) map).cellsWhenBusy();
      }
      cells = ((GuardedMap<?, ?>) map).cellsWhenBusy();
      for (int i = 0; i < 2; i++) { // The first time makes room.
        open("a");
        open("b");
      }
    }

    private void open(String key) {
      synchronized (map) {
        cells.open(map, key, 1, false, SITE);
      }
    }

    @Operation
    public void reopen() {
      open("a");
      open("b");
    }

    @Operation
    public void addToA() {
      Adds.add(map, "a", 1, 10, SITE);
    }

    @Operation
    public void addToB() {
      Adds.add(map, "b", 1, 10, SITE);
    }

    @Operation
    public void addAsABatch() {
      synchronized (map) {
        Adds.add(map, "a", 1, 10, SITE);
        Adds.add(map, "b", 1, 10, SITE);
      }
    }

    @Operation
    public Object getA() {
      return map.get("a");
    }

    @Operation
    public Object getB() {
      return map.get("b");
    }

    @Operation
    public Object setA() {
      return map.put("a", 100);
    }

    @Operation
    public Object removeB() {
      return map.remove("b");
    }

    @Operation
    public String copy() {
      return new HashMap<>(map).toString();
    }

    @Operation
    public String lookTwice() {
      synchronized (map) {
        return map.get("a") + " " + map.get("b") + " " + map.get("a");
      }
    }
  }

  /** The same by one thread. */
  public static final class Plain {
    private final Map<Object, Object> map = new HashMap<>(Map.of("a", 0, "b", 0));

    public void reopen() {
      // Changes nothing that can be seen.
    }

    public void addToA() {
      map.put("a", (Integer) map.getOrDefault("a", 10) + 1);
    }

    public void addToB() {
      map.put("b", (Integer) map.getOrDefault("b", 10) + 1);
    }

    public void addAsABatch() {
      addToA();
      addToB();
    }

    public Object getA() {
      return map.get("a");
    }

    public Object getB() {
      return map.get("b");
    }

    public Object setA() {
      return map.put("a", 100);
    }

    public Object removeB() {
      return map.remove("b");
    }

    public String copy() {
      return map.toString();
    }

    public String lookTwice() {
      return map.get("a") + " " + map.get("b") + " " + map.get("a");
    }
  }
}
