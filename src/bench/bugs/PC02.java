import java.util.concurrent.atomic.AtomicInteger;
import tachyon.master.Counters;

/** A control: a maximum that only synchronized methods change. */
public final class PC02 implements Drive.Bug {
  private final Counters counters = new Counters(0, 0, 0);
  private final AtomicInteger next = new AtomicInteger();

  @Override
  public void hit() {
    counters.updateInodeCounter(next.incrementAndGet());
  }

  @Override
  public long counted() {
    return counters.getInodeCounter();
  }
}
