package io.tallyfast.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The table of calls that read and write maps. A new map type is a new row. Immutable; thread-safe.
 */
public final class MapCalls {
  private static final String OBJECT = "Ljava/lang/Object;";
  private static final String FUNCTION = "Ljava/util/function/Function;";
  private static final String BI_FUNCTION = "Ljava/util/function/BiFunction;";
  private static final String[] PLAIN = {
    "Map",
    "HashMap",
    "LinkedHashMap",
    "TreeMap",
    "SortedMap",
    "NavigableMap",
    "SequencedMap",
    "AbstractMap",
    "EnumMap",
    "Hashtable",
    "Properties",
    "IdentityHashMap",
    "WeakHashMap",
    "jar/Attributes"
  };
  private static final String[] CONCURRENT = {
    "ConcurrentMap", "ConcurrentHashMap", "ConcurrentNavigableMap", "ConcurrentSkipListMap"
  };
  private static final Map<String, MapCall> BY_SIGNATURE = new HashMap<>();
  private static final Set<String> MAP_TYPES = new HashSet<>();
  private static final Set<String> CONCURRENT_TYPES = new HashSet<>();

  static {
    row("get(" + OBJECT + ")" + OBJECT, MapCall.GET);
    row("getOrDefault(" + OBJECT + OBJECT + ")" + OBJECT, MapCall.GET_OR_DEFAULT);
    row("containsKey(" + OBJECT + ")Z", MapCall.CONTAINS);
    row("put(" + OBJECT + OBJECT + ")" + OBJECT, MapCall.PUT);
    row("put(Ljava/lang/Enum;" + OBJECT + ")" + OBJECT, MapCall.PUT);
    row("putIfAbsent(" + OBJECT + OBJECT + ")" + OBJECT, MapCall.PUT_IF_ABSENT);
    row("replace(" + OBJECT + OBJECT + ")" + OBJECT, MapCall.REPLACE);
    row("replace(" + OBJECT + OBJECT + OBJECT + ")Z", MapCall.REPLACE_IF);
    row("remove(" + OBJECT + ")" + OBJECT, MapCall.REMOVE);
    row("merge(" + OBJECT + OBJECT + BI_FUNCTION + ")" + OBJECT, MapCall.MERGE);
    row("compute(" + OBJECT + BI_FUNCTION + ")" + OBJECT, MapCall.COMPUTE);
    row("computeIfPresent(" + OBJECT + BI_FUNCTION + ")" + OBJECT, MapCall.COMPUTE_IF_PRESENT);
    row("computeIfAbsent(" + OBJECT + FUNCTION + ")" + OBJECT, MapCall.COMPUTE_IF_ABSENT);
    for (String name : PLAIN) {
      MAP_TYPES.add("java/util/" + name);
    }
    for (String name : CONCURRENT) {
      CONCURRENT_TYPES.add("java/util/concurrent/" + name);
    }
    MAP_TYPES.addAll(CONCURRENT_TYPES);
    CONCURRENT_TYPES.add("scala/collection/concurrent/Map");
    CONCURRENT_TYPES.add("scala/collection/concurrent/TrieMap");
  }

  private MapCalls() {}

  private static void row(String signature, MapCall call) {
    BY_SIGNATURE.put(signature, call);
  }

  /** The names of the calls that read or write. */
  static List<String> namesOfAccesses() {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, MapCall> row : BY_SIGNATURE.entrySet()) {
      if (RawInterest.matters(row.getValue())) {
        names.add(row.getKey().substring(0, row.getKey().indexOf('(')));
      }
    }
    return names;
  }

  /**
   * What an instruction does with a map.
   *
   * @return null when it does nothing to a map that is known by its type
   */
  public static MapCall of(AbstractInsnNode insn, TypeOracle types) {
    if (!(insn instanceof MethodInsnNode call)) {
      return null;
    }
    if (call.getOpcode() != Opcodes.INVOKEINTERFACE && call.getOpcode() != Opcodes.INVOKEVIRTUAL) {
      return types.knowsForeignMaps() ? ForeignMapCalls.ofStatic(call) : null;
    }
    MapCall found = BY_SIGNATURE.get(call.name.concat(call.desc));
    if (found == null) {
      return types.knowsForeignMaps() ? ForeignMapCalls.of(call) : null;
    }
    boolean map = MAP_TYPES.contains(call.owner) || types.isSubtype(call.owner, "java/util/Map");
    if (map) {
      return found;
    }
    return types.knowsForeignMaps() ? ForeignMapCalls.of(call) : null;
  }

  /** What a call of this name and descriptor does when its receiver is a map; null for nothing. */
  public static MapCall bySignature(String name, String descriptor) {
    return BY_SIGNATURE.get(name.concat(descriptor));
  }

  /** What a call does when its receiver is a map of any language, going by its name. */
  static MapCall byName(MethodInsnNode call) {
    MapCall known = bySignature(call.name, call.desc);
    if (known != null) {
      return known;
    }
    MapCall foreign = ForeignMapCalls.of(call);
    return foreign != null ? foreign : ForeignMapCalls.ofStatic(call);
  }

  /** Whether a type is a map whose own operations are atomic, as far as its name tells. */
  public static boolean isConcurrent(String type, TypeOracle types) {
    return CONCURRENT_TYPES.contains(type)
        || !MAP_TYPES.contains(type) && types.isSubtype(type, "java/util/concurrent/ConcurrentMap");
  }

  /** Whether a type is a map, as far as its name or the oracle tells. */
  static boolean isMap(String type, TypeOracle types) {
    return MAP_TYPES.contains(type) || types.isSubtype(type, "java/util/Map");
  }
}
