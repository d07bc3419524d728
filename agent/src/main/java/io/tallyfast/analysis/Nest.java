package io.tallyfast.analysis;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InnerClassNode;

/**
 * The classes that are nested with one: they may access its private fields, and the other way
 * round. Read from class files when they are asked for, never loaded. Not thread-safe.
 */
final class Nest {
  private static final int MOST = 40;

  private final ClassNode owner;
  private final TypeOracle types;
  private final Map<String, ClassNode> read = new HashMap<>();

  /** Whether the uses of the class's fields know of the nest. */
  private boolean told;

  Nest(ClassNode owner, TypeOracle types) {
    this.owner = owner;
    this.types = types;
  }

  private boolean isMate(String type) {
    return !type.equals(owner.name) && root(type).equals(root(owner.name));
  }

  private static String root(String type) {
    int inner = type.indexOf('$', type.lastIndexOf('/') + 2);
    return inner < 0 ? type : type.substring(0, inner);
  }

  /** A class of the nest, null when it is none or cannot be read. */
  private ClassNode mate(String type) {
    if (read.containsKey(type)) {
      return read.get(type);
    }
    ClassNode node = null;
    byte[] bytes = isMate(type) && read.size() < MOST ? types.classFile(type) : null;
    if (bytes != null) {
      try {
        node = new ClassNode();
        new ClassReader(bytes).accept(node, ClassReader.SKIP_DEBUG | ClassReader.EXPAND_FRAMES);
      } catch (RuntimeException e) {
        // What cannot be read tells nothing.
        node = null;
      }
    }
    read.put(type, node);
    return node;
  }

  /**
   * Whether the nest may tell that objects of a class are shared; reads no class of a nest of one.
   */
  boolean mayTell(String type) {
    return members().size() > 1 || isMate(type) || isMapValue(type);
  }

  /** A field of a class of the nest, null when it is not known. */
  FieldNode field(String type, String name) {
    ClassNode node = mate(type);
    if (node != null) {
      for (FieldNode field : node.fields) {
        if (field.name.equals(name)) {
          return field;
        }
      }
    }
    return null;
  }

  /** Whether a class of the nest shows that it is shared. */
  boolean isShared(String type) {
    ClassNode node = mate(type);
    return node != null && Sharing.isShownBy(node);
  }

  /** Whether a field of the nest is a map that holds objects of a class. */
  boolean isMapValue(String type) {
    String value = "L" + type + ";>";
    for (String mate : members()) {
      ClassNode node = mate.equals(owner.name) ? owner : mate(mate);
      if (node == null) {
        continue;
      }
      for (FieldNode field : node.fields) {
        if (field.signature != null
            && field.desc.endsWith("Map;")
            && field.signature.replace('.', '$').contains(value)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether another class of the nest uses a field as no counter is used. */
  boolean usesOtherwise(FieldInsnNode field, FieldUses uses) {
    String key = FieldKey.of(field);
    if (!told) {
      told = true;
      for (String mate : members()) {
        ClassNode node = mate(mate);
        if (node != null) {
          uses.use(node, new Flows(node));
        }
      }
    }
    return !uses.isCounter(key);
  }

  private Set<String> members() {
    Set<String> all = new LinkedHashSet<>();
    all.add(owner.name);
    addMembers(owner, all);
    String root = root(owner.name);
    if (!root.equals(owner.name)) {
      all.add(root);
      ClassNode outer = mate(root);
      if (outer != null) {
        addMembers(outer, all);
      }
    }
    return all;
  }

  private void addMembers(ClassNode node, Set<String> all) {
    if (node.nestMembers != null) {
      all.addAll(node.nestMembers);
    }
    for (InnerClassNode inner : node.innerClasses) {
      if (isMate(inner.name)) {
        all.add(inner.name);
      }
    }
  }
}
