package io.tallyfast.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/** Makes class files and archives while a test runs. Stateless. */
public final class Compiled {
  private Compiled() {}

  /** A class with one update that nothing protects, in line 4. */
  public static Map<String, byte[]> racy(String className) {
    return classes(
        className,
        "final java.util.Map<String, Integer> stats = new java.util.HashMap<>();",
        "void store(String key) {",
        "stats.put(key, stats.get(key) + 1); }");
  }

  /** A class without any update. */
  public static Map<String, byte[]> harmless(String className) {
    return classes(className, "int answer() { return 42; }");
  }

  /** Compiles a class with these members, one in each line; the first is in line 2. */
  public static Map<String, byte[]> classes(String className, String... members) {
    int dot = className.lastIndexOf('.');
    String source =
        (dot < 0 ? "" : "package " + className.substring(0, dot) + "; ")
            + "public class "
            + className.substring(dot + 1)
            + " {\n"
            + String.join("\n", members)
            + "\n}\n";
    try {
      return compile(className.substring(dot + 1), source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, byte[]> compile(String simpleName, String source) throws IOException {
    Path folder = Files.createTempDirectory("compiled");
    Path file = Files.writeString(folder.resolve(simpleName + ".java"), source);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-g", "-d", folder.toString(), file.toString());
    if (status != 0) {
      throw new IllegalArgumentException("does not compile: " + source);
    }
    Map<String, byte[]> classes = new TreeMap<>();
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(java.util.Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      if (each.toString().endsWith(".class")) {
        String name = folder.relativize(each).toString().replace('\\', '/');
        classes.put(name, Files.readAllBytes(each));
      }
      Files.delete(each);
    }
    return classes;
  }

  /** The same entries below a folder. */
  public static Map<String, byte[]> below(String folder, Map<String, byte[]> entries) {
    Map<String, byte[]> moved = new TreeMap<>();
    entries.forEach((name, content) -> moved.put(folder + name, content));
    return moved;
  }

  /** All of several maps. */
  @SafeVarargs
  public static Map<String, byte[]> all(Map<String, byte[]>... some) {
    Map<String, byte[]> all = new TreeMap<>();
    for (Map<String, byte[]> each : some) {
      all.putAll(each);
    }
    return all;
  }

  /** An archive with these entries. */
  public static byte[] zip(Map<String, byte[]> entries) {
    return zip(entries, ZipEntry.DEFLATED);
  }

  /** An archive whose entries are stored, as Spring Boot does it for nested ones. */
  public static byte[] stored(Map<String, byte[]> entries) {
    return zip(entries, ZipEntry.STORED);
  }

  private static byte[] zip(Map<String, byte[]> entries, int method) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> each : new TreeMap<>(entries).entrySet()) {
        ZipEntry entry = new ZipEntry(each.getKey());
        entry.setMethod(method);
        if (method == ZipEntry.STORED) {
          CRC32 crc = new CRC32();
          crc.update(each.getValue());
          entry.setCrc(crc.getValue());
          entry.setSize(each.getValue().length);
        }
        zip.putNextEntry(entry);
        zip.write(each.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
