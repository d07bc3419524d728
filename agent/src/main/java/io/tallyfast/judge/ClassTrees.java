package io.tallyfast.judge;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.JSRInlinerAdapter;
import org.objectweb.asm.tree.ClassNode;

/** Makes trees of class files, without frames, which the analysis finds by itself. Stateless. */
final class ClassTrees {
  private ClassTrees() {}

  /** The tree of a class in which sites may be found: they have lines, and names of variables. */
  static ClassNode of(byte[] classFile) {
    return tree(classFile, ClassReader.SKIP_FRAMES);
  }

  /** The tree of a class of which nothing is shown: it is a third smaller. */
  static ClassNode withoutNames(byte[] classFile) {
    return tree(classFile, ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
  }

  private static ClassNode tree(byte[] classFile, int skipped) {
    ClassNode owner = new WithoutSubroutines();
    new ClassReader(classFile).accept(owner, skipped);
    return owner;
  }

  /** Copies the subroutines of very old compilers to where they are called. */
  private static final class WithoutSubroutines extends ClassNode {
    WithoutSubroutines() {
      super(Opcodes.ASM9);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      if ((version & 0xFFFF) >= Opcodes.V1_7) {
        return super.visitMethod(access, name, descriptor, signature, exceptions);
      }
      JSRInlinerAdapter method =
          new JSRInlinerAdapter(null, access, name, descriptor, signature, exceptions);
      methods.add(method);
      return method;
    }
  }
}
