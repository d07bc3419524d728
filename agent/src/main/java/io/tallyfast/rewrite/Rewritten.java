package io.tallyfast.rewrite;

import io.tallyfast.analysis.Site;
import java.util.List;

/** What became of one class. Immutable but for the bytes, which belong to the caller. */
public final class Rewritten {
  /** The class stays as it is and there is nothing to say about it. */
  public static final Rewritten UNCHANGED = new Rewritten(null, List.of(), List.of());

  private final byte[] classFile;
  private final List<Site> guarded;
  private final List<Site> refused;

  Rewritten(byte[] classFile, List<Site> guarded, List<Site> refused) {
    this.classFile = classFile;
    this.guarded = List.copyOf(guarded);
    this.refused = List.copyOf(refused);
  }

  /** The new class file, or null when the class stays as it is. */
  public byte[] classFile() {
    return classFile;
  }

  /** The sites that were rewritten. */
  public List<Site> guarded() {
    return guarded;
  }

  /** The sites that were left as they are, each with its reason. */
  public List<Site> refused() {
    return refused;
  }
}
