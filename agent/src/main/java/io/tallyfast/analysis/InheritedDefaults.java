package io.tallyfast.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Tells whether a class is a map that is made for several threads, and yet leaves {@code merge} and
 * its like to {@code java.util.Map}, which gets and puts in two steps. Stateless; thread-safe.
 */
final class InheritedDefaults {
  static final String IDIOM = "inherited-default";

  /** What counts comes first; the others put a first value twice. */
  private static final List<String> DEFAULTS =
      List.of("merge", "compute", "computeIfPresent", "computeIfAbsent", "putIfAbsent");

  private static final int COUNTING = 3;
  private static final Set<String> MAPS =
      Set.of("java/util/Map", "java/util/SortedMap", "java/util/NavigableMap");
  private static final Set<String> PLAIN = Set.of("java/lang/Object", "java/util/AbstractMap");
  private static final List<String> NAMES = List.of("concurrent", "synchronized", "threadsafe");

  private InheritedDefaults() {}

  /** The method that puts into such a map; null for any other class. */
  static MethodNode putOf(ClassNode owner, TypeOracle types) {
    boolean map =
        "java/util/AbstractMap".equals(owner.superName)
            || !Collections.disjoint(MAPS, owner.interfaces);
    if (!map || !PLAIN.contains(owner.superName) || isConcurrent(owner, types)) {
      return null;
    }
    MethodNode put = null;
    for (MethodNode method : owner.methods) {
      boolean stores = method.name.equals("put") && Type.getArgumentTypes(method.desc).length == 2;
      put = stores && !isBridge(method) && method.instructions.size() > 0 ? method : put;
    }
    boolean shared = put != null && (LockCalls.areTakenIn(put) || saysSo(owner));
    boolean leaves = !Collections.disjoint(missing(owner), DEFAULTS.subList(0, COUNTING));
    return shared && leaves ? put : null;
  }

  private static boolean saysSo(ClassNode owner) {
    String name = owner.name.substring(owner.name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    for (String word : NAMES) {
      if (name.contains(word)) {
        return true;
      }
    }
    return Claims.has("ThreadSafe", owner.visibleAnnotations, owner.invisibleAnnotations);
  }

  private static boolean isConcurrent(ClassNode owner, TypeOracle types) {
    for (String type : owner.interfaces) {
      if (MapCalls.isConcurrent(type, types)) {
        return true;
      }
    }
    return MapCalls.isConcurrent(owner.name, types);
  }

  /** The defaults that the class does not replace. */
  private static List<String> missing(ClassNode owner) {
    List<String> missing = new ArrayList<>(DEFAULTS);
    for (MethodNode method : owner.methods) {
      missing.remove(method.name);
    }
    return missing;
  }

  private static boolean isBridge(MethodNode method) {
    return (method.access & Opcodes.ACC_BRIDGE) != 0;
  }

  /** What is found of such a map. */
  static Mutation mutation(ClassNode owner, MethodNode put, ClassFacts.SiteNames names) {
    AbstractInsnNode first = put.instructions.getFirst();
    while (Insns.isMark(first) && first.getNext() != null) {
      first = first.getNext();
    }
    String[] words = {LockNames.THIS, owner.name, "", ""};
    Site site = names.of(put, first, IDIOM, Site.Kind.MAP, words);
    String all = String.join(", ", missing(owner));
    Site told = site.withReason(all.concat(": as java.util.Map does it, in two steps"));
    return new Mutation(
        told,
        put.name.concat(put.desc),
        owner.name.concat(".this"),
        LockNames.THIS,
        Set.of(),
        Origins.Reach.SHARED,
        -1,
        false,
        true,
        false);
  }
}
