package io.tallyfast.rewrite;

import org.objectweb.asm.ClassReader;

/** Recognises classes that were rewritten before, by a build or by another agent. Stateless. */
final class EarlierRewriting {
  private static final String[] RUNTIMES = {"io/tallyfast/runtime/", "java/lang/$Tallyfast"};
  private static final int CLASS = 7;

  private EarlierRewriting() {}

  /** Whether a class file refers to a class of the runtime, wherever that was put. */
  static boolean isIn(ClassReader reader) {
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int offset = reader.getItem(i);
      // Behind a long or a double is a place without an item.
      if (offset > 0 && reader.readByte(offset - 1) == CLASS) {
        String name = reader.readUTF8(offset, buffer);
        for (String runtime : RUNTIMES) {
          if (name.startsWith(runtime)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
