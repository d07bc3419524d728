package io.tallyfast.rewrite;

import static org.objectweb.asm.Opcodes.*;

import io.tallyfast.analysis.FieldRepair.Outdated;
import io.tallyfast.analysis.FieldSite;
import io.tallyfast.analysis.Insns;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Gives what still holds the old or the new value of a field, after its write, the value that the
 * update really had.
 *
 * @param site the site
 */
record Renewal(FieldSite site) {

  /**
   * Writes the code.
   *
   * @param old the local with the value that the update began with
   * @param written the local with the value that it stored
   */
  void code(int old, int written, InsnList list) {
    for (Outdated outdated : site.repair().outdated()) {
      if (outdated.slot() < 0) {
        list.add(new InsnNode("JD".indexOf(outdated.kind()) >= 0 ? POP2 : POP));
      }
      list.add(Emit.load(site.kind(), outdated.isNew() ? written : old));
      convert(outdated, list);
      if (outdated.slot() >= 0) {
        list.add(Emit.store(outdated.kind(), outdated.slot()));
      }
    }
  }

  /** From how the field holds the value to how the local does. */
  private void convert(Outdated outdated, InsnList list) {
    if (site.kind() == 'A') {
      String box = site.descriptor().substring(1, site.descriptor().length() - 1);
      if (outdated.kind() != 'A') {
        list.add(new TypeInsnNode(CHECKCAST, "java/lang/Number"));
        list.add(FieldCalls.unbox(outdated.kind()));
      } else {
        list.add(new TypeInsnNode(CHECKCAST, outdated.type().isEmpty() ? box : outdated.type()));
      }
    } else if (outdated.kind() != site.kind()) {
      list.add(new InsnNode(Insns.conversion(site.kind(), outdated.kind())));
    }
  }
}
