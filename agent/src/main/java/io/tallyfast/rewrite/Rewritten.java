package io.tallyfast.rewrite;

import io.tallyfast.analysis.MapField;
import io.tallyfast.analysis.Site;
import java.util.List;
import java.util.Set;

/** What became of one class. Immutable but for the bytes, which belong to the caller. */
public final class Rewritten {
  /** The class stays as it is and there is nothing to say about it. */
  public static final Rewritten UNCHANGED = new Rewritten(null, List.of(), List.of());

  private final byte[] classFile;
  private final List<Site> guarded;
  private final List<Site> refused;
  private final List<String> skipped;
  private final List<MapField> maps;
  private final Set<String> mapTypes;

  Rewritten(byte[] classFile, List<Site> guarded, List<Site> refused) {
    this(classFile, guarded, refused, List.of());
  }

  Rewritten(byte[] classFile, List<Site> guarded, List<Site> refused, List<String> skipped) {
    this(classFile, guarded, refused, skipped, List.of(), Set.of());
  }

  private Rewritten(
      byte[] classFile,
      List<Site> guarded,
      List<Site> refused,
      List<String> skipped,
      List<MapField> maps,
      Set<String> mapTypes) {
    this.classFile = classFile;
    this.guarded = List.copyOf(guarded);
    this.refused = List.copyOf(refused);
    this.skipped = List.copyOf(skipped);
    this.maps = List.copyOf(maps);
    this.mapTypes = Set.copyOf(mapTypes);
  }

  /** The same, and what became of the maps of the class. */
  Rewritten withMaps(List<MapField> fields, Set<String> types) {
    return new Rewritten(classFile, guarded, refused, skipped, fields, types);
  }

  /** The new class file, or null when the class stays as it is. */
  public byte[] classFile() {
    return classFile;
  }

  /** The sites that were rewritten. */
  public List<Site> guarded() {
    return guarded;
  }

  /** The methods that were not analysed, as {@code name: reason}: a site in them is not known. */
  public List<String> skipped() {
    return skipped;
  }

  /** The sites that were left as they are, each with its reason. */
  public List<Site> refused() {
    return refused;
  }

  /** The fields that hold statistics in maps, and whether those maps are guarded ones. */
  public List<MapField> maps() {
    return maps;
  }

  /**
   * The classes of the JDK whose guarded ones the new class file creates, as in {@code
   * java/util/HashMap}.
   */
  public Set<String> mapTypes() {
    return mapTypes;
  }
}
