import org.apache.paimon.metrics.SimpleCounter;

/** A long that is incremented. */
public class PB10 implements Drive.Bug {
  protected final SimpleCounter counter = new SimpleCounter();

  @Override
  public void hit() {
    counter.inc();
  }

  @Override
  public long counted() {
    return counter.getCount();
  }

  /** A long to which something is added. */
  public static final class Two extends PB10 {
    @Override
    public void hit() {
      counter.inc(2);
    }

    @Override
    public long each() {
      return 2;
    }
  }
}
