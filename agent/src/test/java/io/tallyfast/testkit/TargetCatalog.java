package io.tallyfast.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the targets among the compiled test classes. Names are binary names with dots. */
final class TargetCatalog {
  /** What the names of all classes of targets start with. */
  static final String PREFIX = "io.tallyfast.targets.";

  private static final List<String> CLASSES = list();
  private static final List<String> TARGETS =
      CLASSES.stream().filter(TargetCatalog::isTarget).collect(Collectors.toList());

  private TargetCatalog() {}

  /** Every class file in the package of the targets. */
  static List<String> classes() {
    return CLASSES;
  }

  private static List<String> list() {
    try (Stream<Path> files = Files.list(root().resolve(PREFIX.replace('.', '/')))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
          .map(name -> PREFIX + name.substring(0, name.length() - ".class".length()))
          .sorted()
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every class that is a target. */
  static List<String> targets() {
    return TARGETS;
  }

  /** Every top-level class: the families, and the types that they share. */
  static List<String> families() {
    return classes().stream().filter(name -> name.indexOf('$') < 0).collect(Collectors.toList());
  }

  /** A class and all that is nested in it. */
  static List<String> nest(String name) {
    return classes().stream()
        .filter(other -> other.equals(name) || other.startsWith(name + "$"))
        .collect(Collectors.toList());
  }

  /** The top-level class that a class is nested in. */
  static String familyOf(String name) {
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }

  /** The name as it is shown: family and target. */
  static String shortName(String name) {
    return name.substring(PREFIX.length()).replace('$', '.');
  }

  /** The compiled class. */
  static byte[] bytes(String name) {
    try (InputStream in =
        TargetCatalog.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The class as the compiler left it, not initialised; for annotations only. */
  static Class<?> type(String name) {
    try {
      return Class.forName(name, false, TargetCatalog.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name, e);
    }
  }

  private static boolean isTarget(String name) {
    Class<?> type = type(name);
    int modifiers = type.getModifiers();
    return Target.class.isAssignableFrom(type)
        && type.isMemberClass()
        && Modifier.isPublic(modifiers)
        && !Modifier.isAbstract(modifiers);
  }

  private static Path root() {
    try {
      URI location =
          TargetCatalog.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(location);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
