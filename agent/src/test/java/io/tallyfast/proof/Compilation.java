package io.tallyfast.proof;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

/**
 * One way to compile.
 *
 * @param eclipse whether it is the compiler of Eclipse, not javac
 * @param release the version of Java
 * @param debug whether variables and lines are told
 */
record Compilation(boolean eclipse, int release, boolean debug) {
  /** Every way, in an order that tries very different ones soon. */
  static final List<Compilation> ALL =
      List.of(
          new Compilation(false, 17, true),
          new Compilation(true, 17, true),
          new Compilation(false, 8, true),
          new Compilation(true, 8, false),
          new Compilation(false, 11, false),
          new Compilation(true, 11, true));

  /** The class files by binary name, or what the compiler complains of. */
  Result compile(String fileName, String source) throws IOException {
    Path folder = Files.createTempDirectory("proof");
    try {
      Path file = Files.writeString(folder.resolve(fileName), source);
      Path out = Files.createDirectory(folder.resolve("out"));
      StringWriter errors = new StringWriter();
      boolean done = run(arguments(file, out), errors);
      return done ? new Result(read(out), "") : new Result(Map.of(), errors.toString());
    } finally {
      delete(folder);
    }
  }

  /** What came of it. */
  record Result(Map<String, byte[]> classes, String errors) {}

  private String[] arguments(Path file, Path out) {
    return new String[] {
      "--release",
      String.valueOf(release),
      debug ? "-g" : "-g:none",
      "-nowarn",
      "-proc:none",
      "-cp",
      classPath(),
      "-d",
      out.toString(),
      file.toString()
    };
  }

  private static String classPath() {
    try {
      URI location = Program.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(location).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean run(String[] arguments, StringWriter errors) {
    PrintWriter writer = new PrintWriter(errors);
    if (eclipse) {
      return BatchCompiler.compile(arguments, writer, writer, null);
    }
    return ToolProvider.findFirst("javac").orElseThrow().run(writer, writer, arguments) == 0;
  }

  private static Map<String, byte[]> read(Path out) throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path each : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        String name = out.relativize(each).toString();
        String binary = name.substring(0, name.length() - 6).replace('/', '.').replace('\\', '.');
        classes.put(binary, Files.readAllBytes(each));
      }
    }
    return classes;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
