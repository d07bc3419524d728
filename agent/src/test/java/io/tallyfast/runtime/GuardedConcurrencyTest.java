package io.tallyfast.runtime;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Readers of a guarded map see one state each, while writers change it all the time. */
class GuardedConcurrencyTest {
  static final List<String> NAMES = GuardedTypes.NAMES;

  /** Of the JDK, these fail or show half of a batch within few reads. */
  static final List<String> FAILING = List.of("HashMap", "LinkedHashMap", "TreeMap");

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int READS = 3000;
  private static final int WAYS = 14;
  private static final int LAST = 1000;

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void eachReaderSeesOneState(String name) {
    assertThat(firstFailure(name, true, READS)).isNull();
  }

  @ParameterizedTest
  @FieldSource("FAILING")
  void thePlainMapFails(String name) {
    assertThat(firstFailure(name, false, 300 * READS)).isNotNull();
  }

  @Test
  void mapsThatAreCopiedIntoEachOtherDoNotWaitForEachOther() {
    Map<Object, Object> first = filled(GuardedTypes.create("HashMap", true, null));
    Map<Object, Object> second = filled(GuardedTypes.create("TreeMap", true, null));
    Map<Object, Object> third = filled(GuardedTypes.create("Hashtable", true, null));
    List<Future<?>> done = new ArrayList<>();
    for (List<Map<Object, Object>> pair :
        List.of(
            List.of(first, second),
            List.of(second, first),
            List.of(second, third),
            List.of(third, first))) {
      done.add(threads.submit(() -> copyOften(pair.get(0), pair.get(1))));
    }
    await().atMost(PATIENCE).until(() -> done.stream().allMatch(Future::isDone));
    assertThat(done).allSatisfy(future -> assertThat(future.get()).isNull());
  }

  /** The JDK's copies of a sorted map ask it for its size first, and then for that many entries. */
  @Test
  void sortedCopiesAreWhole() {
    NavigableMap<Integer, Integer> map =
        (NavigableMap<Integer, Integer>)
            GuardedTypes.<Integer, Integer>create("TreeMap", true, null);
    map.put(LAST, 0);
    AtomicBoolean stop = new AtomicBoolean();
    Future<?> writer =
        threads.submit(
            () -> {
              for (int n = 0; !stop.get(); n++) {
                map.put(n % 7, n);
                map.remove(n * 5 % 7);
              }
            });
    try {
      for (int i = 0; i < READS; i++) {
        for (NavigableMap<Integer, Integer> copy : sortedCopies(map)) {
          assertThat(copy.lastKey()).isEqualTo(LAST);
          assertThat(copy.size()).isEqualTo(new ArrayList<>(copy.keySet()).size());
        }
        assertThat(new TreeSet<>(map.keySet()).last()).isEqualTo(LAST);
        assertThat(new TreeSet<>(map.navigableKeySet()).last()).isEqualTo(LAST);
        assertThat(new TreeSet<>(map.descendingKeySet()).first()).isEqualTo(LAST);
      }
    } finally {
      stop.set(true);
    }
    await().atMost(PATIENCE).until(writer::isDone);
  }

  private static List<NavigableMap<Integer, Integer>> sortedCopies(
      NavigableMap<Integer, Integer> map) {
    TreeMap<Integer, Integer> filled = new TreeMap<>();
    filled.putAll(map);
    Map<Integer, Integer> unsorted = map;
    NavigableMap<Integer, Integer> backwards = new TreeMap<>(map.descendingMap());
    assertThat(backwards.comparator()).isNotNull();
    return List.of(
        filled,
        new TreeMap<>(unsorted),
        new TreeMap<>(map),
        new TreeMap<>(map.tailMap(2, true)),
        backwards.descendingMap(),
        new ConcurrentSkipListMap<>(map));
  }

  @Test
  void sortedCopiesKeepTheOrder() {
    NavigableMap<Integer, Integer> map =
        (NavigableMap<Integer, Integer>)
            GuardedTypes.<Integer, Integer>create(
                "TreeMap",
                true,
                new Class<?>[] {Comparator.class},
                Comparator.<Integer>reverseOrder());
    map.put(1, 1);
    map.put(2, 2);

    assertThat(map.comparator()).isEqualTo(Comparator.reverseOrder());
    assertThat(map.headMap(0).comparator()).isEqualTo(Comparator.reverseOrder());
    assertThat(map.navigableKeySet().comparator()).isEqualTo(Comparator.reverseOrder());
    assertThat(new TreeMap<>(map)).containsExactly(Map.entry(2, 2), Map.entry(1, 1));
    assertThat(new TreeMap<>((Map<Integer, Integer>) map))
        .containsExactly(Map.entry(1, 1), Map.entry(2, 2));
    assertThat(new TreeSet<>(map.navigableKeySet())).containsExactly(2, 1);
  }

  @Test
  void noFunctionRunsUnderTheLock() {
    for (String name : GuardedTypes.namesWithout("Hashtable", "Properties")) {
      Map<Object, Object> map = filled(GuardedTypes.create(name, true, MapActions.Key.class));
      AtomicBoolean held = new AtomicBoolean();
      map.forEach((key, value) -> note(map, held));
      map.replaceAll((key, value) -> note(map, held));
      map.merge(MapActions.Key.A, 1, (old, value) -> note(map, held));
      map.compute(MapActions.Key.A, (key, value) -> note(map, held));
      map.computeIfPresent(MapActions.Key.B, (key, value) -> note(map, held));
      map.computeIfAbsent(MapActions.Key.M, key -> note(map, held));
      map.keySet().removeIf(key -> note(map, held) == null);
      map.entrySet().stream().forEach(entry -> note(map, held));
      map.values().forEach(value -> note(map, held));
      assertThat(held).as(name).isFalse();
    }
  }

  private static Object note(Map<Object, Object> map, AtomicBoolean held) {
    if (Thread.holdsLock(map)) {
      held.set(true);
    }
    return 1;
  }

  private static Void copyOften(Map<Object, Object> from, Map<Object, Object> to) {
    for (int i = 0; i < 2000; i++) {
      to.putAll(from);
      from.keySet().retainAll(to.keySet());
      assertThat(from.equals(to) && to.entrySet().equals(from.entrySet()) && i < 0).isFalse();
    }
    return null;
  }

  private static Map<Object, Object> filled(Map<Object, Object> map) {
    for (MapActions.Key key : MapActions.Key.values()) {
      if (key != MapActions.Key.M) {
        map.put(key, 1);
      }
    }
    return map;
  }

  /** What went wrong first, in as many reads at most; null when nothing did. */
  private String firstFailure(String name, boolean guarded, int reads) {
    Map<Object, Object> map = GuardedTypes.create(name, guarded, MapActions.Key.class);
    write(map, 0);
    AtomicBoolean stop = new AtomicBoolean();
    AtomicReference<String> failure = new AtomicReference<>();
    List<Future<?>> writers = new ArrayList<>();
    // Two writers may destroy a plain map so that a reader never ends.
    for (int i = 0; i < (guarded ? 2 : 1); i++) {
      int first = i;
      writers.add(
          threads.submit(
              () -> {
                for (int n = first; !stop.get(); n++) {
                  write(map, n);
                }
              }));
    }
    Future<?> reader = threads.submit(() -> readOften(map, reads, failure));
    await().atMost(PATIENCE).until(reader::isDone);
    stop.set(true);
    await().atMost(PATIENCE).until(() -> writers.stream().allMatch(Future::isDone));
    return failure.get();
  }

  /** One step: A and B always hold the same, and the other keys come and go. */
  private static void write(Map<Object, Object> map, int n) {
    MapActions.Key[] keys = MapActions.Key.values();
    synchronized (map) {
      map.put(keys[0], n);
      map.put(keys[1], n);
    }
    map.put(keys[2 + n % 11], n);
    map.remove(keys[2 + n * 7 % 11]);
  }

  private static void readOften(
      Map<Object, Object> map, int reads, AtomicReference<String> failure) {
    for (int i = 0; i < reads && failure.get() == null; i++) {
      try {
        Map<Object, Object> seen = read(map, i % WAYS);
        if (!seen.get(MapActions.Key.A).equals(seen.get(MapActions.Key.B))) {
          failure.compareAndSet(null, "half of a batch: " + seen);
        }
      } catch (RuntimeException e) {
        failure.compareAndSet(null, i % WAYS + ": " + e);
      }
    }
  }

  @SuppressWarnings({"IdentityHashMapUsage", "JdkObsolete"}) // These are ways, too.
  private static Map<Object, Object> read(Map<Object, Object> map, int how) {
    return switch (how) {
      case 0 -> new HashMap<>(map);
      case 1 -> Map.copyOf(map);
      case 2 -> {
        Map<Object, Object> walked = new HashMap<>();
        map.forEach(walked::put);
        yield walked;
      }
      case 3 -> {
        Map<Object, Object> streamed = new HashMap<>();
        map.entrySet().stream().forEach(e -> streamed.put(e.getKey(), e.getValue()));
        yield streamed;
      }
      case 4 -> ofText(map.toString());
      case 5 -> {
        Map<Object, Object> target = new TreeMap<>();
        target.put(MapActions.Key.M, 0);
        target.putAll(map);
        yield target;
      }
      case 7 -> new TreeMap<>(map);
      case 8 -> new ConcurrentHashMap<>(map);
      case 9 -> new IdentityHashMap<>(map);
      case 10 -> new WeakHashMap<>(map);
      case 11 -> new Hashtable<>(map);
      case 12 -> ofText(Arrays.toString(map.entrySet().toArray()).replace('[', '{'));
      case 13 -> map.entrySet().stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
      case 6 -> ofText(new ArrayList<>(map.entrySet()).toString().replace('[', '{'));
      default -> {
        Map<Object, Object> iterated = new HashMap<>();
        for (Map.Entry<Object, Object> entry : map.entrySet()) {
          iterated.put(entry.getKey(), entry.getValue());
        }
        yield iterated;
      }
    };
  }

  private static Map<Object, Object> ofText(String text) {
    Map<Object, Object> map = new HashMap<>();
    for (String pair : text.substring(1, text.length() - 1).split(", ", -1)) {
      int equals = pair.indexOf('=');
      map.put(MapActions.Key.valueOf(pair.substring(0, equals)), pair.substring(equals + 1));
    }
    return map;
  }
}
