package io.tallyfast.agent;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Renames the runtime's classes from their own package into {@code java.lang}. Stateless.
 *
 * <p>Each name in a class file, also in descriptors, signatures and attributes, is text in its
 * constant pool, and the new names differ in their beginning only. So it is enough to replace text
 * there. A {@code ClassRemapper} does the same, as a test shows, but takes a third of the agent's
 * start-up time, for the forty classes that it needs and the code that it takes apart.
 */
final class RuntimeNames {
  /** What the rewritten code has in front of the simple name of a runtime class. */
  static final String PREFIX = "java/lang/$Tallyfast";

  private static final String PACKAGE = "io/tallyfast/runtime/";
  private static final byte[] OLD = PACKAGE.getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NEW = PREFIX.getBytes(StandardCharsets.US_ASCII);

  private static final int UTF8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;

  private RuntimeNames() {}

  /** The internal name of a runtime class as compiled, given its simple name. */
  static String compiled(String simpleName) {
    return PACKAGE + simpleName;
  }

  /** The binary name of a runtime class as defined, given its simple name. */
  static String defined(String simpleName) {
    return PREFIX.replace('/', '.') + simpleName;
  }

  /**
   * A class file in which each reference to a runtime class has its new name.
   *
   * @throws IllegalArgumentException when the class file has a constant of an unknown kind
   */
  static byte[] rename(byte[] classFile) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(classFile.length + 256);
    ByteBuffer in = ByteBuffer.wrap(classFile);
    int constants = in.getShort(8) & 0xFFFF;
    out.write(classFile, 0, 10);
    in.position(10);
    for (int i = 1; i < constants; i++) {
      int start = in.position();
      int tag = in.get();
      if (tag == UTF8) {
        text(in, out);
      } else {
        in.position(start + length(tag));
        out.write(classFile, start, length(tag));
      }
      if (tag == LONG || tag == DOUBLE) {
        i++; // They take two places.
      }
    }
    out.write(classFile, in.position(), in.remaining());
    return out.toByteArray();
  }

  private static int length(int tag) {
    return switch (tag) {
      case 3, 4, 9, 10, 11, 12, 17, 18 -> 5;
      case LONG, DOUBLE -> 9;
      case 7, 8, 16, 19, 20 -> 3;
      case 15 -> 4;
      default -> throw new IllegalArgumentException("unknown constant " + tag);
    };
  }

  private static void text(ByteBuffer in, ByteArrayOutputStream out) {
    byte[] text = new byte[in.getShort() & 0xFFFF];
    in.get(text);
    ByteArrayOutputStream renamed = new ByteArrayOutputStream(text.length);
    int i = 0;
    while (i < text.length) {
      boolean old = startsWithOld(text, i);
      renamed.write(old ? NEW : text, old ? 0 : i, old ? NEW.length : 1);
      i += old ? OLD.length : 1;
    }
    out.write(UTF8);
    out.write(renamed.size() >> 8);
    out.write(renamed.size());
    out.writeBytes(renamed.toByteArray());
  }

  private static boolean startsWithOld(byte[] text, int at) {
    for (int i = 0; i < OLD.length; i++) {
      if (at + i >= text.length || text[at + i] != OLD[i]) {
        return false;
      }
    }
    return true;
  }
}
