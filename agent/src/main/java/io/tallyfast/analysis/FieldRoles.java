package io.tallyfast.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What the fields of a class are for: which of them hold maps that are concurrent by what is
 * assigned to them, and which are counters. Not thread-safe.
 */
final class FieldRoles {
  private final ClassNode owner;
  private final TypeOracle types;
  private final Map<String, FieldNode> fields = new HashMap<>();
  private final Set<String> concurrent = new HashSet<>();
  private final Set<String> plain = new HashSet<>();
  private final Set<String> locked = new HashSet<>();
  private final Flows flows;
  private final Nest nest;
  private FieldUses uses;

  /** Whether the class shows that it is shared; null until somebody asks. */
  private Boolean shared;

  /** The fields that a method counts in and does nothing else; null until somebody asks. */
  private Set<String> offered;

  FieldRoles(ClassNode owner, TypeOracle types, Flows flows) {
    this.owner = owner;
    this.types = types;
    this.flows = flows;
    this.nest = new Nest(owner, types);
    for (FieldNode field : owner.fields) {
      fields.put(field.name, field);
    }
    for (MethodNode method : owner.methods) {
      for (AbstractInsnNode insn : method.instructions) {
        if (insn instanceof FieldInsnNode field
            && FieldKey.isWrite(field)
            && field.owner.equals(owner.name)
            && field.desc.endsWith("Map;")) {
          lookAtMap(field);
        }
      }
    }
  }

  private void lookAtMap(FieldInsnNode field) {
    AbstractInsnNode before = beforeSwap(previous(field));
    if (before instanceof MethodInsnNode call) {
      String type = call.name.equals("<init>") ? call.owner : returned(call);
      boolean isConcurrent =
          MapCalls.isConcurrent(type, types)
              || call.name.equals("newConcurrentMap")
              || isLockOfItself(type)
              || call.name.equals("synchronizedMap");
      if (call.name.equals("synchronizedMap") || isLockOfItself(type)) {
        locked.add(field.name);
      }
      (isConcurrent ? concurrent : plain).add(field.name);
    } else {
      plain.add(field.name);
    }
  }

  /** Whether all methods of a map, {@code merge} too, take it as their lock. */
  static boolean isLockOfItself(String type) {
    return type.equals("java/util/Hashtable");
  }

  private static String returned(MethodInsnNode call) {
    Type type = Type.getReturnType(call.desc);
    return type.getSort() == Type.OBJECT ? type.getInternalName() : "";
  }

  /** Groovy keeps the value in a local, loads it and the object, and swaps both. */
  private static AbstractInsnNode beforeSwap(AbstractInsnNode insn) {
    AbstractInsnNode i = insn;
    int[] expected = {Opcodes.SWAP, Opcodes.ALOAD, Opcodes.ALOAD, Opcodes.ASTORE};
    for (int opcode : expected) {
      if (i == null || i.getOpcode() != opcode) {
        return insn;
      }
      i = previous(i);
    }
    return i;
  }

  private static AbstractInsnNode previous(AbstractInsnNode insn) {
    AbstractInsnNode i = insn.getPrevious();
    while (i != null && Insns.isMark(i)) {
      i = i.getPrevious();
    }
    return i;
  }

  /** Whether all maps that are ever assigned to the field are concurrent or synchronized. */
  boolean isConcurrent(FieldInsnNode field) {
    return field.owner.equals(owner.name)
        && concurrent.contains(field.name)
        && !plain.contains(field.name);
  }

  /** Whether some of these maps are each the lock that its methods take. */
  boolean locksItself(FieldInsnNode field) {
    return isConcurrent(field) && locked.contains(field.name);
  }

  /** Whether the field is used as an index, an offset or a bound. */
  boolean isCursor(FieldInsnNode field) {
    return uses().isPosition(FieldKey.of(field));
  }

  /** Whether the field holds flags, a hash or a product, and so no statistic. */
  boolean isFolded(FieldInsnNode field) {
    return uses().isFolded(FieldKey.of(field));
  }

  boolean isVolatile(FieldInsnNode field) {
    FieldNode node =
        field.owner.equals(owner.name)
            ? fields.get(field.name)
            : nest.field(field.owner, field.name);
    return node != null
        ? (node.access & Opcodes.ACC_VOLATILE) != 0
        : FieldKey.isNumber(field.desc) && inherits(field);
  }

  /** Whether the field is volatile that another class declares, outside of the nest. */
  private boolean inherits(FieldInsnNode field) {
    return field.owner.equals(owner.name)
        ? owner.superName != null && types.hasVolatile(owner.superName, field.name)
        : types.hasVolatile(field.owner, field.name);
  }

  /**
   * Whether what is written at a place is a counter.
   *
   * @param field the field, or the one that holds the array; null when there is none
   * @param fromMap whether the object that holds it was taken from a map, and so is shared
   */
  boolean isCounter(VariablePlace place, FieldInsnNode field, boolean fromMap, FieldScope scope) {
    if (!place.isVariable()) {
      return isCounterHeld(place, field, scope);
    }
    boolean element = place.kind() == VariablePlace.Kind.ELEMENT;
    if (!element && isVolatile(field)) {
      return scope != FieldScope.OFF;
    }
    if (scope == FieldScope.OFF || scope == FieldScope.VOLATILE) {
      return false;
    }
    if (field == null) {
      return fromMap;
    }
    String key = FieldKey.of(field);
    if (scope == FieldScope.ALL) {
      return !uses().isPosition(key);
    }
    boolean isStatic =
        field.getOpcode() == Opcodes.GETSTATIC || place.kind() == VariablePlace.Kind.STATIC;
    boolean shown = isStatic || fromMap || showsSharing(field);
    boolean says = !shown && saysSo(field);
    // How the methods use it is asked last: that takes an analysis of each of them.
    if (CounterNames.saysPosition(field.name) || !shown && !says && !mayTell(field)) {
      return false;
    }
    FieldUses known = uses();
    return known.isCounter(key)
        && (shown
            || nest.isShared(field.owner)
            || nest.isMapValue(field.owner)
            || types.isMapValue(field.owner)
            || says && !(field.owner.equals(owner.name) && known.hasCursor(owner)))
        && !nest.usesOtherwise(field, known);
  }

  /**
   * Whether an object of the library holds a counter: an atomic variable is made for several
   * threads, an entry of a map that counts; of a list only the field that holds it can tell.
   */
  private boolean isCounterHeld(VariablePlace place, FieldInsnNode field, FieldScope scope) {
    return switch (place.kind()) {
      case ATOMIC -> scope != FieldScope.OFF;
      case ENTRY -> scope == FieldScope.STATS || scope == FieldScope.ALL;
      case LISTED ->
          field != null
              && (scope == FieldScope.ALL
                  || scope == FieldScope.STATS
                      && (field.getOpcode() == Opcodes.GETSTATIC
                          || showsSharing(field)
                          || CounterNames.saysCount(field.name)));
      default -> false;
    };
  }

  /** Whether a field of this object is no counter whatever the methods do with it. */
  boolean isNeverCounter(FieldInsnNode field, FieldScope scope) {
    if (isVolatile(field) || scope == FieldScope.ALL) {
      return false;
    }
    return scope != FieldScope.STATS
        || CounterNames.saysPosition(field.name)
        || !showsSharing(field) && !saysSo(field) && !mayTell(field);
  }

  /** Whether other classes may tell that objects of the class of a field are shared. */
  private boolean mayTell(FieldInsnNode field) {
    return nest.mayTell(field.owner) || types.isMapValue(field.owner);
  }

  /**
   * Whether the code shows that several threads use what holds a field; if not, only its name or
   * use says so.
   */
  boolean isShownShared(FieldInsnNode field) {
    boolean isStatic =
        field.getOpcode() == Opcodes.GETSTATIC || field.getOpcode() == Opcodes.PUTSTATIC;
    return isStatic
        || isVolatile(field)
        || !CounterNames.saysCollection(field.owner)
            && (showsSharing(field) || nest.isShared(field.owner) || nest.isMapValue(field.owner));
  }

  /** The name of the idiom of a place that no map is behind. */
  String idiomOf(VariablePlace place, FieldInsnNode field) {
    return switch (place.kind()) {
      case FIELD, STATIC ->
          isVolatile(field)
              ? "volatile-field"
              : place.kind() == VariablePlace.Kind.STATIC ? "static-field" : "instance-field";
      case ELEMENT -> "array-element";
      case ATOMIC, THREAD_LOCAL -> "atomic-get-set";
      case ENTRY -> "entry-set-value";
      case LISTED -> "list-element";
    };
  }

  private FieldUses uses() {
    if (uses == null) {
      uses = new FieldUses(types);
      uses.add(owner, flows);
    }
    return uses;
  }

  private boolean showsSharing(FieldInsnNode field) {
    if (shared == null) {
      shared = Sharing.isShownBy(owner);
    }
    return shared || CounterNames.saysStatistics(field.owner);
  }

  /**
   * What only the field's name or a method of its own says holds unless the class speaks against.
   */
  private boolean saysSo(FieldInsnNode field) {
    return (CounterNames.saysCount(field.name) || offersCounting(field))
        && !CounterNames.saysOneThread(field.owner);
  }

  private boolean offersCounting(FieldInsnNode field) {
    if (!field.owner.equals(owner.name)) {
      return false;
    }
    if (offered == null) {
      offered = new HashSet<>();
      for (MethodNode method : owner.methods) {
        if (FieldUses.onlyCounts(method)) {
          offered.addAll(FieldUses.addedIn(method));
        }
      }
    }
    return offered.contains(FieldKey.of(field));
  }
}
