package io.tallyfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What leaves a guarded map, as bytes, as text or as a copy, is what would leave the JDK's. */
class GuardedFormsTest {
  static final List<String> NAMES = GuardedTypes.NAMES;
  static final List<String> SERIALIZABLE = GuardedTypes.namesWithout("WeakHashMap");

  /** Properties of the JDK overflow the stack then. */
  static final List<String> HOLDING_THEMSELVES = GuardedTypes.namesWithout("Properties");

  private static Map<Object, Object> filled(String name, boolean guarded) {
    Map<Object, Object> map = GuardedTypes.create(name, guarded, MapActions.Key.class);
    boolean texts = name.equals("Properties"); // As libraries expect of it.
    map.put(texts ? "B" : MapActions.Key.B, 1);
    map.put(texts ? "A" : MapActions.Key.A, 2);
    return map;
  }

  @ParameterizedTest
  @FieldSource("SERIALIZABLE")
  void isWrittenAsThePlainClass(String name) throws IOException, ClassNotFoundException {
    byte[] bytes = bytes(filled(name, true));

    assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
        .doesNotContainIgnoringCase("guarded");
    Object read = new ObjectInputStream(new ByteArrayInputStream(bytes)).readObject();
    assertThat(read.getClass()).isEqualTo(GuardedTypes.plain(name));
    if (!name.equals("IdentityHashMap")) {
      assertThat(read).isEqualTo(filled(name, false));
    }
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void isTheSameJson(String name) throws JsonProcessingException {
    Map<Object, Object> plain = filled(name, false);
    Map<Object, Object> guarded = filled(name, true);
    if (name.equals("Properties")) {
      plain.replaceAll((key, value) -> value.toString()); // As Jackson expects.
      guarded.replaceAll((key, value) -> value.toString());
    }
    ObjectMapper jackson = new ObjectMapper();

    assertThat(jackson.writeValueAsString(guarded)).isEqualTo(jackson.writeValueAsString(plain));
    assertThat(new Gson().toJson(guarded)).isEqualTo(new Gson().toJson(plain));
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void isAnInstanceOfThePlainClass(String name) {
    Class<?> guarded = filled(name, true).getClass();

    assertThat(guarded.getSuperclass()).isEqualTo(GuardedTypes.plain(name));
    assertThat(filled(name, true)).isEqualTo(filled(name, false));
    assertThat(filled(name, false)).isEqualTo(filled(name, true));
  }

  @ParameterizedTest
  @FieldSource("SERIALIZABLE")
  void clonesAreGuardedAndApart(String name) throws ReflectiveOperationException {
    Map<Object, Object> map = filled(name, true);

    Object clone = map.getClass().getMethod("clone").invoke(map);

    assertThat(clone).isNotSameAs(map).isEqualTo(map).hasSameClassAs(map);
    map.clear();
    assertThat(((Map<?, ?>) clone).keySet()).hasSize(2);
  }

  @ParameterizedTest
  @FieldSource("HOLDING_THEMSELVES")
  void aMapThatHoldsItselfSaysSo(String name) {
    Map<Object, Object> map = filled(name, true);
    map.put(MapActions.Key.C, map);

    assertThat(map.toString()).contains("C=(this Map)");
  }

  @Test
  void partsOfATreeMapAreWrittenAsTheJdkDoes() throws IOException, ClassNotFoundException {
    TreeMap<Object, Object> map = (TreeMap<Object, Object>) filled("TreeMap", true);

    byte[] bytes = bytes(map.headMap(MapActions.Key.B, false));

    assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
        .doesNotContainIgnoringCase("guarded");
    assertThat(new ObjectInputStream(new ByteArrayInputStream(bytes)).readObject())
        .isEqualTo(Map.of(MapActions.Key.A, 2));
  }

  @Test
  void aSubclassStillDecidesWhatIsRemoved() {
    class Last<K, V> extends GuardedLinkedHashMap<K, V> {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > 2;
      }
    }

    LinkedHashMap<String, Integer> map = new Last<>();
    map.put("a", 1);
    map.merge("b", 2, Integer::sum);
    map.put("c", 3);

    assertThat(map).hasToString("{b=2, c=3}");
  }

  @Test
  void propertiesAreStoredLoadedAndDefaulted() throws IOException {
    Properties defaults = new GuardedProperties();
    defaults.setProperty("host", "localhost");
    Properties properties = new GuardedProperties(defaults);
    properties.load(new StringReader("port = 80"));
    StringWriter stored = new StringWriter();
    properties.store(stored, null);

    assertThat(properties.getProperty("host")).isEqualTo("localhost");
    assertThat(properties.stringPropertyNames()).containsExactlyInAnyOrder("host", "port");
    assertThat(stored.toString()).contains("port=80").doesNotContain("host");
  }

  @Test
  void copiesOfAnEnumMapAreOfItsKind() {
    Map<Object, Object> map = filled("EnumMap", true);

    assertThat(new EnumMap<>(enumMap(map))).isEqualTo(map);
    assertThat(new GuardedEnumMap<>(enumMap(map))).isEqualTo(map);
  }

  @SuppressWarnings("unchecked") // Its keys are these.
  private static Map<MapActions.Key, Object> enumMap(Object map) {
    return (Map<MapActions.Key, Object>) map;
  }

  private static byte[] bytes(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }
}
