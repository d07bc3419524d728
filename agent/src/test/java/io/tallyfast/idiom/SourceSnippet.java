package io.tallyfast.idiom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Compiles the source of a page: lines that declare a field, and statements; or members, of which
 * one is a method {@code count}. Stateless.
 */
final class SourceSnippet {
  private static final String FIELD = "private final ";

  private SourceSnippet() {}

  /** The class file of the page's class. */
  static byte[] compile(String source, Path folder) {
    compileAll(source, folder);
    return read(folder.resolve("Page.class"));
  }

  /** The class files of the page's class and those nested in it, in no order. */
  static List<byte[]> all(String source, Path folder) {
    compileAll(source, folder);
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(SourceSnippet::read)
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compileAll(String source, Path folder) {
    try {
      Path file = Files.writeString(folder.resolve("Page.java"), wrap(source));
      int status =
          ToolProvider.getSystemJavaCompiler()
              .run(null, null, null, "-proc:none", "-d", folder.toString(), file.toString());
      if (status != 0) {
        throw new AssertionError("does not compile:\n" + source);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String wrap(String source) {
    String imports =
        "import java.util.*; import java.util.concurrent.*; import java.util.concurrent.atomic.*;";
    boolean members = source.lines().anyMatch(l -> l.contains("count(String key, long micros) {"));
    return imports + "class Page {" + (members ? source : fieldsAndStatements(source)) + "}";
  }

  private static String fieldsAndStatements(String source) {
    String fields = source.lines().filter(l -> l.startsWith(FIELD)).collect(Collectors.joining());
    String statements =
        source.lines().filter(l -> !l.startsWith(FIELD)).collect(Collectors.joining("\n"));
    return fields + "void count(String key, long micros) {" + statements + "}";
  }
}
