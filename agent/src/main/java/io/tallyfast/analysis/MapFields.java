package io.tallyfast.analysis;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * The fields of a class that hold statistics in a map, and the places where the class makes those
 * maps. A field holds statistics when the class or its nest counts in it, or in objects that it
 * holds, or when its name says so. Used for one class; not thread-safe.
 */
public final class MapFields {
  static final int MAX_NESTING = 5;

  private final ClassNode owner;
  private final TypeOracle types;
  private final MapNames names;
  private final OwnCode code;
  private final Creations creations;
  private final NestCounts nest;

  /** The fields that are counted in, and those that hold maps that are counted in. */
  private final Set<String> counted = new HashSet<>();

  private final Set<String> outer = new HashSet<>();
  private final Map<String, MapField> fields = new LinkedHashMap<>();

  private MapFields(ClassNode owner, TypeOracle types, MapNames names) {
    this.owner = owner;
    this.types = types;
    this.names = names;
    this.code = new OwnCode(owner);
    this.creations = new Creations(code, types);
    this.nest = new NestCounts(owner, types);
  }

  /** No fields. */
  public static MapFields none(ClassNode owner) {
    return new MapFields(owner, TypeOracle.NONE, MapNames.NONE);
  }

  /** Finds the fields of a class, given its sites. */
  public static MapFields of(
      ClassNode owner, ClassSites sites, FieldSites held, TypeOracle types, MapNames names) {
    MapFields result = new MapFields(owner, types, names);
    for (MapSite site : sites.all()) {
      result.count(site.flow(), site.map(), result.counted);
    }
    for (List<FieldSite> here : held.byMethod().values()) {
      for (FieldSite site : here) {
        result.countHeld(site);
      }
    }
    for (Map.Entry<String, FieldInsnNode> field : result.storedMaps().entrySet()) {
      if (result.holdsStatistics(field.getKey(), field.getValue())) {
        result.follow(field.getKey(), field.getValue());
      }
    }
    return result;
  }

  /** The maps that the class stores in fields, under name and descriptor. */
  private Map<String, FieldInsnNode> storedMaps() {
    Map<String, FieldInsnNode> stored = new LinkedHashMap<>();
    Map<String, Boolean> known = new HashMap<>();
    for (MethodNode method : owner.methods) {
      for (AbstractInsnNode insn : method.instructions) {
        if (insn.getOpcode() == PUTFIELD || insn.getOpcode() == PUTSTATIC) {
          FieldInsnNode field = (FieldInsnNode) insn;
          if (field.desc.startsWith("L") && isMap(field, known)) {
            stored.putIfAbsent(key(field), field);
          }
        }
      }
    }
    return stored;
  }

  /**
   * What a field of another type than the JDK's holds is never made a guarded map; so its
   * supertypes are read only where something will be said of it.
   */
  private boolean isMap(FieldInsnNode field, Map<String, Boolean> known) {
    String key = key(field);
    boolean ask =
        counted.contains(key)
            || outer.contains(key)
            || names.mayHoldStatistics(field.name)
            || names.namesExactly(field.owner, field.name);
    String type = Type.getType(field.desc).getInternalName();
    if (!ask) {
      return MapCalls.isMap(type, TypeOracle.NONE);
    }
    Boolean map = known.get(type);
    if (map == null) {
      map = MapCalls.isMap(type, types);
      known.put(type, map);
    }
    return map;
  }

  static String key(FieldInsnNode field) {
    return field.name.concat(":").concat(field.desc);
  }

  /** What an object counts that a map holds is a part of what the map says. */
  private void countHeld(FieldSite site) {
    Expr holder = site.place().holder();
    if (holder != null) {
      count(site.flow(), new Origins(site.flow(), types).mapBehind(holder), outer);
    }
  }

  private void count(MethodFlow flow, Expr map, Set<String> fields) {
    code.knows(flow);
    Origins origins = new Origins(flow, types);
    Expr each = map;
    Set<String> level = fields;
    for (int depth = 0; each != null && depth < MAX_NESTING; depth++) {
      FieldInsnNode field = code.fieldOf(each);
      if (field != null) {
        level.add(key(field));
      }
      each = origins.mapBehind(each);
      level = outer;
    }
  }

  private boolean holdsStatistics(String key, FieldInsnNode field) {
    if (counted.contains(key)
        || outer.contains(key)
        || names.namesExactly(field.owner, field.name)) {
      return true;
    }
    Boolean numbers = ValueTypes.holdNumbers(declaration(field), types);
    if (numbers == null) {
      return makesMaps() && nest.counts(field);
    }
    return numbers && (names.mayHoldStatistics(field.name) || makesMaps() && nest.counts(field));
  }

  private FieldNode declaration(FieldInsnNode field) {
    for (FieldNode each : owner.fields) {
      if (field.owner.equals(owner.name)
          && each.name.equals(field.name)
          && each.desc.equals(field.desc)) {
        return each;
      }
    }
    return null;
  }

  /** Whether the class makes any map that could be made guarded. */
  private boolean makesMaps() {
    for (MethodNode method : owner.methods) {
      for (AbstractInsnNode insn : method.instructions) {
        if (insn.getOpcode() == NEW && Creations.GUARDABLE.contains(((TypeInsnNode) insn).desc)
            || insn instanceof MethodInsnNode call && Factories.typeOf(call) != null) {
          return true;
        }
      }
    }
    return false;
  }

  private void follow(String key, FieldInsnNode field) {
    creations.followField(field.name, field.desc);
    if (outer.contains(key)) {
      followValues(key);
    }
    List<String> outside = creations.takeOutside();
    fields.put(
        key,
        new MapField(
            owner.name.replace('/', '.'),
            field.name,
            Type.getType(field.desc).getClassName(),
            outside.isEmpty(),
            String.join("; ", outside)));
  }

  /** Follows the maps that are put into the map in a field. */
  private void followValues(String key) {
    for (MethodNode method : owner.methods) {
      for (AbstractInsnNode insn : method.instructions) {
        MapCall call = MapCalls.of(insn, types);
        if (call == MapCall.PUT
            || call == MapCall.PUT_IF_ABSENT
            || call == MapCall.COMPUTE_IF_ABSENT) {
          Expr put = code.at(insn, method);
          if (put != null && isIn(put.args[0], key)) {
            creations.followLastArgument(insn, method);
          }
        }
      }
    }
  }

  private boolean isIn(Expr map, String key) {
    FieldInsnNode field = code.fieldOf(map);
    return field != null && key(field).equals(key);
  }

  /** Whether there is no such field. */
  public boolean isEmpty() {
    return fields.isEmpty();
  }

  /** The fields, in the order in which the class stores into them. */
  public List<MapField> fields() {
    return new ArrayList<>(fields.values());
  }

  /** The names of the fields with their descriptors, as in {@code stats:Ljava/util/Map;}. */
  public Set<String> keys() {
    return fields.keySet();
  }

  /**
   * The instructions that make the maps: {@code NEW}, whose constructor {@link #constructorOf}
   * tells, an {@code invokedynamic} with the reference of a constructor, a call of a method that
   * makes the map {@link #typeMadeBy} tells, or one that wraps a map into one that locks itself.
   */
  public Set<AbstractInsnNode> made() {
    return new LinkedHashSet<>(creations.made());
  }

  /** The call of the constructor for a map that is made. */
  public MethodInsnNode constructorOf(AbstractInsnNode made) {
    return (MethodInsnNode) code.at(made, methodOf(made)).constant;
  }

  /** The method of the class in which an instruction stands. */
  public MethodNode methodOf(AbstractInsnNode made) {
    for (MethodNode method : owner.methods) {
      if (method.instructions.contains(made)) {
        return method;
      }
    }
    throw new IllegalStateException("not made in this class");
  }

  /** The class of the JDK's map that a call makes; null when it wraps another one. */
  public static String typeMadeBy(MethodInsnNode call) {
    return Factories.typeOf(call);
  }

  /** What is to be said of the map of a site, when not all that look at it are guarded. */
  public String noteOn(MapSite site) {
    FieldInsnNode field = code.fieldOf(site.map());
    MapField known = field == null ? null : fields.get(key(field));
    if (known != null && !known.guarded()) {
      return "only the accesses of this class are guarded, not the map: ".concat(known.reason());
    }
    return "";
  }
}
