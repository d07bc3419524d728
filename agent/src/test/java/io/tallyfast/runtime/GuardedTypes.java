package io.tallyfast.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The guarded maps that the tests try: those of this package as compiled, or, in a JVM of their
 * own, those that the agent has defined, completed for that JVM.
 */
public final class GuardedTypes {
  /** Set to what stands in front of the simple names, when they are not those of this package. */
  public static final String PREFIX_PROPERTY = "tallyfast.test.guarded";

  /** The JDK's classes that there is a guarded one for. */
  public static final List<String> NAMES =
      List.of(
          "HashMap",
          "LinkedHashMap",
          "TreeMap",
          "EnumMap",
          "Hashtable",
          "Properties",
          "IdentityHashMap",
          "WeakHashMap");

  private GuardedTypes() {}

  /** The JDK's class. */
  public static Class<?> plain(String name) {
    return named("java.util." + name);
  }

  /** The guarded class for it. */
  public static Class<?> guarded(String name) {
    return named(System.getProperty(PREFIX_PROPERTY, "io.tallyfast.runtime.") + "Guarded" + name);
  }

  /** An empty map, of the JDK or guarded; that of enumerations is of {@code keyType}. */
  public static <K, V> Map<K, V> create(String name, boolean guarded, Class<?> keyType) {
    return name.equals("EnumMap")
        ? create(name, guarded, new Class<?>[] {Class.class}, keyType)
        : create(name, guarded, new Class<?>[0]);
  }

  /** A map by one of its constructors. */
  @SuppressWarnings("unchecked") // The caller knows what it puts in.
  public static <K, V> Map<K, V> create(
      String name, boolean guarded, Class<?>[] parameters, Object... arguments) {
    try {
      Class<?> type = guarded ? guarded(name) : plain(name);
      return (Map<K, V>) type.getConstructor(parameters).newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  /** The names but for some. */
  public static List<String> namesWithout(String... others) {
    List<String> names = new ArrayList<>(NAMES);
    names.removeAll(List.of(others));
    return names;
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
