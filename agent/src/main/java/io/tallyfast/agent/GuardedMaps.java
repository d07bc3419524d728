package io.tallyfast.agent;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Defines the guarded maps: each when the first class that creates one is rewritten, so that an
 * application without any does not pay for them. Thread-safe, and takes no lock: the caller may
 * hold that of a class loader.
 */
final class GuardedMaps {
  private static final String JDK = "java/util/";
  private static final String GUARDED = "Guarded";

  private final RuntimeAccess runtime;
  private final Set<String> defined = ConcurrentHashMap.newKeySet();

  GuardedMaps(RuntimeAccess runtime) {
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
    if (!defined.contains(name)) {
      defineAll(RuntimeClasses.OF_MAPS);
      if (type.equals("java/util/TreeMap")) {
        defineAll(RuntimeClasses.OF_TREE_MAPS);
      } else if (type.equals("java/util/LinkedHashMap")) {
        defineAll(RuntimeClasses.OF_LINKED_MAPS);
      }
      defineAll(List.of(name));
      defined.add(name);
    }
    return RuntimeNames.PREFIX + name;
  }

  private void defineAll(List<String> names) throws IOException, ReflectiveOperationException {
    for (String name : names) {
      if (defined.contains(name)) {
        continue;
      }
      try {
        byte[] compiled = ClassBytes.ofAgent(RuntimeNames.compiled(name));
        runtime.define(RuntimeNames.rename(NewerMethods.complete(name, compiled)));
      } catch (LinkageError e) {
        // Another thread was faster, or else this says what is wrong.
        Class.forName(RuntimeNames.defined(name), false, null);
      }
      defined.add(name);
    }
  }
}
