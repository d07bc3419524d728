package io.tallyfast.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** What the user asked for. Immutable. */
public final class Options {
  private final Mode mode;
  private final ClassGlobs include;
  private final ClassGlobs exclude;
  private final FieldsOption fields;
  private final MapGlobs maps;
  private final Path report;
  private final boolean jmx;
  private final boolean jfr;

  private Options(OptionSources sources) throws OptionException {
    this.mode = sources.get(KnownOptions.MODE);
    this.include = sources.get(KnownOptions.INCLUDE);
    this.exclude = sources.get(KnownOptions.EXCLUDE);
    this.fields = sources.get(KnownOptions.FIELDS);
    this.maps = sources.get(KnownOptions.MAPS);
    this.report = sources.get(KnownOptions.REPORT);
    this.jmx = sources.get(KnownOptions.JMX);
    this.jfr = sources.get(KnownOptions.JFR);
  }

  /**
   * Reads the options of this JVM.
   *
   * @param arguments what stands behind the agent's jar on the command line; may be null
   * @throws OptionException for an unknown key or a bad value, wherever it was given
   */
  public static Options read(String arguments) throws OptionException {
    return read(arguments, System.getProperties(), System.getenv());
  }

  /**
   * Reads options from the places given, in this order of precedence, and then from the file that
   * {@code config} names.
   *
   * @param arguments {@code key=value,key=value}; may be null
   * @param properties system properties, {@code tallyfast.key}
   * @param environment variables, {@code TALLYFAST_KEY}
   * @throws OptionException for an unknown key or a bad value, wherever it was given
   */
  public static Options read(
      String arguments, Properties properties, Map<String, String> environment)
      throws OptionException {
    OptionSources sources = new OptionSources();
    sources.addArguments(arguments);
    sources.addProperties(properties);
    sources.addEnvironment(environment);
    Path file = sources.get(KnownOptions.CONFIG);
    if (file != null) {
      sources.addFile(file);
    }
    return new Options(sources);
  }

  /** What to do with the sites that are found. */
  public Mode mode() {
    return mode;
  }

  /** The classes to look at; empty means all. */
  public ClassGlobs include() {
    return include;
  }

  /** The classes to leave alone. */
  public ClassGlobs exclude() {
    return exclude;
  }

  /** The counters in fields to guard. */
  public FieldsOption fields() {
    return fields;
  }

  /** The fields that hold statistics by their names. */
  public MapGlobs maps() {
    return maps;
  }

  /** The absolute name of the report's file, if one is wanted. */
  public Optional<Path> report() {
    return Optional.ofNullable(report);
  }

  /** Whether an MBean is wanted. */
  public boolean jmx() {
    return jmx;
  }

  /** Whether events of Java Flight Recorder are wanted. */
  public boolean jfr() {
    return jfr;
  }
}
