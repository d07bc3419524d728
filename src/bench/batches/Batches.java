import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Threads that count pairs in one map, each a pair of its own so that they lose no count to each other, and others that copy it
 * all the time, in many ways and without a lock.
 * Arguments: the kind of map, and how many pairs are counted in all. Prints one line: how many copies were made, how
 * many of them were torn, how many reads and writes failed, and how many counts are missing in the end, of which those
 * are that a thread did not come to.
 */
public final class Batches {
  private static final int WRITERS = 2;
  private static final int READERS = 2;
  private static final int WAYS = 8;

  /** A thread may go round in a plain map that is broken; it is not waited for longer. */
  private static final long PATIENCE_NANOS = 40_000_000_000L;

  /** What is counted: bytes are always twice the requests; the last two come and go. */
  enum Key {
    REQUESTS_A,
    BYTES_A,
    REQUESTS_B,
    BYTES_B,
    OPEN,
    CLOSED
  }

  private final Map<Key, Integer> stats;
  private final AtomicInteger running = new AtomicInteger(WRITERS);
  private final AtomicLong copies = new AtomicLong();
  private final AtomicLong torn = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();

  private Batches(String kind) {
    stats = create(kind);
    for (Key key : Key.values()) {
      if (key.compareTo(Key.OPEN) < 0) {
        stats.put(key, 0);
      }
    }
  }

  private static Map<Key, Integer> create(String kind) {
    return switch (kind) {
      case "HashMap" -> new HashMap<>();
      case "LinkedHashMap" -> new LinkedHashMap<>();
      case "TreeMap" -> new TreeMap<>();
      case "EnumMap" -> new EnumMap<>(Key.class);
      case "Hashtable" -> new Hashtable<>();
      case "synchronizedMap" -> Collections.synchronizedMap(new HashMap<>());
      default -> throw new IllegalArgumentException(kind);
    };
  }

  public static void main(String[] args) throws InterruptedException {
    new Batches(args[0]).run(Integer.parseInt(args[1]));
    // A plain map may be broken for good, and a thread hang in it.
    System.exit(0);
  }

  private void run(int pairs) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      Key requests = Key.values()[2 * i];
      Key bytes = Key.values()[2 * i + 1];
      threads.add(new Thread(() -> write(pairs / WRITERS, requests, bytes)));
    }
    for (int i = 0; i < READERS; i++) {
      int first = i;
      threads.add(new Thread(() -> read(first)));
    }
    for (Thread thread : threads) {
      thread.setDaemon(true);
      thread.start();
    }
    long end = System.nanoTime() + PATIENCE_NANOS;
    for (Thread thread : threads) {
      thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
    }
    System.out.printf("%d %d %d %s%n", copies.get(), torn.get(), failed.get(), missing(pairs));
  }

  private String missing(int pairs) {
    try {
      return String.valueOf(pairs - stats.get(Key.REQUESTS_A) - stats.get(Key.REQUESTS_B));
    } catch (RuntimeException e) {
      return "broken"; // A plain tree that has lost a key.
    }
  }

  private void write(int pairs, Key requests, Key bytes) {
    for (int i = 0; i < pairs; i++) {
      try {
        request(requests, bytes);
        session(i % 3 == 0);
      } catch (RuntimeException e) {
        failed.incrementAndGet(); // A plain tree that two threads change.
      }
    }
    running.decrementAndGet();
  }

  private void request(Key requests, Key bytes) {
    stats.put(requests, stats.get(requests) + 1);
    stats.put(bytes, stats.get(bytes) + 2);
  }

  private void session(boolean opens) {
    if (opens) {
      stats.put(Key.OPEN, 1);
      stats.remove(Key.CLOSED);
    } else {
      stats.put(Key.CLOSED, 1);
      stats.remove(Key.OPEN);
    }
  }

  private void read(int first) {
    for (int way = first; running.get() > 0; way++) {
      try {
        Map<Key, Integer> copy = copy(way % WAYS);
        copies.incrementAndGet();
        if (copy.get(Key.REQUESTS_A) * 2 != copy.get(Key.BYTES_A)
            || copy.get(Key.REQUESTS_B) * 2 != copy.get(Key.BYTES_B)) {
          torn.incrementAndGet();
        }
      } catch (RuntimeException e) {
        failed.incrementAndGet();
      }
    }
  }

  private Map<Key, Integer> copy(int way) {
    return switch (way) {
      case 0 -> new HashMap<>(stats);
      case 1 -> Map.copyOf(stats);
      case 2 -> new TreeMap<>(stats);
      case 3 -> new EnumMap<>(stats);
      case 4 -> new ConcurrentHashMap<>(stats);
      case 5 -> stats.entrySet().stream().collect(Collectors.toMap(e -> e.getKey(), e -> e.getValue()));
      case 6 -> {
        Map<Key, Integer> walked = new HashMap<>();
        for (Map.Entry<Key, Integer> entry : stats.entrySet()) {
          walked.put(entry.getKey(), entry.getValue());
        }
        yield walked;
      }
      default -> {
        Map<Key, Integer> target = new TreeMap<>();
        target.putAll(stats);
        yield target;
      }
    };
  }
}
