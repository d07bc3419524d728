package io.tallyfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many threads count in cells while others look at the map, and take away from it. */
class CellsUnderLoadTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int SITE = 901_000;
  private static final int WRITERS = 4;
  private static final int UPDATES = 200_000;
  private static final int READS = 2000;

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  /** Whatever is taken out of the map, and what is left in the end, is what was added. */
  @ParameterizedTest
  @ValueSource(strings = {"HashMap", "LinkedHashMap"})
  void nothingIsLostAndNothingCountsTwice(String name)
      throws ExecutionException, InterruptedException {
    Map<Object, Object> map = GuardedTypes.create(name, true, null);
    AtomicLong taken = new AtomicLong();
    AtomicBoolean stop = new AtomicBoolean();
    List<Future<?>> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      writers.add(threads.submit(() -> count(map)));
    }
    Future<?> taker = threads.submit(() -> takeUntil(stop, map, taken));
    await().atMost(PATIENCE).until(() -> writers.stream().allMatch(Future::isDone));
    stop.set(true);
    taker.get();
    long left = 0;
    for (Object value : map.values()) {
      left += ((Number) value).longValue();
    }
    assertThat(writers).allSatisfy(writer -> assertThat(writer.get()).isNull());
    assertThat(left + taken.get()).isEqualTo(2L * WRITERS * UPDATES);
  }

  private static void count(Map<Object, Object> map) {
    for (int i = 0; i < UPDATES; i++) {
      Adds.add(map, "int", 1, 0, SITE);
      Adds.add(map, "long", 1L, 0L, SITE + 1);
    }
  }

  private static void takeUntil(AtomicBoolean stop, Map<Object, Object> map, AtomicLong taken) {
    for (int i = 0; !stop.get(); i++) {
      Object out = take(map, i % 5);
      taken.addAndGet(out instanceof Number n ? n.longValue() : 0);
      // The longer it is left alone, the more cells are open.
      for (int n = 0; n < i % 64 * 1000 && !stop.get(); n++) {
        Thread.onSpinWait();
      }
    }
  }

  private static Object take(Map<Object, Object> map, int how) {
    return switch (how) {
      case 0 -> map.remove("int");
      case 1 -> map.put("long", 0L);
      case 2 -> map.replace("int", 0);
      case 3 -> takeAll(map);
      default -> new HashMap<>(map).isEmpty();
    };
  }

  private static Object takeAll(Map<Object, Object> map) {
    long sum = 0;
    synchronized (map) {
      for (Object value : map.values()) {
        sum += ((Number) value).longValue();
      }
      map.clear();
    }
    return sum;
  }

  /** Each thread adds to one entry and then to the other; nobody sees the second alone. */
  @Test
  void noCopyShowsALaterUpdateWithoutAnEarlierOne() {
    Map<Object, Object> map = new GuardedHashMap<>();
    AtomicBoolean stop = new AtomicBoolean();
    List<Future<?>> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      String first = "first" + i;
      String second = "second" + i;
      map.put(first, 0);
      map.put(second, 0);
      writers.add(threads.submit(() -> inOrder(stop, map, first, second)));
    }
    try {
      for (int read = 0; read < READS; read++) {
        Map<Object, Object> copy = new HashMap<>(map);
        for (int i = 0; i < WRITERS; i++) {
          int first = (Integer) copy.get("first" + i);
          int second = (Integer) copy.get("second" + i);
          assertThat(first - second).isBetween(0, 1);
        }
      }
    } finally {
      stop.set(true);
    }
    await().atMost(PATIENCE).until(() -> writers.stream().allMatch(Future::isDone));
  }

  private static void inOrder(
      AtomicBoolean stop, Map<Object, Object> map, String first, String second) {
    while (!stop.get()) {
      Adds.add(map, first, 1, SITE + 2);
      Adds.add(map, second, 1, SITE + 3);
    }
  }

  /** Who holds the lock of the map and has looked at an entry finds it as it was. */
  @Test
  void nothingChangesUnderALockThatTheApplicationHolds() {
    Map<Object, Object> map = new GuardedHashMap<>();
    map.put("a", 0);
    map.put("b", 0);
    AtomicBoolean stop = new AtomicBoolean();
    Future<?> writer = threads.submit(() -> inOrder(stop, map, "a", "b"));
    try {
      for (int i = 0; i < READS; i++) {
        synchronized (map) {
          int a = (Integer) map.get("a");
          Adds.add(map, "a", 1, SITE + 2);
          Map<Object, Object> copy = new HashMap<>(map);
          Thread.onSpinWait();
          assertThat(map).containsEntry("a", a + 1).isEqualTo(copy);
        }
      }
    } finally {
      stop.set(true);
    }
    await().atMost(PATIENCE).until(writer::isDone);
  }

  @Test
  void hitsAreExactWhileCellsAreOpen() throws ExecutionException, InterruptedException {
    int site = SITE + 10;
    double before = SiteCounters.figures(site)[Figures.HITS];
    Map<Object, Object> map = new GuardedHashMap<>();
    map.put("a", 0);
    List<Future<?>> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      writers.add(threads.submit(() -> hit(map, site)));
    }
    for (Future<?> writer : writers) {
      writer.get();
    }
    double hits = (double) WRITERS * UPDATES;
    assertThat(MapKinds.cellsOf(map).count("a", 1, site)).as("a cell is open").isTrue();
    assertThat(SiteCounters.figures(site)[Figures.HITS] - before).isEqualTo(hits + 1);
    assertThat(SiteCounters.figures(site)[Figures.THREADS]).isBetween(1d, WRITERS + 1d);
    assertThat(map).containsEntry("a", WRITERS * UPDATES + 1);
    assertThat(SiteCounters.figures(site)[Figures.HITS] - before).isEqualTo(hits + 1);
  }

  private static void hit(Map<Object, Object> map, int site) {
    for (int i = 0; i < UPDATES; i++) {
      Adds.add(map, "a", 1, site);
    }
  }

  @Test
  void hitsOfAMapThatIsGoneStay() {
    int site = SITE + 20;
    WeakReference<Object> gone = new WeakReference<>(hitOnce(site));
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              System.gc();
              return gone.get() == null;
            });
    assertThat(SiteCounters.figures(site)[Figures.HITS]).isEqualTo(UPDATES);
  }

  private static Object hitOnce(int site) {
    Map<Object, Object> map = new GuardedHashMap<>(Map.of("a", 0));
    hit(map, site);
    return map;
  }

  @Test
  void figuresThatAreResetStartFromZeroAndTheEntryKeepsWhatItHas() {
    int site = SITE + 30;
    Map<Object, Object> map = new GuardedHashMap<>(Map.of("a", 0));
    hit(map, site);
    SiteCounters.reset();
    assertThat(SiteCounters.figures(site)[Figures.HITS]).isZero();
    hit(map, site);
    assertThat(SiteCounters.figures(site)[Figures.HITS]).isEqualTo(UPDATES);
    assertThat(map).containsEntry("a", 2 * UPDATES);
    assertThat(SiteCounters.figures(site)[Figures.HITS]).isEqualTo(UPDATES);
  }
}
