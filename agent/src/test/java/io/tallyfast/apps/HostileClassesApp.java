package io.tallyfast.apps;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Loads class files that no agent expects, and runs those that the JVM accepts. */
public final class HostileClassesApp {
  private HostileClassesApp() {}

  /** Loads the kind of class that the first argument names. */
  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    byte[] classFile = target();
    switch (args[0]) {
      case "garbage" -> run(withGarbage(classFile));
      case "future" -> run(fromTheFuture(classFile));
      case "truncated" -> run(Arrays.copyOf(classFile, classFile.length / 2));
      case "nameless" -> run(null, classFile);
      case "empty" -> run(new byte[0]);
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static byte[] target() throws IOException {
    try (InputStream in = HostileClassesApp.class.getResourceAsStream("GarbageTarget.class")) {
      return in.readAllBytes();
    }
  }

  /**
   * Adds invisible annotations that claim to be 65535 and are none. The JVM passes them over; a
   * library that parses class files runs over the end.
   */
  private static byte[] withGarbage(byte[] classFile) {
    int sourceFileAttribute = 8;
    int count = classFile.length - sourceFileAttribute - 2;
    if (classFile[count] != 0 || classFile[count + 1] != 1) {
      throw new IllegalStateException("the target has more than one attribute");
    }
    byte[] changed = Arrays.copyOf(classFile, classFile.length + 8);
    changed[count + 1] = 2;
    ByteBuffer attribute = ByteBuffer.wrap(changed, classFile.length, 8);
    attribute.putShort(indexOf(classFile, "RuntimeInvisibleAnnotations"));
    attribute.putInt(2).putShort((short) 0xFFFF);
    return changed;
  }

  private static short indexOf(byte[] classFile, String text) {
    byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer pool = ByteBuffer.wrap(classFile).position(8);
    int size = pool.getShort();
    for (int i = 1; i < size; i++) {
      int tag = pool.get();
      switch (tag) {
        case 1 -> {
          byte[] utf8 = new byte[pool.getShort()];
          pool.get(utf8);
          if (Arrays.equals(utf8, wanted)) {
            return (short) i;
          }
        }
        case 5, 6 -> {
          pool.getLong();
          i++;
        }
        case 7, 8, 16, 19, 20 -> pool.getShort();
        case 15 -> pool.position(pool.position() + 3);
        default -> pool.getInt();
      }
    }
    throw new IllegalStateException("no constant " + text);
  }

  private static byte[] fromTheFuture(byte[] classFile) {
    byte[] changed = classFile.clone();
    changed[6] = 3;
    return changed;
  }

  private static void run(byte[] classFile) throws ReflectiveOperationException {
    run("io.tallyfast.apps.GarbageTarget", classFile);
  }

  private static void run(String name, byte[] classFile) throws ReflectiveOperationException {
    try {
      Class<?> type = new Definer().define(name, classFile);
      type.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    } catch (LinkageError e) {
      System.out.println(e.getClass().getName());
    }
  }

  private static final class Definer extends ClassLoader {
    Class<?> define(String name, byte[] classFile) {
      return defineClass(name, classFile, 0, classFile.length);
    }
  }
}
