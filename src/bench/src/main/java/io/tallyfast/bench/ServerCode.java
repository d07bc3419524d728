package io.tallyfast.bench;

import io.tallyfast.bench.kernel.FieldStats;
import io.tallyfast.bench.kernel.OwnStats;
import io.tallyfast.bench.kernel.Stats;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Each form of update as servers have it. The same classes are measured twice: without the agent,
 * and with it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ServerCode {
  private final Stats stats = new Stats(Keys.filled());
  private final OwnStats own = new OwnStats(Keys.NAMES);
  private final FieldStats fields = new FieldStats();

  @Benchmark
  public void fusedConstant() {
    stats.fusedConstant();
  }

  @Benchmark
  public void fusedChanging(Keys keys) {
    stats.fused(keys.changing());
  }

  @Benchmark
  public void absentChanging(Keys keys) {
    stats.absent(keys.changing());
  }

  @Benchmark
  public void mergedChanging(Keys keys) {
    stats.merged(keys.changing());
  }

  @Benchmark
  public void computedChanging(Keys keys) {
    stats.computed(keys.changing());
  }

  @Benchmark
  public void batchConstant() {
    stats.batch();
  }

  @Benchmark
  public void fieldVolatile() {
    fields.hit();
  }

  @Benchmark
  public void fieldPlain() {
    fields.query();
  }

  @Benchmark
  public void ownFusedConstant() {
    own.fusedConstant();
  }

  @Benchmark
  public void ownFusedChanging(Keys keys) {
    own.fused(keys.changing());
  }

  @Benchmark
  public Integer ownRead(Keys keys) {
    return own.read(keys.changing());
  }

  @Benchmark
  public Map<String, Integer> ownCopy() {
    return own.copy();
  }

  @Benchmark
  public long ownIterate() {
    return own.sum();
  }
}
