package io.tallyfast.rewrite;

import java.util.Iterator;
import java.util.List;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LocalVariableAnnotationNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Drops annotations of local variables in ranges that do not begin and end at an instruction, as
 * some tools leave them. The JVM does not look at them; but no offset can be written for them, and
 * the next agent could not read what is written instead. Stateless.
 */
final class DebugRanges {
  private DebugRanges() {}

  static void drop(MethodNode method) {
    InsnList code = method.instructions;
    dropFrom(method.visibleLocalVariableAnnotations, code);
    dropFrom(method.invisibleLocalVariableAnnotations, code);
  }

  private static void dropFrom(List<LocalVariableAnnotationNode> annotations, InsnList code) {
    if (annotations == null) {
      return;
    }
    for (Iterator<LocalVariableAnnotationNode> i = annotations.iterator(); i.hasNext(); ) {
      LocalVariableAnnotationNode annotation = i.next();
      if (!areIn(code, annotation.start) || !areIn(code, annotation.end)) {
        i.remove();
      }
    }
  }

  private static boolean areIn(InsnList code, List<LabelNode> labels) {
    for (LabelNode label : labels) {
      if (!code.contains(label)) {
        return false;
      }
    }
    return true;
  }
}
