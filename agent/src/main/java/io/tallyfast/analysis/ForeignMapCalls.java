package io.tallyfast.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The table of calls on maps that are no {@code java.util.Map}: Scala's, and those of primitives
 * (fastutil, hppc, Trove, Eclipse Collections and their like), which are known by the name of their
 * type; caches; attributes and properties, which are known by the names of their getter and setter;
 * and static calls of Kotlin's and Groovy's libraries. A new library is a new row. Immutable;
 * thread-safe.
 */
final class ForeignMapCalls {
  private static final Map<String, MapCall> BY_NAME = new HashMap<>();
  private static final Map<String, MapCall> STATIC = new HashMap<>();

  /** Named values of any object: a session's attributes, a context's, properties. */
  private static final Map<String, MapCall> NAMED = new HashMap<>();

  private static final String[] CACHES = {
    "com/google/common/cache/",
    "com/github/benmanes/caffeine/cache/",
    "javax/cache/",
    "org/ehcache/",
    "org/infinispan/"
  };

  static {
    row("get", 1, MapCall.GET);
    row("apply", 1, MapCall.GET);
    for (String primitive : new String[] {"Int", "Long", "Double", "Float", "Short", "Byte"}) {
      row("get" + primitive, 1, MapCall.GET);
      row("remove" + primitive, 1, MapCall.REMOVE);
      row("merge" + primitive, 3, MapCall.MERGE);
      row("compute" + primitive, 2, MapCall.COMPUTE);
    }
    row("getOrDefault", 2, MapCall.GET_OR_DEFAULT);
    row("getOrElse", 2, MapCall.GET_OR_DEFAULT);
    row("getIfAbsent", 2, MapCall.GET_OR_DEFAULT);
    row("getOrElseUpdate", 2, MapCall.COMPUTE_IF_ABSENT);
    row("getIfPresent", 1, MapCall.GET);
    row("getUnchecked", 1, MapCall.GET);
    row("contains", 1, MapCall.CONTAINS);
    row("containsKey", 1, MapCall.CONTAINS);
    row("put", 2, MapCall.PUT);
    row("update", 2, MapCall.PUT);
    row("putIfAbsent", 2, MapCall.PUT_IF_ABSENT);
    row("replace", 2, MapCall.REPLACE);
    row("remove", 1, MapCall.REMOVE);
    row("merge", 3, MapCall.MERGE);
    row("addTo", 2, MapCall.MERGE);
    row("addToValue", 2, MapCall.MERGE);
    row("putOrAdd", 3, MapCall.MERGE);
    row("adjustValue", 2, MapCall.MERGE);
    row("adjustOrPutValue", 3, MapCall.MERGE);
    row("updateWith", 2, MapCall.COMPUTE);
    row("addValue", 2, MapCall.MERGE);
    row("updateValue", 3, MapCall.MERGE);
    row("putIfAbsentOrAdd", 3, MapCall.MERGE);
    row("increment", 1, MapCall.COMPUTE_IF_PRESENT);
    NAMED.put("getAttribute/1", MapCall.GET);
    NAMED.put("setAttribute/2", MapCall.PUT);
    NAMED.put("removeAttribute/1", MapCall.REMOVE);
    NAMED.put("getProperty/1", MapCall.GET);
    NAMED.put("getProperty/2", MapCall.GET_OR_DEFAULT);
    NAMED.put("setProperty/2", MapCall.PUT);
    STATIC.put("kotlin/collections/MapsKt.getValue", MapCall.GET);
    STATIC.put("org/codehaus/groovy/runtime/DefaultGroovyMethods.getAt", MapCall.GET);
    STATIC.put("org/codehaus/groovy/runtime/DefaultGroovyMethods.get", MapCall.GET_OR_DEFAULT);
    STATIC.put("org/codehaus/groovy/runtime/DefaultGroovyMethods.putAt", MapCall.PUT);
  }

  private ForeignMapCalls() {}

  private static void row(String name, int arguments, MapCall call) {
    BY_NAME.put(name + "/" + arguments, call);
  }

  /** The names of the calls that read or write. */
  static List<String> namesOfAccesses() {
    List<String> names = new ArrayList<>();
    for (Map<String, MapCall> table : List.of(BY_NAME, NAMED)) {
      for (Map.Entry<String, MapCall> row : table.entrySet()) {
        if (RawInterest.matters(row.getValue())) {
          names.add(row.getKey().substring(0, row.getKey().indexOf('/')));
        }
      }
    }
    for (Map.Entry<String, MapCall> row : STATIC.entrySet()) {
      if (RawInterest.matters(row.getValue())) {
        names.add(row.getKey().substring(row.getKey().lastIndexOf('.') + 1));
      }
    }
    return names;
  }

  /** What a call of this name may do with a map, whatever its types; null for nothing. */
  static MapCall byName(String owner, String name, int arguments) {
    MapCall found = known(owner, name, arguments);
    return found == null ? STATIC.get(owner + "." + name) : found;
  }

  private static MapCall known(String owner, String name, int arguments) {
    String call = name + "/" + arguments;
    return isMapName(owner) || isCache(owner) ? BY_NAME.get(call) : NAMED.get(call);
  }

  /** What a call on an object does with a map, null for nothing. */
  static MapCall of(MethodInsnNode call) {
    if (call.getOpcode() == Opcodes.INVOKESPECIAL) {
      return null;
    }
    MapCall found = known(call.owner, call.name, Type.getArgumentCount(call.desc));
    boolean returns = Type.getReturnType(call.desc).getSort() != Type.VOID;
    return found == MapCall.GET && !returns ? null : found;
  }

  /** What a call of a language's library does with its first argument; null for nothing. */
  static MapCall ofStatic(MethodInsnNode call) {
    return call.getOpcode() == Opcodes.INVOKESTATIC
            && call.desc.startsWith("(Ljava/util/Map;Ljava/lang/Object;")
        ? STATIC.get(call.owner + "." + call.name)
        : null;
  }

  private static boolean isCache(String type) {
    for (String library : CACHES) {
      if (type.startsWith(library)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a type is a map, going by its name. */
  static boolean isMapName(String type) {
    String simple = type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf('$')) + 1);
    return type.startsWith("scala/collection/") && simple.contains("Map")
        || simple.endsWith("Map") && !type.startsWith("java/")
        || simple.endsWith("IntMap")
        || simple.endsWith("LongMap");
  }
}
