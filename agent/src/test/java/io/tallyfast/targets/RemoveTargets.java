package io.tallyfast.targets;

import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import java.util.HashMap;
import java.util.Map;

/** An entry is taken out and put back; meanwhile another thread finds nothing. */
public class RemoveTargets {
  private RemoveTargets() {}

  /** Starts at one where nothing was there. */
  @Racy
  public static class TakenOutAndPutBack extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = key(i);
      Integer old = stats.remove(k);
      stats.put(k, old == null ? 1 : old + 1); // assertGuarded("remove-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }
}
