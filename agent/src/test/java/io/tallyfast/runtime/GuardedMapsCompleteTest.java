package io.tallyfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** No way into a guarded map passes by its lock. */
class GuardedMapsCompleteTest {
  static final List<String> NAMES = GuardedTypes.NAMES;

  /** What only calls others, or looks at what never changes. */
  private static final Map<String, Set<String>> HARMLESS =
      Map.of(
          "Properties",
          Set.of(
              "save",
              "store",
              "storeToXML",
              "getProperty",
              "propertyNames",
              "stringPropertyNames",
              "list"));

  @ParameterizedTest
  @FieldSource("NAMES")
  void haveEachConstructor(String name) throws NoSuchMethodException {
    for (Constructor<?> original : GuardedTypes.plain(name).getConstructors()) {
      Constructor<?> ours = GuardedTypes.guarded(name).getConstructor(original.getParameterTypes());
      assertThat(ours.getExceptionTypes()).isEqualTo(original.getExceptionTypes());
    }
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void guardEachMethod(String name) {
    Class<?> guarded = GuardedTypes.guarded(name);
    List<String> open = new ArrayList<>();
    for (Method method : GuardedTypes.plain(name).getMethods()) {
      if (isOpen(method)
          && !HARMLESS.getOrDefault(name, Set.of()).contains(method.getName())
          && !declares(guarded, method)) {
        open.add(method.toString());
      }
    }
    assertThat(open).isEmpty();
  }

  private static boolean isOpen(Method method) {
    int excused = Modifier.STATIC | Modifier.FINAL | Modifier.SYNCHRONIZED;
    return (method.getModifiers() & excused) == 0
        && method.getDeclaringClass() != Object.class
        && !method.isBridge();
  }

  private static boolean declares(Class<?> type, Method method) {
    return Arrays.stream(type.getDeclaredMethods())
        .anyMatch(
            own ->
                own.getName().equals(method.getName())
                    && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
  }
}
