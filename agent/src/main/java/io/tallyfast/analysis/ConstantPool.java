package io.tallyfast.analysis;

/**
 * A view on the constant pool of a class file that may be malformed: what is not there reads as 0
 * or as not equal. Not thread-safe; never throws.
 */
final class ConstantPool {
  static final int UTF8 = 1;
  static final int METHOD_HANDLE = 15;

  private static final int FIRST_ENTRY = 10;

  private final byte[] bytes;
  private int[] offsets = {};
  private int end;

  ConstantPool(byte[] classFile) {
    this.bytes = classFile;
  }

  /** Finds where each constant starts; false when the pool cannot be understood. */
  boolean index() {
    int[] found = new int[uint16(8)];
    int at = FIRST_ENTRY;
    for (int i = 1; i < found.length; i++) {
      if (at >= bytes.length) {
        return false;
      }
      int length = length(at);
      if (length == 0) {
        return false;
      }
      found[i] = at;
      if (isWide(at)) {
        i++;
      }
      at += length;
    }
    offsets = found;
    end = at;
    return at <= bytes.length;
  }

  private boolean isWide(int at) {
    return bytes[at] == 5 || bytes[at] == 6;
  }

  /** The length of the constant at an offset, its tag included; 0 when its tag is not known. */
  private int length(int at) {
    return switch (bytes[at]) {
      case UTF8 -> 3 + uint16(at + 1);
      case 3, 4, 9, 10, 11, 12, 17, 18 -> 5;
      case 5, 6 -> 9;
      case 7, 8, 16, 19, 20 -> 3;
      case 15 -> 4;
      default -> 0;
    };
  }

  /** One more than the highest index of a constant. */
  int size() {
    return offsets.length;
  }

  /** The tag of a constant; 0 when there is none at this index. */
  int tag(int index) {
    int at = offset(index);
    return at == 0 ? 0 : bytes[at];
  }

  /** The first index that a constant refers to. */
  int firstOf(int index) {
    int at = offset(index);
    return at == 0 ? 0 : uint16(at + 1);
  }

  /** The second index that a constant refers to. */
  int secondOf(int index) {
    int at = offset(index);
    return at == 0 ? 0 : uint16(at + 3);
  }

  /** What a method handle refers to. */
  int handleOf(int index) {
    int at = offset(index);
    return at == 0 ? 0 : uint16(at + 2);
  }

  /** Whether a descriptor is that of a primitive number, or of an object that may be a number. */
  boolean isNumber(int index) {
    int at = textAt(index);
    if (at == 0 || uint16(at - 2) == 0) {
      return false;
    }
    return switch (bytes[at]) {
      case 'I', 'J', 'S', 'B', 'C', 'F', 'D' -> true;
      case 'L' -> bytes[at + 1] == 'j' && uint16(at - 2) > 11 && isNumberPackage(at);
      default -> false;
    };
  }

  /** {@code java/lang/} and {@code java/math/}: the rest of the letters are not worth a look. */
  private boolean isNumberPackage(int at) {
    return bytes[at + 6] == 'l' || bytes[at + 6] == 'm';
  }

  boolean isSlash(int at) {
    return bytes[at] == '/';
  }

  /** Whether a constant is this text. */
  boolean equals(int index, byte[] text) {
    int at = offset(index);
    return tag(index) == UTF8 && uint16(at + 1) == text.length && isAt(at + 3, text);
  }

  /** Whether a constant is a text with this beginning. */
  boolean startsWith(int index, byte[] begin) {
    int at = offset(index);
    return tag(index) == UTF8 && uint16(at + 1) >= begin.length && isAt(at + 3, begin);
  }

  /** Whether a constant is a text with this end. */
  boolean endsWith(int index, byte[] end) {
    int at = offset(index);
    int length = uint16(at + 1);
    return tag(index) == UTF8 && length >= end.length && isAt(at + 3 + length - end.length, end);
  }

  private boolean isAt(int at, byte[] text) {
    for (int i = 0; i < text.length; i++) {
      if (bytes[at + i] != text[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * The hash of a text, as {@link String#hashCode} computes it, behind what has been hashed before.
   *
   * @param before the hash of what stands before; 0 for nothing
   * @return {@code before} when the constant is no text
   */
  int hash(int index, int before) {
    if (tag(index) != UTF8) {
      return before;
    }
    int at = offset(index) + 3;
    return hash(at, at + uint16(at - 2), before);
  }

  /** The hash of the text between two offsets. */
  int hash(int begin, int end, int before) {
    int hash = before;
    for (int i = begin; i < end; i++) {
      int b = bytes[i];
      if (b < 0) {
        boolean two = (b & 0x20) == 0;
        b = two ? (b & 0x1F) << 6 | bytes[i + 1] & 0x3F : wide(b, i);
        i += two ? 1 : 2;
      }
      hash = 31 * hash + b;
    }
    return hash;
  }

  private int wide(int b, int i) {
    return (b & 0x0F) << 12 | (bytes[i + 1] & 0x3F) << 6 | bytes[i + 2] & 0x3F;
  }

  /**
   * The text of a constant; empty when it is none.
   *
   * @throws IndexOutOfBoundsException when it is not encoded as it should be
   */
  String text(int index) {
    if (tag(index) != UTF8) {
      return "";
    }
    int at = offset(index) + 3;
    int end = at + uint16(at - 2);
    char[] chars = new char[end - at];
    int length = 0;
    for (int i = at; i < end; i++) {
      int b = bytes[i];
      if (b < 0) {
        boolean two = (b & 0x20) == 0;
        b = two ? (b & 0x1F) << 6 | bytes[i + 1] & 0x3F : wide(b, i);
        i += two ? 1 : 2;
      }
      chars[length++] = (char) b;
    }
    return new String(chars, 0, length);
  }

  /** Where the constants end; only after {@link #index}. */
  int end() {
    return end;
  }

  /** Where the text of a constant begins; 0 when it is no text. */
  int textAt(int index) {
    return tag(index) == UTF8 ? offset(index) + 3 : 0;
  }

  /** How many parameters a method's descriptor has; 0 when the constant is no descriptor. */
  int parameters(int index) {
    if (tag(index) != UTF8) {
      return 0;
    }
    int at = offset(index);
    int end = at + 3 + uint16(at + 1);
    int count = 0;
    for (int i = at + 4; i < end && bytes[i] != ')'; i++) {
      if (bytes[i] == '[') {
        continue;
      }
      count++;
      if (bytes[i] == 'L') {
        i = semicolon(i, end);
      }
    }
    return count;
  }

  private int semicolon(int from, int end) {
    int i = from;
    while (i < end && bytes[i] != ';') {
      i++;
    }
    return i;
  }

  private int offset(int index) {
    return index > 0 && index < offsets.length ? offsets[index] : 0;
  }

  /** The length of a text, 0 when the constant is none. */
  int lengthOf(int utf8) {
    return tag(utf8) == UTF8 ? uint16(offset(utf8) + 1) : 0;
  }

  /** A byte of a text. */
  int byteOf(int utf8, int i) {
    return bytes[offset(utf8) + 3 + i];
  }

  int uint8(int at) {
    return at >= 0 && at < bytes.length ? bytes[at] & 0xFF : 0;
  }

  int uint16(int at) {
    return at + 1 < bytes.length ? (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF) : 0;
  }

  int int32(int at) {
    return (uint16(at) << 16) | uint16(at + 2);
  }
}
