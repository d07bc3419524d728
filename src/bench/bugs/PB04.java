import org.deeplearning4j.berkeley.Counter;

/** A count that is read by one method of a class and written by another. */
public final class PB04 implements Drive.Bug {
  private final Counter<String> counter = new Counter<>();

  public PB04() {
    counter.incrementCount("w", 1.0);
  }

  @Override
  public void hit() {
    counter.incrementCount("w", 1.0);
  }

  @Override
  public long counted() {
    return (long) counter.getCount("w") - 1;
  }
}
