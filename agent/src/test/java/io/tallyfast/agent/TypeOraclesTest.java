package io.tallyfast.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.analysis.TypeOracle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class TypeOraclesTest {
  private static final String MAP = "java/util/Map";

  private final Failures failures = new Failures(new Console(new ByteArrayOutputStream()));
  private final TypeOracles oracles = new TypeOracles(failures);

  @Test
  void knowsTheMapsOfTheJdk() {
    TypeOracle oracle = oracles.of(null);

    assertThat(oracle.isSubtype("java/util/LinkedHashMap", "java/util/HashMap")).isTrue();
    assertThat(oracle.isSubtype("java/util/Properties", MAP)).isTrue();
    assertThat(oracle.isSubtype("java/util/Properties", "java/util/Dictionary")).isTrue();
    assertThat(oracle.isSubtype("java/util/concurrent/ConcurrentSkipListMap", MAP)).isTrue();
    assertThat(oracle.isSubtype("java/util/HashMap", "java/util/TreeMap")).isFalse();
    assertThat(oracle.isSubtype(MAP, MAP)).isTrue();
  }

  @Test
  void readsWhatIsNotInTheTable() {
    assertThat(oracles.of(null).isSubtype("java/util/jar/Attributes", MAP)).isTrue();
    assertThat(oracles.of(null).isSubtype("java/util/ArrayList", MAP)).isFalse();
  }

  @Test
  void readsTheApplicationsTypes() {
    TypeOracle oracle = oracles.of(getClass().getClassLoader());

    assertThat(oracle.isSubtype(name(Grandchild.class), MAP)).isTrue();
    assertThat(oracle.isSubtype(name(Grandchild.class), "java/util/SortedMap")).isFalse();
    assertThat(oracle.isSubtype(name(TypeOraclesTest.class), MAP)).isFalse();
  }

  @Test
  void whatCannotBeReadIsNoSubtype() {
    assertThat(oracles.of(null).isSubtype("com/acme/Missing", MAP)).isFalse();
    assertThat(oracles.of(null).isSubtype("[Lcom/acme/Missing;", MAP)).isFalse();
    assertThat(failures.unreadable()).isZero();
  }

  @Test
  void aLoaderThatThrowsIsCounted() {
    assertThat(oracles.of(new Throwing()).isSubtype("com/acme/Server", MAP)).isFalse();
    assertThat(oracles.of(new Garbage()).isSubtype("com/acme/Server", MAP)).isFalse();
    assertThat(failures.unreadable()).isEqualTo(2);
  }

  @Test
  void aLoaderThatAsksBackGetsAnAnswer() {
    Recursive loader = new Recursive(oracles);

    assertThat(oracles.of(loader).isSubtype("com/acme/Server0", MAP)).isFalse();
    assertThat(loader.asked).isBetween(2, 10);
  }

  @Test
  void doesNotKeepALoaderAlive() {
    WeakReference<ClassLoader> loader = new WeakReference<>(new Garbage());
    oracles.of(loader.get()).isSubtype("com/acme/Server", MAP);

    Awaitility.await()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(loader.get()).isNull();
            });
  }

  private static String name(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  private static class Child extends HashMap<String, String> {
    private static final long serialVersionUID = 1L;
  }

  private static final class Grandchild extends Child {
    private static final long serialVersionUID = 1L;
  }

  private static final class Throwing extends ClassLoader {
    @Override
    public InputStream getResourceAsStream(String name) {
      throw new NoClassDefFoundError(name);
    }
  }

  private static final class Garbage extends ClassLoader {
    @Override
    public InputStream getResourceAsStream(String name) {
      return new ByteArrayInputStream(new byte[] {1, 2, 3});
    }
  }

  /** Wants to know another type whenever it is asked for one. */
  private static final class Recursive extends ClassLoader {
    private final TypeOracles oracles;
    private int asked;

    Recursive(TypeOracles oracles) {
      this.oracles = oracles;
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      asked++;
      oracles.of(this).isSubtype("com/acme/Server" + asked, MAP);
      return null;
    }
  }
}
