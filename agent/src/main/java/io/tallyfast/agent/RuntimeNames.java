package io.tallyfast.agent;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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
    int constants = uint16(classFile, 8);
    int copied = 0;
    int at = 10;
    for (int i = 1; i < constants; i++) {
      int tag = classFile[at];
      int end = at + (tag == UTF8 ? 3 + uint16(classFile, at + 1) : length(tag));
      if (tag == UTF8 && indexOfOld(classFile, at + 3, end) >= 0) {
        // All before it is copied at once: this runs before any code is compiled.
        out.write(classFile, copied, at - copied);
        text(classFile, at + 3, end, out);
        copied = end;
      }
      if (tag == LONG || tag == DOUBLE) {
        i++; // They take two places.
      }
      at = end;
    }
    out.write(classFile, copied, classFile.length - copied);
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

  /** Writes a constant that is text with the old name in it. */
  private static void text(byte[] from, int start, int end, ByteArrayOutputStream out) {
    ByteArrayOutputStream renamed = new ByteArrayOutputStream(end - start);
    int copied = start;
    int old = indexOfOld(from, start, end);
    while (old >= 0) {
      renamed.write(from, copied, old - copied);
      renamed.writeBytes(NEW);
      copied = old + OLD.length;
      old = indexOfOld(from, copied, end);
    }
    renamed.write(from, copied, end - copied);
    out.write(UTF8);
    out.write(renamed.size() >> 8);
    out.write(renamed.size());
    out.writeBytes(renamed.toByteArray());
  }

  /** Where the old package is named first, or -1. */
  private static int indexOfOld(byte[] bytes, int start, int end) {
    byte first = OLD[0];
    for (int i = start; i <= end - OLD.length; i++) {
      if (bytes[i] == first && Arrays.equals(bytes, i, i + OLD.length, OLD, 0, OLD.length)) {
        return i;
      }
    }
    return -1;
  }

  private static int uint16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }
}
