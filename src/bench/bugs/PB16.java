import java.lang.reflect.Field;
import org.apache.skywalking.apm.commons.datacarrier.partition.SimpleRollingPartitioner;

/** A volatile int whose old value chooses a partition. */
public final class PB16 implements Drive.Bug {
  private final SimpleRollingPartitioner<Object> partitioner = new SimpleRollingPartitioner<>();

  @Override
  public void hit() {
    partitioner.partition(8, null);
  }

  @Override
  public long counted() throws ReflectiveOperationException {
    Field field = SimpleRollingPartitioner.class.getDeclaredField("i");
    field.setAccessible(true);
    return field.getInt(partitioner);
  }
}
