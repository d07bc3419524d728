package io.tallyfast.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.analysis.FieldScope;
import io.tallyfast.analysis.MapField;
import io.tallyfast.analysis.MapNames;
import io.tallyfast.analysis.TypeOracle;
import io.tallyfast.runtime.SiteCounters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Maps of statistics are made guarded where they get into a field, and no others. */
class GuardedCreationsTest {
  private static final Map<String, MapField> FIELDS = new TreeMap<>();
  private static Object shapes;

  @BeforeAll
  static void rewrite() throws ReflectiveOperationException {
    SiteTable sites = new SiteTable();
    Loader loader =
        new Loader(
            new ClassRewriter("io/tallyfast/runtime/", sites, FieldScope.STATS, new StatsOnly()));
    Class<?> type = Class.forName(MapShapes.class.getName(), true, loader);
    SiteCounters.reserve(sites.snapshot().size());
    shapes = type.getConstructor(boolean.class).newInstance(true);
    for (int i = 0; i < 3; i++) {
      type.getMethod("count").invoke(shapes);
    }
  }

  @Test
  void makesThemGuarded() throws IllegalAccessException {
    for (Field field : shapes.getClass().getDeclaredFields()) {
      if (Map.class.isAssignableFrom(field.getType())) {
        field.setAccessible(true);
        Object map = field.get(shapes);
        String name = field.getName().toLowerCase(Locale.ROOT);
        boolean wanted = name.startsWith("guarded") || name.equals("statsbyname");
        boolean guarded = map.getClass().getSimpleName().startsWith("Guarded");
        assertThat(guarded || name.equals("guardedinside")).as(name).isEqualTo(wanted);
      }
    }
  }

  /** The wrapper of the JDK does not say what is in it. */
  @Test
  @SuppressWarnings("unchecked")
  void makesThatInAWrapperGuarded() throws ReflectiveOperationException {
    Field field = shapes.getClass().getDeclaredField("guardedInside");
    field.setAccessible(true);
    Map<String, Integer> wrapped = (Map<String, Integer>) field.get(shapes);

    Iterator<String> iterator = wrapped.keySet().iterator();
    wrapped.put("other", 1);

    assertThat(iterator.next()).isEqualTo("hits");
  }

  @Test
  void makesThoseInsideGuardedToo() throws ReflectiveOperationException {
    for (String outer : new String[] {"guardedOuter", "guardedMakers"}) {
      Field field = shapes.getClass().getDeclaredField(outer);
      field.setAccessible(true);
      Object inner = ((Map<?, ?>) field.get(shapes)).values().iterator().next();
      assertThat(inner.getClass().getSimpleName()).startsWith("Guarded");
    }
  }

  @Test
  void saysWhichItDidNotMake() {
    assertThat(FIELDS.get("guardedPlain").guarded()).isTrue();
    assertThat(FIELDS.get("guardedInNest").guarded()).isTrue();
    assertThat(FIELDS.get("plainOwn").reason())
        .isEqualTo("it is a io.tallyfast.rewrite.MapShapes$OwnMap");
    assertThat(FIELDS).doesNotContainKeys("plainNotCounted", "statsOfTexts", "plainGiven");
  }

  /** Names like the usual ones. */
  private static final class StatsOnly implements MapNames {
    @Override
    public boolean mayHoldStatistics(String field) {
      return field.startsWith("stats");
    }

    @Override
    public boolean namesExactly(String owner, String field) {
      return false;
    }
  }

  /** Rewrites the shapes and what is nested in them. */
  private static final class Loader extends ClassLoader {
    private final ClassRewriter rewriter;

    Loader(ClassRewriter rewriter) {
      super(MapShapes.class.getClassLoader());
      this.rewriter = rewriter;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(MapShapes.class.getName()) || findLoadedClass(name) != null) {
        return super.loadClass(name, resolve);
      }
      byte[] original = bytes(name.replace('.', '/'));
      Rewritten outcome = rewriter.rewrite(original, new Reading());
      for (MapField field : outcome.maps()) {
        FIELDS.put(field.field(), field);
      }
      byte[] bytes = outcome.classFile() == null ? original : outcome.classFile();
      return defineClass(name, bytes, 0, bytes.length);
    }
  }

  private static byte[] bytes(String name) {
    try (InputStream in = MapShapes.class.getResourceAsStream("/" + name + ".class")) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Reading implements TypeOracle {
    @Override
    public boolean isSubtype(String type, String ancestor) {
      return false;
    }

    @Override
    public byte[] classFile(String type) {
      return bytes(type);
    }
  }
}
