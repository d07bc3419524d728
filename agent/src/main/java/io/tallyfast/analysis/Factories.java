package io.tallyfast.analysis;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The table of calls that make a new map. Immutable; thread-safe.
 *
 * <p>A library may have been moved into another package, so the end of a class's name is enough.
 * What such a call really made is looked at when it runs.
 */
final class Factories {
  private static final Set<String> OWNERS =
      Set.of(
          "com/google/common/collect/Maps",
          "java/util/Map",
          "kotlin/collections/MapsKt",
          "scala/collection/mutable/Map$",
          "scala/collection/mutable/HashMap$",
          "com/carrotsearch/hppc/ObjectIntHashMap");

  private static final String COLLECTORS = "java/util/stream/Collectors";
  private static final String HASH_MAP = "java/util/HashMap";
  private static final String LINKED = "java/util/LinkedHashMap";

  /** Class, method, and the class of the map where the descriptor does not say it. */
  private static final String[][] ROWS = {
    {"common/collect/Maps", "newHashMap", HASH_MAP},
    {"common/collect/Maps", "newHashMapWithExpectedSize", HASH_MAP},
    {"common/collect/Maps", "newLinkedHashMap", LINKED},
    {"common/collect/Maps", "newLinkedHashMapWithExpectedSize", LINKED},
    {"common/collect/Maps", "newTreeMap", "java/util/TreeMap"},
    {"common/collect/Maps", "newEnumMap", "java/util/EnumMap"},
    {"common/collect/Maps", "newIdentityHashMap", "java/util/IdentityHashMap"},
    {HASH_MAP, "newHashMap", HASH_MAP},
    {LINKED, "newLinkedHashMap", LINKED},
    {"kotlin/collections/MapsKt", "hashMapOf", HASH_MAP},
    {"kotlin/collections/MapsKt", "linkedMapOf", LINKED},
    {"kotlin/collections/MapsKt", "mutableMapOf", LINKED},
    {"kotlin/collections/MapsKt", "toMutableMap", LINKED},
    {"kotlin/collections/MapsKt", "sortedMapOf", "java/util/TreeMap"},
    {"kotlin/collections/MapsKt", "toSortedMap", "java/util/TreeMap"},
    {"org/codehaus/groovy/runtime/ScriptBytecodeAdapter", "createMap", LINKED},
    {"util/CollectionUtils", "newHashMap", HASH_MAP},
    {"util/CollectionUtils", "newLinkedHashMap", LINKED},
  };

  private Factories() {}

  /** Whether the call returns a map that nobody else has. */
  static boolean makes(MethodInsnNode call) {
    if (isCollect(call)) {
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

  /** Whether a call has a stream collected. */
  static boolean isCollect(MethodInsnNode call) {
    return call.name.equals("collect") && call.owner.startsWith("java/util/stream/");
  }

  /**
   * The class of the JDK's map that a call makes and that nobody else has, as an internal name;
   * null when the table has no such call.
   */
  static String typeOf(MethodInsnNode call) {
    if (isCollect(call)) {
      return HASH_MAP;
    }
    if (call.getOpcode() != Opcodes.INVOKESTATIC
        || Type.getReturnType(call.desc).getSort() != Type.OBJECT) {
      return null;
    }
    for (String[] row : ROWS) {
      if (call.name.equals(row[1]) && isClass(call.owner, row[0])) {
        return row[2];
      }
    }
    return null;
  }

  private static boolean isClass(String name, String end) {
    int before = name.length() - end.length() - 1;
    return name.endsWith(end) && (before < 0 || name.charAt(before) == '/');
  }

  /**
   * Where a collector gets the map from: the position of the argument that makes it, -1 when the
   * collector makes a {@code HashMap} itself, -2 when it is none that makes maps.
   */
  static int supplierOf(MethodInsnNode collector) {
    if (!collector.owner.equals(COLLECTORS)) {
      return -2;
    }
    int parameters = Type.getArgumentTypes(collector.desc).length;
    return switch (collector.name) {
      case "toMap" -> parameters == 4 ? 3 : -1;
      case "groupingBy" -> parameters == 3 ? 1 : -1;
      default -> -2;
    };
  }

  /** What names of classes end with that the table has, as they stand in a class file. */
  static byte[][] classNames() {
    Set<String> names = new LinkedHashSet<>();
    for (String[] row : ROWS) {
      names.add(row[0]);
    }
    names.add(COLLECTORS);
    byte[][] bytes = new byte[names.size()][];
    int next = 0;
    for (String name : names) {
      bytes[next++] = name.getBytes(StandardCharsets.US_ASCII);
    }
    return bytes;
  }
}
