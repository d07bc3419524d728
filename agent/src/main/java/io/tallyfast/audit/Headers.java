package io.tallyfast.audit;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/** Reads the little of a class file that is needed before it is analysed. Stateless. */
final class Headers {
  private static final int NEWEST_MAJOR = Opcodes.V28;
  private static final int MAGIC = 0xCAFEBABE;
  private static final String[] NONE = {};

  private Headers() {}

  /** Whether the first bytes are those of a class file that can be read; if not, that is told. */
  static boolean areOfAClass(ClassFile file, Problems problems) {
    byte[] bytes = file.bytes();
    if (bytes.length < 10 || int32(bytes) != MAGIC) {
      problems.add(file.place(), "not a class file");
      return false;
    }
    int major = (bytes[6] & 0xFF) << 8 | bytes[7] & 0xFF;
    if (major > NEWEST_MAJOR) {
      String known = " is newer than this version of Tallyfast knows";
      problems.add(file.place(), "class file version " + major + known);
      return false;
    }
    return true;
  }

  /** The direct supertypes, as internal names. */
  static String[] supertypes(ClassReader reader) {
    String[] interfaces = reader.getInterfaces();
    String superclass = reader.getSuperName();
    boolean plain = superclass == null || superclass.equals("java/lang/Object");
    if (plain) {
      return interfaces.length == 0 ? NONE : interfaces;
    }
    String[] all = new String[interfaces.length + 1];
    all[0] = superclass;
    System.arraycopy(interfaces, 0, all, 1, interfaces.length);
    return all;
  }

  private static int int32(byte[] bytes) {
    return bytes[0] << 24 | (bytes[1] & 0xFF) << 16 | (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
  }
}
