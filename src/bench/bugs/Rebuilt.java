import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The same mistakes as in code of which there is no jar to be had, made anew: what the bugs have in
 * common is the way in which they count.
 */
public final class Rebuilt {
  private Rebuilt() {}

  /** Events by host: presence is asked for, then read into a local, then put. */
  public static final class PB02 implements Drive.Bug {
    private final ConcurrentHashMap<String, Integer> hosts = new ConcurrentHashMap<>();

    @Override
    public void hit() {
      int events = 0;
      if (hosts.containsKey("h")) {
        events = hosts.get("h");
      }
      hosts.put("h", events + 1);
    }

    @Override
    public long counted() {
      return hosts.get("h");
    }
  }

  /** Calls by tenant, in one line, in a static map. */
  public static final class PB03 implements Drive.Bug {
    private static final Map<String, Long> CALLS = new ConcurrentHashMap<>();

    public PB03() {
      CALLS.put("t", 0L);
    }

    @Override
    public void hit() {
      CALLS.put("t", CALLS.get("t") + 1);
    }

    @Override
    public long counted() {
      return CALLS.get("t");
    }
  }

  /** Two counts in a row, one with a constant key, from an inner class. */
  public static final class PB06 implements Drive.Bug {
    private static final Map<String, Integer> EVENTS = new ConcurrentHashMap<>();

    private final Runnable listener =
        new Runnable() {
          @Override
          public void run() {
            EVENTS.put("all", EVENTS.getOrDefault("all", 0) + 1);
            String kind = "mail";
            EVENTS.put(kind, EVENTS.getOrDefault(kind, 0) + 1);
          }
        };

    @Override
    public void hit() {
      listener.run();
    }

    @Override
    public long counted() {
      return Math.min(EVENTS.get("all"), EVENTS.get("mail"));
    }
  }

  /** A counter that is made where none is found. */
  public static final class PB07 implements Drive.Bug {
    private final Map<String, java.util.concurrent.atomic.AtomicLong> counters =
        new ConcurrentHashMap<>();
    private static final int KEYS = 1 << 16;
    private final ThreadLocal<int[]> turn = ThreadLocal.withInitial(() -> new int[1]);

    @Override
    public void hit() {
      String key = "k" + turn.get()[0]++ % KEYS;
      if (!counters.containsKey(key)) {
        counters.put(key, new java.util.concurrent.atomic.AtomicLong());
      }
      counters.get(key).incrementAndGet();
    }

    @Override
    public long counted() {
      return counters.values().stream().mapToLong(java.util.concurrent.atomic.AtomicLong::get).sum();
    }
  }

  /** Requests of a web application: a field, a map, a histogram. */
  public static final class PB08 implements Drive.Bug {
    private final Map<String, Long> byCategory = new TreeMap<>();
    private final long[] dayHistogram = new long[24];
    private long requests;

    public PB08() {
      byCategory.put("c", 0L);
    }

    @Override
    public void hit() {
      addRequest("c");
    }

    public void addRequest(String category) {
      requests++;
      dayHistogram[7]++;
      Long known = byCategory.get(category);
      if (known == null) {
        known = 0L;
      }
      byCategory.put(category, known + 1);
    }

    public long getRequests() {
      return requests;
    }

    public long[] getDayHistogram() {
      return dayHistogram.clone();
    }

    @Override
    public long counted() {
      return Math.min(Math.min(getRequests(), getDayHistogram()[7]), byCategory.get("c"));
    }
  }

  /** Metrics by name: an object with a sum, a count and extremes. */
  public static final class PB09 implements Drive.Bug {
    private final Map<String, RuntimeMetric> metrics = new HashMap<>();

    public PB09() {
      addMetricValue("n", 0);
    }

    public void addMetricValue(String name, long value) {
      metrics.computeIfAbsent(name, RuntimeMetric::new).addValue(value);
    }

    @Override
    public void hit() {
      addMetricValue("n", 1);
    }

    @Override
    public long counted() {
      RuntimeMetric metric = metrics.get("n");
      return Math.min(metric.getSum(), metric.getCount() - 1);
    }
  }

  static final class RuntimeMetric {
    private final String name;
    private long sum;
    private long count;
    private long max = Long.MIN_VALUE;
    private long min = Long.MAX_VALUE;

    RuntimeMetric(String name) {
      this.name = name;
    }

    void addValue(long value) {
      sum += value;
      count++;
      max = Math.max(max, value);
      min = Math.min(min, value);
    }

    String getName() {
      return name + " up to " + max + " down to " + min;
    }

    long getSum() {
      return sum;
    }

    long getCount() {
      return count;
    }
  }

  /** Results of a synchronisation: ints of a superclass. */
  public static final class PB15 implements Drive.Bug {
    private final SyncStatistics statistics = new InventoryStatistics();

    @Override
    public void hit() {
      statistics.incrementUpdated();
      statistics.incrementCreated(1);
    }

    @Override
    public long counted() {
      return Math.min(statistics.getUpdated(), statistics.getCreated());
    }
  }

  abstract static class SyncStatistics {
    private int updated;
    private int created;

    void incrementUpdated() {
      updated++;
    }

    void incrementCreated(int times) {
      created += times;
    }

    int getUpdated() {
      return updated;
    }

    int getCreated() {
      return created;
    }
  }

  static final class InventoryStatistics extends SyncStatistics {}

  /** Requests, in a static int and a static method. */
  public static final class PB18 implements Drive.Bug {
    private static int requestCount;

    static void maintainRequestCount() {
      requestCount++;
    }

    @Override
    public void hit() {
      maintainRequestCount();
    }

    @Override
    public long counted() {
      return requestCount;
    }
  }
}
