package io.tallyfast.config;

import java.nio.file.Path;
import java.util.List;

/** All options, one row each. A new option is a new row here and a line in {@link #ALL}. */
public final class KnownOptions {
  /** The endings of a report's file, each of which stands for a format. */
  public static final List<String> REPORT_ENDINGS = List.of(".txt", ".json", ".sarif", ".html");

  static final Option<Mode> MODE =
      new Option<>(
          "mode",
          "What to do with the sites that are found: guard rewrites them, audit only reports them,"
              + " observe counts lost updates without changing a result, off does nothing.",
          "guard",
          Mode.GUARD,
          new ModeParser());

  static final Option<ClassGlobs> INCLUDE =
      new Option<>(
          "include",
          "The classes to look at. A name also stands for the classes nested in it.",
          "all classes",
          ClassGlobs.NONE,
          new GlobsParser());

  static final Option<ClassGlobs> EXCLUDE =
      new Option<>(
          "exclude",
          "The classes to leave alone, also where include names them.",
          "none",
          ClassGlobs.NONE,
          new GlobsParser());

  static final Option<FieldsOption> FIELDS =
      new Option<>(
          "fields",
          "The counters in fields, array elements and objects held by maps to guard: volatile ones"
              + " only, also plain ones that are used as statistics are, all that are not used as"
              + " an index or offset, or none.",
          "stats",
          FieldsOption.STATS,
          new FieldsParser());

  static final Option<MapGlobs> MAPS =
      new Option<>(
          "maps",
          "The fields whose maps hold statistics, besides those that the classes are seen to count"
              + " in. The maps that their classes put there are made guarded ones, when they hold"
              + " numbers; those of a field that is named together with its class, always.",
          MapGlobs.USUAL,
          MapGlobs.of(MapGlobs.USUAL),
          new MapGlobsParser());

  static final Option<Path> REPORT =
      new Option<>(
          "report",
          "The file that the report is written to when the application exits.",
          "no report",
          null,
          new FileParser(REPORT_ENDINGS));

  static final Option<Boolean> JMX =
      new Option<>(
          "jmx",
          "Whether to show what is counted as an MBean, io.tallyfast:type=Tallyfast, as soon as there"
              + " is an MBean server.",
          "false",
          Boolean.FALSE,
          new SwitchParser());

  static final Option<Boolean> JFR =
      new Option<>(
          "jfr",
          "Whether to write events of Java Flight Recorder, tallyfast.*, while something is"
              + " recorded.",
          "false",
          Boolean.FALSE,
          new SwitchParser());

  static final Option<Path> CONFIG =
      new Option<>(
          "config",
          "A properties file with further options. What is set elsewhere takes precedence.",
          "no file",
          null,
          new FileParser(List.of()));

  /** Every option, in the order of the documentation. */
  public static final List<Option<?>> ALL =
      List.of(MODE, INCLUDE, EXCLUDE, FIELDS, MAPS, REPORT, JMX, JFR, CONFIG);

  private KnownOptions() {}

  /** The keys of all options, for messages. */
  static String keys() {
    StringBuilder all = new StringBuilder();
    for (Option<?> option : ALL) {
      all.append(all.length() == 0 ? "" : ", ").append(option.key());
    }
    return all.toString();
  }

  static boolean isKnown(String key) {
    for (Option<?> option : ALL) {
      if (option.key().equals(key)) {
        return true;
      }
    }
    return false;
  }
}
