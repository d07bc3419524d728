package shop;

import java.util.HashMap;
import java.util.Map;

/** Counts sales as many servers do: without a lock. */
public final class Sales implements Counting {
  private static int served;

  private final Map<String, Integer> sold = new HashMap<>();
  private final Map<String, Integer> delivered = new HashMap<>();
  private final Truck truck = new Truck();

  /** Creates a shop that has sold nothing yet. */
  public Sales() {
    sold.put("tea", 0);
    delivered.put("tea", 0);
  }

  @Override
  public void sell() {
    sold.put("tea", sold.getOrDefault("tea", 0) + 1);
    int before = delivered.get("tea");
    truck.drive();
    delivered.put("tea", before + 1);
    served++;
  }

  @Override
  public String toString() {
    return String.format(
        "sold %d, delivered %d, served %d", sold.get("tea"), delivered.get("tea"), served);
  }
}
