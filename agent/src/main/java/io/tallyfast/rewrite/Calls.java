package io.tallyfast.rewrite;

import io.tallyfast.analysis.MapCall;
import io.tallyfast.analysis.MapCalls;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/** Turns calls of a map's methods into calls of the runtime, in place. */
final class Calls {
  private Calls() {}

  /** What a call does with a map, whatever the type of the map. */
  static MapCall kindOf(MethodInsnNode call) {
    return MapCalls.bySignature(call.name, call.desc);
  }

  /** Makes a call that neither computes nor is a site by itself take the map's lock. */
  static void guard(MethodInsnNode call, Emit emit) {
    String name = kindOf(call) == MapCall.REPLACE_IF ? "replaceIf" : call.name;
    String descriptor =
        "(" + Emit.MAP + call.desc.substring(1).replace("Ljava/lang/Enum;", Emit.OBJECT);
    become(call, emit.runtime("Guard", name, descriptor));
  }

  /** Makes a call another one; positions and analysis go on naming it. */
  static void become(MethodInsnNode call, MethodInsnNode other) {
    call.setOpcode(Opcodes.INVOKESTATIC);
    call.owner = other.owner;
    call.name = other.name;
    call.desc = other.desc;
    call.itf = false;
  }
}
