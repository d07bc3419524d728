package io.tallyfast.agent;

import java.io.IOException;
import java.util.List;

/**
 * Defines the guarded maps: each when the first class that creates one is rewritten, so that an
 * application without any does not pay for them. Thread-safe, and takes no lock: the caller may
 * hold that of a class loader.
 */
final class GuardedMaps {
  private static final String JDK = "java/util/";
  private static final String GUARDED = "Guarded";

  private final RuntimeOnDemand runtime;

  GuardedMaps(RuntimeOnDemand runtime) {
    this.runtime = runtime;
  }

  /** Whether there is a guarded class for one of the JDK's, as in {@code java/util/HashMap}. */
  static boolean isGuardable(String type) {
    return type.startsWith(JDK)
        && RuntimeClasses.MAPS.contains(GUARDED + type.substring(JDK.length()));
  }

  /**
   * Defines the guarded class for one of the JDK's, unless that was done.
   *
   * @param type a guardable one, as in {@code java/util/HashMap}
   * @return its name as defined, as in {@code java/lang/$TallyfastGuardedHashMap}
   * @throws IOException when a class of it cannot be read
   * @throws ReflectiveOperationException when one cannot be defined
   */
  String define(String type) throws IOException, ReflectiveOperationException {
    String name = GUARDED + type.substring(JDK.length());
    runtime.define(RuntimeClasses.OF_MAPS);
    if (type.equals("java/util/TreeMap")) {
      runtime.define(RuntimeClasses.OF_TREE_MAPS);
    } else if (type.equals("java/util/LinkedHashMap")) {
      runtime.define(RuntimeClasses.OF_LINKED_MAPS);
    }
    runtime.define(List.of(name));
    return RuntimeNames.PREFIX + name;
  }
}
