package io.tallyfast.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Brings together the places that options are read from. Not thread-safe. */
final class OptionSources {
  static final String PROPERTY_PREFIX = "tallyfast.";
  static final String VARIABLE_PREFIX = "TALLYFAST_";

  private final Map<String, String> values = new HashMap<>();

  /** Adds what stands behind the agent's jar on the command line; may be null. */
  void addArguments(String arguments) throws OptionException {
    Map<String, String> split = AgentArguments.split(arguments);
    for (Map.Entry<String, String> entry : split.entrySet()) {
      add(entry.getKey(), entry.getKey(), entry.getValue());
    }
  }

  /** Adds the system properties {@code tallyfast.key}. */
  void addProperties(Properties properties) throws OptionException {
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith(PROPERTY_PREFIX)) {
        add(name.substring(PROPERTY_PREFIX.length()), "-D" + name, properties.getProperty(name));
      }
    }
  }

  /** Adds the environment's variables {@code TALLYFAST_KEY}. */
  void addEnvironment(Map<String, String> environment) throws OptionException {
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      String name = variable.getKey();
      if (name.startsWith(VARIABLE_PREFIX)) {
        String key = name.substring(VARIABLE_PREFIX.length()).toLowerCase(Locale.ROOT);
        add(key.replace('_', '-'), name, variable.getValue());
      }
    }
  }

  /** Adds the options of a properties file. */
  void addFile(Path file) throws OptionException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new OptionException("cannot read option config's file " + file + ": " + e, e);
    }
    for (String name : properties.stringPropertyNames()) {
      if (name.equals(KnownOptions.CONFIG.key())) {
        throw new OptionException("option config cannot stand in the file " + file + " itself");
      }
      add(name, name + " in " + file, properties.getProperty(name));
    }
  }

  /** What was added first stays: the places are asked in the order of precedence. */
  private void add(String key, String where, String value) throws OptionException {
    if (!KnownOptions.isKnown(key)) {
      String known = " (known: " + KnownOptions.keys() + ")";
      throw new OptionException("unknown option " + where + known);
    }
    values.putIfAbsent(key, value);
  }

  /** The value of an option, or its default. */
  <T> T get(Option<T> option) throws OptionException {
    String text = values.get(option.key());
    return text == null ? option.defaultValue() : option.parse(text);
  }
}
