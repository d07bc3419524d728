package io.tallyfast.analysis;

/**
 * A view on the constant pool of a class file that may be malformed: what is not there reads as 0
 * or as not equal. Not thread-safe; never throws.
 */
final class ConstantPool {
  static final int UTF8 = 1;

  private static final int FIRST_ENTRY = 10;

  private final byte[] bytes;
  private int[] offsets = {};

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

  /** Whether a constant is this text. */
  boolean equals(int index, byte[] text) {
    int at = offset(index);
    if (tag(index) != UTF8 || uint16(at + 1) != text.length) {
      return false;
    }
    for (int i = 0; i < text.length; i++) {
      if (bytes[at + 3 + i] != text[i]) {
        return false;
      }
    }
    return true;
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

  int uint16(int at) {
    return at + 1 < bytes.length ? (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF) : 0;
  }

  int int32(int at) {
    return (uint16(at) << 16) | uint16(at + 2);
  }
}
