import org.datanucleus.management.FactoryStatistics;

/** Reads of a data store, which go on to a parent's counter. */
public class PB12 implements Drive.Bug {
  protected final FactoryStatistics statistics = new FactoryStatistics(null);

  @Override
  public void hit() {
    statistics.incrementNumReads();
  }

  @Override
  public long counted() {
    return statistics.getNumberOfDatastoreReads();
  }

  /** Connections, with a maximum beside the count. */
  public static final class Connections extends PB12 {
    @Override
    public void hit() {
      statistics.incrementActiveConnections();
      statistics.decrementActiveConnections();
    }

    @Override
    public long counted() {
      return statistics.getConnectionActiveTotal();
    }
  }
}
