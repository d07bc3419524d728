package io.tallyfast.analysis;

import java.util.Set;
import org.objectweb.asm.tree.MethodInsnNode;

/** The table of calls that make a new map. Immutable; thread-safe. */
final class Factories {
  private static final Set<String> OWNERS =
      Set.of(
          "com/google/common/collect/Maps",
          "java/util/Map",
          "kotlin/collections/MapsKt",
          "scala/collection/mutable/Map$",
          "scala/collection/mutable/HashMap$",
          "com/carrotsearch/hppc/ObjectIntHashMap");

  private Factories() {}

  /** Whether the call returns a map that nobody else has. */
  static boolean makes(MethodInsnNode call) {
    if (call.name.equals("collect") && call.owner.startsWith("java/util/stream/")) {
      return true;
    }
    boolean named =
        call.name.startsWith("new")
            || call.name.equals("of")
            || call.name.equals("empty")
            || call.name.equals("apply")
            || call.name.endsWith("MapOf")
            || call.name.equals("withDefaultValue");
    return named && (OWNERS.contains(call.owner) || call.name.equals("withDefaultValue"));
  }
}
