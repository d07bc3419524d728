package io.tallyfast.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Proves published jars: arguments are a file with a path in each line, and the file for results,
 * to which a line is added for each jar. A jar that is in it already is passed over.
 */
public final class JarProofMain {
  private JarProofMain() {}

  public static void main(String[] args) throws IOException {
    List<Path> jars = Files.readAllLines(Path.of(args[0])).stream().map(Path::of).toList();
    Path results = Path.of(args[1]);
    Set<String> done = done(results);
    try (ClassPool pool = new ClassPool()) {
      for (Path jar : jars) {
        pool.add(jar);
      }
      for (Path jar : jars) {
        if (!done.contains(jar.getFileName().toString())) {
          prove(jar, pool, results);
        }
      }
    }
  }

  private static Set<String> done(Path results) throws IOException {
    Set<String> done = new HashSet<>();
    if (Files.exists(results)) {
      for (String line : Files.readAllLines(results)) {
        done.add(line.substring(0, line.indexOf('\t')));
      }
    }
    return done;
  }

  private static void prove(Path jar, ClassPool pool, Path results) throws IOException {
    String name = jar.getFileName().toString();
    JarProof proof = new JarProof(pool);
    proof.run(jar);
    StringBuilder line = new StringBuilder(name).append("\t");
    proof.counts().forEach((what, n) -> line.append(what).append('=').append(n).append('\t'));
    for (String fault : proof.faults()) {
      line.append("fault=").append(fault.replaceAll("\\s+", " ")).append('\t');
      System.out.println(name + ": " + fault);
    }
    line.append('\n');
    Files.writeString(results, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    System.out.println(name + " done");
  }
}
