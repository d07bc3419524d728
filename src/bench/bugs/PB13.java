import org.junit.runner.Description;
import org.junit.runner.Result;
import org.junit.runner.notification.RunNotifier;

/** Private ints of an outer class, which an inner class increments through a synthetic method. */
public class PB13 implements Drive.Bug {
  protected final Result result = new Result();
  protected final RunNotifier notifier = new RunNotifier();
  protected final Description description = Description.createSuiteDescription("test");

  public PB13() {
    notifier.addListener(result.createListener());
  }

  @Override
  public void hit() {
    notifier.fireTestFinished(description);
  }

  @Override
  public long counted() {
    return result.getRunCount();
  }

  /** The ignored ones. */
  public static final class Ignored extends PB13 {
    @Override
    public void hit() {
      notifier.fireTestIgnored(description);
    }

    @Override
    public long counted() {
      return result.getIgnoreCount();
    }
  }
}
