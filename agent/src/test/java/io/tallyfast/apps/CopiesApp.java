package io.tallyfast.apps;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Pairs that are counted in maps of several kinds by one thread, while another copies the maps in
 * many ways, without a lock. Its first argument says how many rounds the writer makes. Prints the
 * class of each map, and what is wrong with the copies.
 */
public final class CopiesApp {
  /** What is counted; the last two come and go. */
  enum Key {
    REQUESTS,
    BYTES,
    OPEN,
    CLOSED
  }

  private final Server server = new Server();
  private final AtomicInteger running = new AtomicInteger(1);
  private final Map<String, AtomicInteger> wrong = new TreeMap<>();

  private CopiesApp() {}

  /** Runs writer and reader to the end of the writer. */
  public static void main(String[] args) throws InterruptedException {
    CopiesApp app = new CopiesApp();
    app.run(Integer.parseInt(args[0]));
    // A plain map may be broken for good: nothing may hang on to it.
    System.exit(0);
  }

  private void run(int rounds) throws InterruptedException {
    Thread writer = new Thread(() -> write(rounds));
    writer.setDaemon(true);
    writer.start();
    while (running.get() > 0) {
      for (Map<Key, Integer> map : server.maps()) {
        new Reader(map, wrong).copyAll();
      }
    }
    writer.join(60_000);
    for (Map<Key, Integer> map : server.maps()) {
      System.out.println(map.getClass().getSimpleName() + " " + map.get(Key.REQUESTS));
    }
    System.out.println("wrong " + wrong);
  }

  private void write(int rounds) {
    for (int i = 0; i < rounds; i++) {
      server.request(i % 3 == 0);
    }
    running.decrementAndGet();
  }

  /** Counts, and gives its maps away. */
  private static final class Server {
    private final EnumMap<Key, Integer> byKind = new EnumMap<>(Key.class);
    private final TreeMap<Key, Integer> sorted = Maps.newTreeMap();
    private final Map<Key, Integer> made = Maps.newHashMap();
    private final Map<Key, Integer> locked = Collections.synchronizedMap(new HashMap<>());

    Server() {
      for (Map<Key, Integer> map : maps()) {
        map.put(Key.REQUESTS, 0);
        map.put(Key.BYTES, 0);
      }
    }

    List<Map<Key, Integer>> maps() {
      return List.of(byKind, sorted, made, locked);
    }

    void request(boolean open) {
      byKind.put(Key.REQUESTS, byKind.get(Key.REQUESTS) + 1);
      byKind.put(Key.BYTES, byKind.get(Key.BYTES) + 2);
      sorted.put(Key.REQUESTS, sorted.get(Key.REQUESTS) + 1);
      sorted.put(Key.BYTES, sorted.get(Key.BYTES) + 2);
      made.put(Key.REQUESTS, made.get(Key.REQUESTS) + 1);
      made.put(Key.BYTES, made.get(Key.BYTES) + 2);
      locked.put(Key.REQUESTS, locked.get(Key.REQUESTS) + 1);
      locked.put(Key.BYTES, locked.get(Key.BYTES) + 2);
      for (Map<Key, Integer> map : maps()) {
        if (open) {
          map.put(Key.OPEN, 1);
          map.remove(Key.CLOSED);
        } else {
          map.put(Key.CLOSED, 1);
          map.remove(Key.OPEN);
        }
      }
    }
  }

  /** Copies one map in many ways; it counts nothing in it. */
  private static final class Reader {
    private final Map<Key, Integer> map;
    private final Map<String, AtomicInteger> wrong;

    Reader(Map<Key, Integer> map, Map<String, AtomicInteger> wrong) {
      this.map = map;
      this.wrong = wrong;
    }

    @SuppressWarnings("IdentityHashMapUsage") // It is one of the ways.
    void copyAll() {
      copy("HashMap", () -> new HashMap<>(map));
      copy("LinkedHashMap", () -> new LinkedHashMap<>(map));
      copy("TreeMap", () -> new TreeMap<>(map));
      copy("EnumMap", () -> new EnumMap<>(map));
      copy("ConcurrentHashMap", () -> new ConcurrentHashMap<>(map));
      copy("IdentityHashMap", () -> new IdentityHashMap<>(map));
      copy("WeakHashMap", () -> new WeakHashMap<>(map));
      copy("copyOf", () -> Map.copyOf(map));
      copy("ImmutableMap", () -> ImmutableMap.copyOf(map));
      copy(
          "stream",
          () ->
              map.entrySet().stream()
                  .collect(Collectors.toMap(e -> e.getKey(), e -> e.getValue())));
      copy("EnumMap.putAll", this::filled);
      if (map instanceof TreeMap) {
        copy("TreeMap of sorted", () -> new TreeMap<>((TreeMap<Key, Integer>) map));
      }
      if (map instanceof EnumMap) {
        copy("EnumMap of enums", () -> new EnumMap<>((EnumMap<Key, Integer>) map));
      }
    }

    private EnumMap<Key, Integer> filled() {
      EnumMap<Key, Integer> filled = new EnumMap<>(Key.class);
      filled.putAll(map);
      return filled;
    }

    private void copy(String how, java.util.function.Supplier<Map<Key, Integer>> copying) {
      try {
        Map<Key, Integer> copy = copying.get();
        if (copy.get(Key.REQUESTS) * 2 == copy.get(Key.BYTES)) {
          return;
        }
      } catch (RuntimeException e) {
        // A plain map that changes meanwhile, as it may: it counts as wrong.
      }
      wrong.computeIfAbsent(how, k -> new AtomicInteger()).incrementAndGet();
    }
  }
}
