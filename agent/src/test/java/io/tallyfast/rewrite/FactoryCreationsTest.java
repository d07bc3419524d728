package io.tallyfast.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyfast.analysis.FieldScope;
import io.tallyfast.analysis.MapNames;
import io.tallyfast.analysis.TypeOracle;
import io.tallyfast.runtime.SiteCounters;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Maps that a library makes are made guarded, though only the class that calls it is rewritten. */
class FactoryCreationsTest {
  private static Object shapes;
  private static FactoryShapes original;

  @BeforeAll
  static void rewrite() throws ReflectiveOperationException, IOException {
    SiteTable sites = new SiteTable();
    byte[] bytes;
    try (InputStream in = FactoryShapes.class.getResourceAsStream("FactoryShapes.class")) {
      bytes =
          new ClassRewriter("io/tallyfast/runtime/", sites, FieldScope.STATS, MapNames.NONE)
              .rewrite(in.readAllBytes(), TypeOracle.NONE)
              .classFile();
    }
    Class<?> type = new Loader().define(bytes);
    SiteCounters.reserve(sites.snapshot().size());
    shapes = type.getConstructor(Map.class).newInstance(new HashMap<>());
    original = new FactoryShapes(new HashMap<>());
    for (int i = 0; i < 3; i++) {
      type.getMethod("count").invoke(shapes);
      original.count();
    }
  }

  @Test
  void makesThemGuarded() throws ReflectiveOperationException {
    for (Field field : FactoryShapes.class.getDeclaredFields()) {
      if (Map.class.isAssignableFrom(field.getType())) {
        assertThat(map(field.getName()).getClass().getSimpleName().startsWith("Guarded"))
            .as(field.getName())
            .isEqualTo(!field.getName().startsWith("plain"));
      }
    }
  }

  /** The order of a hash map shows its capacity. */
  @Test
  void keepsWhatIsInThemAndItsOrder() throws ReflectiveOperationException {
    for (Field field : FactoryShapes.class.getDeclaredFields()) {
      if (Map.class.isAssignableFrom(field.getType()) && !field.getName().equals("identity")) {
        field.setAccessible(true);
        Map<?, ?> plain = (Map<?, ?>) field.get(original);
        assertThat(map(field.getName())).as(field.getName()).isEqualTo(plain).hasSize(plain.size());
        assertThat(map(field.getName()).toString()).isEqualTo(plain.toString());
      }
    }
  }

  @Test
  void failsAsTheLibraryDoes() throws ReflectiveOperationException {
    assertThatThrownBy(() -> shapes.getClass().getMethod("refuse").invoke(shapes))
        .isInstanceOf(InvocationTargetException.class)
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
  }

  /** Who looks at the wrapper takes its monitor, as who wrote the server may do. */
  @Test
  void lockedMapsAreOneLock() throws ReflectiveOperationException, IOException {
    Map<String, Integer> locked = map("locked");
    Iterator<String> iterator = locked.keySet().iterator();
    locked.put("other", 1);
    List<Object> held = new ArrayList<>();
    locked.compute("other", (k, v) -> held.add(Thread.holdsLock(locked)) ? 2 : 3);
    locked.entrySet().iterator().next().setValue(7);

    assertThat(iterator.next()).isEqualTo("a");
    assertThat(held).containsExactly(true);
    assertThat(locked).containsEntry("a", 7).containsEntry("other", 2);
    assertThat(locked.remove("other")).isEqualTo(2);
    locked.put("a", 3);
    Object read = read(locked);
    assertThat(read).isEqualTo(original.locked);
    assertThat(read.getClass()).isEqualTo(original.locked.getClass());
  }

  private static Object read(Object map) throws IOException, ReflectiveOperationException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(map);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }

  @SuppressWarnings("unchecked") // The fields of the shapes, but for one that no key is asked of.
  private static Map<String, Integer> map(String name) throws ReflectiveOperationException {
    Field field = shapes.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return (Map<String, Integer>) field.get(shapes);
  }

  private static final class Loader extends ClassLoader {
    Loader() {
      super(FactoryCreationsTest.class.getClassLoader());
    }

    Class<?> define(byte[] bytes) {
      return defineClass(FactoryShapes.class.getName(), bytes, 0, bytes.length);
    }
  }
}
