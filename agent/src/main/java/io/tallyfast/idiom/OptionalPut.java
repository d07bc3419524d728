package io.tallyfast.idiom;

import io.tallyfast.analysis.Expr;
import io.tallyfast.analysis.MapSite;
import org.objectweb.asm.tree.MethodInsnNode;

/** {@code map.put(k, Optional.ofNullable(map.get(k)).orElse(0) + 1)}. */
final class OptionalPut implements Idiom {
  @Override
  public String name() {
    return "optional-put";
  }

  @Override
  public boolean matches(MapSite site) {
    for (Expr value : site.chain()) {
      boolean optional =
          value.insn instanceof MethodInsnNode call && call.owner.equals("java/util/Optional");
      if (optional) {
        return true;
      }
    }
    return false;
  }
}
