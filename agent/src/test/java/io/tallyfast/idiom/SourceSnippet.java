package io.tallyfast.idiom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/** Compiles the source of a page: lines that declare a field, and statements. Stateless. */
final class SourceSnippet {
  private static final String FIELD = "private final ";

  private SourceSnippet() {}

  /** The class file of a class with the fields and a method with the statements. */
  static byte[] compile(String source, Path folder) {
    try {
      Path file = Files.writeString(folder.resolve("Page.java"), wrap(source));
      int status =
          ToolProvider.getSystemJavaCompiler()
              .run(null, null, null, "-proc:none", "-d", folder.toString(), file.toString());
      if (status != 0) {
        throw new AssertionError("does not compile:\n" + source);
      }
      return Files.readAllBytes(folder.resolve("Page.class"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String wrap(String source) {
    String fields = source.lines().filter(l -> l.startsWith(FIELD)).collect(Collectors.joining());
    String statements =
        source.lines().filter(l -> !l.startsWith(FIELD)).collect(Collectors.joining("\n"));
    return "import java.util.*; import java.util.concurrent.*; import java.util.concurrent.atomic.*;"
        + "class Page {"
        + fields
        + "void count(String key, long micros) {"
        + statements
        + "}}";
  }
}
