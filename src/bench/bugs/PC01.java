import com.alicp.jetcache.CacheResult;
import com.alicp.jetcache.event.CachePutEvent;
import com.alicp.jetcache.support.DefaultCacheMonitor;

/** A control: every increment is reached from a synchronized method. */
public final class PC01 implements Drive.Bug {
  private final DefaultCacheMonitor monitor = new DefaultCacheMonitor("cache");
  private final CachePutEvent event =
      new CachePutEvent(null, 1, "k", "v", CacheResult.SUCCESS_WITHOUT_MSG);

  @Override
  public void hit() {
    monitor.afterOperation(event);
  }

  @Override
  public long counted() {
    return monitor.getCacheStat().getPutCount();
  }
}
