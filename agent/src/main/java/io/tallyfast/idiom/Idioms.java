package io.tallyfast.idiom;

import io.tallyfast.analysis.MapSite;
import java.util.List;

/** All idioms; the first that matches names a site. Immutable; thread-safe. */
public final class Idioms {
  private static final List<Idiom> ALL =
      List.of(
          new MergeCall(),
          new ComputeCall(),
          new ComputeIfPresentCall(),
          new ComputeIfAbsentCall(),
          new DefaultPut(),
          new FirstInsert(),
          new ReplaceCall(),
          new ExtremePut(),
          new StringPut(),
          new OptionalPut(),
          new GetOrDefaultPut(),
          new RemovePut(),
          new PutIfAbsentPut(),
          new ContainsKeyPut(),
          new TernaryPut(),
          new NullCheckPut(),
          new GetPut(),
          new VolatileField(),
          new StaticField(),
          new InstanceField(),
          new ArrayElement(),
          new HolderField(),
          new HolderArray(),
          new HolderCall(),
          new AtomicGetSet(),
          new EntrySetValue(),
          new ListElement(),
          new SplitGetPut(),
          new ReadReset(),
          new MapUpdated(),
          new CheckThenAct(),
          new InheritedDefault(),
          new PlainPut(),
          new MapCopy(),
          new MapIteration(),
          new MapEscape());

  private Idioms() {}

  /** All idioms, the special ones before the general. */
  public static List<Idiom> all() {
    return ALL;
  }

  /** The name of the idiom in which a site is written. */
  public static String nameOf(MapSite site) {
    for (Idiom idiom : ALL) {
      if (idiom.matches(site)) {
        return idiom.name();
      }
    }
    throw new IllegalStateException("no idiom for a site that calls " + site.write().name);
  }
}
