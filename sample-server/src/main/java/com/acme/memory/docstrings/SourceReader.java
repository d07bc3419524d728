package com.acme.memory.docstrings;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithJavadoc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the docstrings of types, methods and constructors in one source. Stateless. */
final class SourceReader {

  private SourceReader() {}

  /**
   * Reads a file.
   *
   * @return its docstrings in their order; empty when it is not valid Java
   * @throws IOException if it cannot be read, or is no text
   */
  static Optional<List<Docstring>> read(Path file) throws IOException {
    String source = Files.readString(file);
    ParserConfiguration configuration =
        new ParserConfiguration().setLanguageLevel(LanguageLevel.BLEEDING_EDGE);
    ParseResult<CompilationUnit> parsed = new JavaParser(configuration).parse(source);
    if (!parsed.isSuccessful()) {
      return Optional.empty();
    }
    return parsed.getResult().map(SourceReader::docstrings);
  }

  private static List<Docstring> docstrings(CompilationUnit unit) {
    List<Docstring> found = new ArrayList<>();
    unit.walk(TypeDeclaration.class, type -> add(found, kind(type), type.getNameAsString(), type));
    unit.walk(
        CallableDeclaration.class,
        callable -> add(found, kind(callable), callable.getNameAsString(), callable));
    return found;
  }

  private static void add(
      List<Docstring> found, String kind, String name, NodeWithJavadoc<?> described) {
    described
        .getJavadoc()
        .map(javadoc -> javadoc.getDescription().toText().strip())
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> found.add(new Docstring(kind, name, text)));
  }

  private static String kind(TypeDeclaration<?> type) {
    if (type.isClassOrInterfaceDeclaration()) {
      return type.asClassOrInterfaceDeclaration().isInterface() ? "interface" : "class";
    }
    if (type instanceof AnnotationDeclaration) {
      return "annotation";
    }
    return type.isEnumDeclaration() ? "enum" : "record";
  }

  private static String kind(CallableDeclaration<?> callable) {
    return callable.isMethodDeclaration() ? "method" : "constructor";
  }
}
