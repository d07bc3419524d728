import com.google.appengine.tools.mapreduce.impl.CountersImpl;

/** An object that a map holds, looked up in one class and incremented in another. */
public final class PB05 implements Drive.Bug {
  private final CountersImpl counters = new CountersImpl();

  public PB05() {
    counters.getCounter("n").increment(0);
  }

  @Override
  public void hit() {
    counters.getCounter("n").increment(1);
  }

  @Override
  public long counted() {
    return counters.getCounter("n").getValue();
  }
}
