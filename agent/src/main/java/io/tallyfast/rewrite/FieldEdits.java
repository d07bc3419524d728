package io.tallyfast.rewrite;

import io.tallyfast.analysis.FieldSite;
import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.tree.MethodNode;

/** The changes to the sites of a class on fields and elements. Used once; not thread-safe. */
final class FieldEdits {
  private final FieldCalls calls;
  private final Map<FieldSite, Integer> numbers = new LinkedHashMap<>();

  FieldEdits(FieldCalls calls) {
    this.calls = calls;
  }

  void add(FieldSite site, int number) {
    numbers.put(site, number);
  }

  /** Changes the sites of one method. */
  void edit(MethodNode method) {
    FreshLocals locals = null;
    for (Map.Entry<FieldSite, Integer> each : numbers.entrySet()) {
      if (each.getKey().flow().method() == method) {
        if (locals == null) {
          locals = new FreshLocals(method);
        }
        new FieldEdit(each.getKey(), locals, calls).edit(each.getValue());
      }
    }
    if (locals != null) {
      locals.finish();
    }
  }
}
