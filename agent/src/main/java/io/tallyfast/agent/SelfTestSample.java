package io.tallyfast.agent;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * A class with one site, for {@link SelfTest} to rewrite and run.
 *
 * <p>Public, with a public constructor, because the rewritten copy lives in another class loader.
 */
public final class SelfTestSample implements IntSupplier {
  private final Map<String, Integer> counts = new HashMap<>();

  /** Creates a sample that has counted nothing. */
  public SelfTestSample() {}

  /** Counts one, and returns the count. */
  @Override
  public int getAsInt() {
    Integer count = counts.get("sample");
    counts.put("sample", count == null ? 1 : count + 1);
    return counts.get("sample");
  }
}
