package io.tallyfast.bench;

import com.google.common.util.concurrent.AtomicLongMap;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What people write who change their source: each loses nothing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ByHand {
  private static final String KEY = "queries_processed";

  private final ConcurrentHashMap<String, Integer> concurrent =
      new ConcurrentHashMap<>(Keys.filled());
  private final ConcurrentHashMap<String, LongAdder> adders = new ConcurrentHashMap<>();
  private final Map<String, Integer> synchronizedMap =
      Collections.synchronizedMap(Keys.filled());
  private final Map<String, Integer> plain = Keys.filled();
  private final AtomicLongMap<String> guava = AtomicLongMap.create();
  private final AtomicLong atomic = new AtomicLong();

  @Benchmark
  public void concurrentMergeConstant() {
    concurrent.merge(KEY, 1, Integer::sum);
  }

  @Benchmark
  public void concurrentMergeChanging(Keys keys) {
    concurrent.merge(keys.changing(), 1, Integer::sum);
  }

  @Benchmark
  public void longAdderConstant() {
    adders.computeIfAbsent(KEY, key -> new LongAdder()).increment();
  }

  @Benchmark
  public void longAdderChanging(Keys keys) {
    adders.computeIfAbsent(keys.changing(), key -> new LongAdder()).increment();
  }

  @Benchmark
  public void synchronizedMapConstant() {
    synchronizedMap.merge(KEY, 1, Integer::sum);
  }

  @Benchmark
  public void synchronizedMapChanging(Keys keys) {
    synchronizedMap.merge(keys.changing(), 1, Integer::sum);
  }

  @Benchmark
  public void synchronizedConstant() {
    synchronized (plain) {
      plain.put(KEY, plain.get(KEY) + 1);
    }
  }

  @Benchmark
  public void synchronizedChanging(Keys keys) {
    String key = keys.changing();
    synchronized (plain) {
      plain.put(key, plain.get(key) + 1);
    }
  }

  @Benchmark
  public void guavaConstant() {
    guava.incrementAndGet(KEY);
  }

  @Benchmark
  public void guavaChanging(Keys keys) {
    guava.incrementAndGet(keys.changing());
  }

  @Benchmark
  public void atomicLong() {
    atomic.incrementAndGet();
  }
}
