import com.hazelcast.monitor.impl.LocalMapStatsImpl;

/** A long of a statistics object to which something is added. */
public final class PB17 implements Drive.Bug {
  private final LocalMapStatsImpl stats = new LocalMapStatsImpl();

  @Override
  public void hit() {
    stats.incrementOwnedEntryCount(1);
  }

  @Override
  public long counted() {
    return stats.getOwnedEntryCount();
  }
}
