package io.tallyfast.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/** All sites of one class, by method. Used once; not thread-safe. */
public final class ClassSites {
  private final ClassNode owner;
  private final TypeOracle types;
  private final Map<MethodNode, List<MapSite>> sites = new LinkedHashMap<>();
  private final Map<MethodNode, String> skipped = new LinkedHashMap<>();

  private ClassSites(ClassNode owner, TypeOracle types) {
    this.owner = owner;
    this.types = new OwnTypes(owner, types);
  }

  /** Finds the sites of a class, whose frames, if any, were read expanded. */
  public static ClassSites of(ClassNode owner, TypeOracle types) {
    ClassSites result = new ClassSites(owner, types);
    for (MethodNode method : owner.methods) {
      if (result.mayHoldSite(method)) {
        result.analyse(method);
      }
    }
    return result;
  }

  private boolean mayHoldSite(MethodNode method) {
    for (AbstractInsnNode insn : method.instructions) {
      MapCall call = MapCalls.of(insn, types);
      if (call != null && (call.stores() || call.computes() || call == MapCall.REPLACE_IF)) {
        return true;
      }
    }
    return false;
  }

  private void analyse(MethodNode method) {
    try {
      List<MapSite> found = new MethodSites(owner, MethodFlow.of(owner, method), types).find();
      if (!found.isEmpty()) {
        sites.put(method, found);
      }
    } catch (AnalyzerException e) {
      skipped.put(method, "the bytecode is not valid: " + e.getMessage());
    } catch (UnsupportedMethodException e) {
      skipped.put(method, e.getMessage());
    }
  }

  /** The sites by method, in the order of the class file. */
  public Map<MethodNode, List<MapSite>> byMethod() {
    return sites;
  }

  /** The methods that were left alone, each with the reason. */
  public Map<MethodNode, String> skipped() {
    return skipped;
  }

  /** Answers for the class itself, which the given oracle may not be able to find. */
  private record OwnTypes(ClassNode owner, TypeOracle others) implements TypeOracle {
    @Override
    public boolean isSubtype(String type, String ancestor) {
      if (!type.equals(owner.name)) {
        return others.isSubtype(type, ancestor);
      }
      boolean isMap = ancestor.equals("java/util/Map");
      return isMap && owner.superName != null && MapCalls.isMap(owner.superName, others)
          || owner.interfaces.contains(ancestor)
          || others.isSubtype(type, ancestor);
    }
  }

  /** All sites. */
  public List<MapSite> all() {
    List<MapSite> all = new ArrayList<>();
    for (List<MapSite> some : sites.values()) {
      all.addAll(some);
    }
    return all;
  }
}
