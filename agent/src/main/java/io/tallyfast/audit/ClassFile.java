package io.tallyfast.audit;

/** A class file that was found. Its bytes are not copied, nor changed. */
final class ClassFile {
  private final String origin;
  private final String place;
  private final int version;
  private final byte[] bytes;

  /**
   * Creates for a class file.
   *
   * @param origin the archive or folder it lies in, as in {@code app.war!/WEB-INF/lib/stats.jar}
   * @param place where it lies, for messages
   * @param version the Java release it was made for; 0 outside of {@code META-INF/versions}
   */
  ClassFile(String origin, String place, int version, byte[] bytes) {
    this.origin = origin;
    this.place = place;
    this.version = version;
    this.bytes = bytes;
  }

  String origin() {
    return origin;
  }

  String place() {
    return place;
  }

  int version() {
    return version;
  }

  byte[] bytes() {
    return bytes;
  }
}
