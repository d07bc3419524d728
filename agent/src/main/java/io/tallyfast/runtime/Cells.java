package io.tallyfast.runtime;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The cells of a guarded map. A cell that is open takes updates without the lock; the map settles
 * it, under its monitor, before anything looks at the entry or changes it otherwise.
 *
 * <p>Keys are of classes of the JDK whose {@code equals} and {@code hashCode} are known, so that no
 * code of the application runs here. {@link #count} is for all threads; all else is done with the
 * monitor of the map held, where nothing else is said.
 */
final class Cells {
  /** No map has more cells; entries beyond are counted under the lock. */
  private static final int MOST = 256;

  private static final int SMALLEST = 16;

  /** Of so many updates under the lock one is noted, on average: notes are shared memory too. */
  private static final int ONE_IN = 8;

  /** A map has none until so many updates under its lock were noted. */
  static final int BUSY = 8;

  /** A power of two, never more than half full. Cells are put into it, and never taken out. */
  private volatile Cell[] table = new Cell[SMALLEST];

  private final CellCounts.OfMap counts = CellCounts.of(this);
  private int size;
  private int open;

  /** Counts one update in an open cell; false when there is none. */
  boolean count(Object key, long delta, int site) {
    if (!isCountable(key)) {
      return false;
    }
    Cell cell = find(key, site);
    return cell != null && cell.delta == delta && cell.count();
  }

  static boolean isCountable(Object key) {
    return key instanceof String
        || key instanceof Integer
        || key instanceof Long
        || key instanceof Enum;
  }

  private Cell find(Object key, int site) {
    Cell[] cells = table;
    int mask = cells.length - 1;
    for (int i = place(key) & mask; ; i = i + 1 & mask) {
      Cell cell = cells[i];
      if (cell == null || cell.site == site && cell.isOf(key)) {
        return cell;
      }
    }
  }

  private static int place(Object key) {
    int hash = key.hashCode();
    return hash ^ hash >>> 16;
  }

  /**
   * After an update under the lock: opens a cell for the next ones when it is time. Called without
   * the lock, so far as the map's helper holds it; where the application holds it, no cell is
   * opened, since it may rely on nothing coming in between.
   */
  static void missed(
      GuardedMap<Object, Object> map, Object key, long delta, boolean wide, int site) {
    if ((ThreadLocalRandom.current().nextInt() & ONE_IN - 1) != 0 || !isCountable(key)) {
      return;
    }
    Cells cells = map.cellsWhenBusy();
    if (cells == null) {
      return;
    }
    Cell cell = cells.find(key, site);
    boolean due = cell == null ? cells.size < MOST : cell.delta == delta && cell.isDue(ONE_IN);
    if (due && !Thread.holdsLock(map)) {
      synchronized (map) {
        cells.open(map, key, delta, wide, site);
      }
    }
  }

  /**
   * Opens the cell of one site for an entry that holds a number, or makes room for it when there is
   * none yet. No thread that had the monitor before may call it.
   */
  void open(Map<Object, Object> map, Object key, long delta, boolean wide, int site) {
    Cell cell = find(key, site);
    if (cell == null) {
      add(new Cell(key, site, delta, wide));
    } else if (!cell.isOpen() && cell.wide == wide && holds(map, cell)) {
      Stripes made = cell.open();
      open++;
      if (made != null) {
        counts.add(made);
      }
    }
  }

  private static boolean holds(Map<Object, Object> map, Cell cell) {
    Object value = ((GuardedMap<Object, Object>) map).raw(cell.key);
    return cell.wide ? value instanceof Long : value instanceof Integer;
  }

  private void add(Cell cell) {
    if (size >= MOST) {
      return;
    }
    size++;
    Cell[] cells = table;
    if (2 * size > cells.length) {
      Cell[] larger = new Cell[2 * cells.length];
      for (Cell each : cells) {
        if (each != null) {
          put(larger, each);
        }
      }
      cells = larger;
    }
    put(cells, cell);
    table = cells;
  }

  private static void put(Cell[] cells, Cell cell) {
    int mask = cells.length - 1;
    int i = place(cell.key) & mask;
    while (cells[i] != null) {
      i = i + 1 & mask;
    }
    cells[i] = cell;
  }

  /** Settles all cells. */
  void settle(GuardedMap<?, ?> map) {
    if (open == 0) {
      return;
    }
    for (Cell cell : table) {
      if (cell != null) {
        settle(map, cell);
      }
    }
  }

  /** Settles the cells of one entry. */
  void settle(GuardedMap<?, ?> map, Object key) {
    if (open == 0 || key == null) {
      return;
    }
    if (!isCountable(key)) {
      settle(map); // Its equals may find any entry.
      return;
    }
    Cell[] cells = table;
    int mask = cells.length - 1;
    for (int i = place(key) & mask; cells[i] != null; i = i + 1 & mask) {
      if (cells[i].isOf(key)) {
        settle(map, cells[i]);
      }
    }
  }

  @SuppressWarnings("unchecked") // The entry is there, and holds a number of this type.
  private void settle(GuardedMap<?, ?> map, Cell cell) {
    if (!cell.isOpen()) {
      return;
    }
    open--;
    long sum = cell.close() * cell.delta;
    if (sum != 0) {
      ((GuardedMap<Object, Object>) map).sum(cell.key, Sums.of(sum, cell.wide));
    }
  }
}
