import org.apache.ibatis.cache.Cache;
import org.apache.ibatis.cache.decorators.LoggingCache;
import org.apache.ibatis.cache.impl.PerpetualCache;

/** Requests of a cache: protected ints. */
public class PB11 implements Drive.Bug {
  protected final Open cache;

  public PB11() {
    PerpetualCache inner = new PerpetualCache("cache");
    inner.putObject("k", "v");
    cache = new Open(inner);
  }

  @Override
  public void hit() {
    cache.getObject("k");
  }

  @Override
  public long counted() {
    return cache.requests();
  }

  /** Hits, under a condition. */
  public static final class Hits extends PB11 {
    @Override
    public long counted() {
      return cache.hits();
    }
  }

  static final class Open extends LoggingCache {
    Open(Cache delegate) {
      super(delegate);
    }

    int requests() {
      return requests;
    }

    int hits() {
      return hits;
    }
  }
}
