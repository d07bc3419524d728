package io.tallyfast.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void guardsEverythingByDefault(String arguments) throws OptionException {
    Options options = read(arguments);

    assertThat(options.mode()).isEqualTo(Mode.GUARD);
    assertThat(options.include().isEmpty()).isTrue();
    assertThat(options.exclude().isEmpty()).isTrue();
    assertThat(options.report()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"guard", "audit", "observe", "off"})
  void knowsEachMode(String mode) throws OptionException {
    assertThat(read("mode=" + mode).mode().text()).isEqualTo(mode);
  }

  @Test
  void aCommaSeparatesOnlyBeforeAKey() throws OptionException {
    Options options = read("report=a,b, c.txt,mode=audit");

    assertThat(options.report()).hasValueSatisfying(p -> assertThat(p).hasFileName("a,b, c.txt"));
    assertThat(options.mode()).isEqualTo(Mode.AUDIT);
  }

  @Test
  void aReportHasAnAbsoluteName() throws OptionException {
    assertThat(read("report=x.json").report().orElseThrow()).isAbsolute();
  }

  @Test
  void argumentsComeBeforePropertiesBeforeVariablesBeforeTheFile() throws Exception {
    Path file = Files.writeString(folder.resolve("p"), "mode=off\ninclude=file\nexclude=file\n");
    Properties properties = properties("mode", "audit", "exclude", "property");
    Map<String, String> variables =
        Map.of("TALLYFAST_EXCLUDE", "variable", "TALLYFAST_REPORT", "variable.txt");

    Options options = Options.read("mode=observe,config=" + file, properties, variables);

    assertThat(options.mode()).isEqualTo(Mode.OBSERVE);
    assertThat(options.exclude()).hasToString("property");
    assertThat(options.report().orElseThrow()).hasFileName("variable.txt");
    assertThat(options.include()).hasToString("file");
  }

  @Test
  void theFileMayBeNamedAnywhere() throws Exception {
    Path file = Files.writeString(folder.resolve("p"), "mode=off\n");
    Properties byProperty = properties("config", file.toString());
    Map<String, String> byVariable = Map.of("TALLYFAST_CONFIG", file.toString());

    assertThat(Options.read(null, byProperty, Map.of()).mode()).isEqualTo(Mode.OFF);
    assertThat(Options.read(null, new Properties(), byVariable).mode()).isEqualTo(Mode.OFF);
  }

  @Test
  void nothingIsShownUnlessAskedFor() throws OptionException {
    assertThat(read("").jmx()).isFalse();
    assertThat(read("").jfr()).isFalse();
    assertThat(read("jmx=true,jfr=true").jmx()).isTrue();
    assertThat(read("jmx=false,jfr=true").jfr()).isTrue();
    assertThatThrownBy(() -> read("jmx=yes"))
        .hasMessage("bad value 'yes' of option jmx: neither true nor false (allowed: true, false)");
  }

  @Test
  void anUnknownKeyIsNamedWithThoseThatAreKnown() {
    assertThatThrownBy(() -> read("mode=guard,mood=1"))
        .isInstanceOf(OptionException.class)
        .hasMessage(
            "unknown option mood (known: mode, include, exclude, fields, maps, report, jmx, jfr,"
                + " config)");
    assertThatThrownBy(() -> Options.read(null, properties("mood", "1"), Map.of()))
        .hasMessageContaining("-Dtallyfast.mood");
    assertThatThrownBy(() -> Options.read(null, new Properties(), Map.of("TALLYFAST_X", "1")))
        .hasMessageContaining("TALLYFAST_X");
  }

  @Test
  void aBadValueIsNamedWithWhatIsAllowed() {
    assertThatThrownBy(() -> read("mode=GUARD"))
        .hasMessageContaining("'GUARD' of option mode")
        .hasMessageContaining("(allowed: guard, audit, observe, off)");
    assertThatThrownBy(() -> read("report=x.xml")).hasMessageContaining(".txt .json .sarif .html");
    assertThatThrownBy(() -> read("report=")).hasMessageContaining("missing");
    assertThatThrownBy(() -> read("include=com.acme,org")).hasMessageContaining("','");
  }

  @Test
  void anArgumentWithoutKeyIsNamed() {
    assertThatThrownBy(() -> read("audit")).hasMessageContaining("'audit'");
    assertThatThrownBy(() -> read("=audit")).hasMessageContaining("'=audit'");
    assertThatThrownBy(() -> read(",mode=off")).hasMessageContaining("',mode=off'");
  }

  @Test
  void aBadFileIsNamed() throws IOException {
    Path nested = Files.writeString(folder.resolve("nested"), "config=other\n");
    Path garbage = Files.writeString(folder.resolve("garbage"), "mode=\\u00zz\n");

    assertThatThrownBy(() -> read("config=" + folder)).hasMessageContaining(folder.toString());
    assertThatThrownBy(() -> read("config=" + nested)).hasMessageContaining("nested");
    assertThatThrownBy(() -> read("config=" + garbage)).hasMessageContaining("garbage");
  }

  @Test
  void eachOptionIsDescribed() {
    assertThat(KnownOptions.ALL).extracting(Option::key).doesNotHaveDuplicates();
    assertThat(KnownOptions.ALL)
        .allSatisfy(
            option -> {
              assertThat(option.description()).endsWith(".");
              assertThat(option.defaultText()).isNotBlank();
              assertThat(option.allowed()).isNotBlank();
            });
  }

  private static Options read(String arguments) throws OptionException {
    return Options.read(arguments, new Properties(), Map.of());
  }

  private static Properties properties(String... keysAndValues) {
    Properties properties = new Properties();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      properties.setProperty("tallyfast." + keysAndValues[i], keysAndValues[i + 1]);
    }
    return properties;
  }
}
