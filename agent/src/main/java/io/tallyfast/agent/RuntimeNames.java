package io.tallyfast.agent;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** Renames the runtime's classes from their own package into {@code java.lang}. Stateless. */
final class RuntimeNames {
  /** What the rewritten code has in front of the simple name of a runtime class. */
  static final String PREFIX = "java/lang/$Tallyfast";

  private static final String PACKAGE = "io/tallyfast/runtime/";

  private RuntimeNames() {}

  /** The internal name of a runtime class as compiled, given its simple name. */
  static String compiled(String simpleName) {
    return PACKAGE + simpleName;
  }

  /** The binary name of a runtime class as defined, given its simple name. */
  static String defined(String simpleName) {
    return PREFIX.replace('/', '.') + simpleName;
  }

  /** A class file in which each reference to a runtime class has its new name. */
  static byte[] rename(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(0);
    reader.accept(new ClassRemapper(writer, new IntoJavaLang()), 0);
    return writer.toByteArray();
  }

  private static final class IntoJavaLang extends Remapper {
    IntoJavaLang() {
      super(org.objectweb.asm.Opcodes.ASM9);
    }

    @Override
    public String map(String internalName) {
      return internalName.startsWith(PACKAGE)
          ? PREFIX.concat(internalName.substring(PACKAGE.length()))
          : internalName;
    }
  }
}
