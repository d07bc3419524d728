package io.tallyfast.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Dependencies point one way. What a package may use stands here, once. */
@AnalyzeClasses(packages = "io.tallyfast", importOptions = DoNotIncludeTests.class)
class DependencyDirectionsTest {
  private static final String OURS = "io.tallyfast.";

  @ArchTest static final ArchRule RUNTIME = uses("runtime");
  @ArchTest static final ArchRule STATS = uses("stats", "runtime");
  @ArchTest static final ArchRule CONFIG = uses("config");
  @ArchTest static final ArchRule ANALYSIS = uses("analysis", "idiom");
  @ArchTest static final ArchRule IDIOM = uses("idiom", "analysis");
  @ArchTest static final ArchRule JUDGE = uses("judge", "analysis", "idiom");
  @ArchTest static final ArchRule REWRITE = uses("rewrite", "analysis", "idiom");
  @ArchTest static final ArchRule REPORT = uses("report", "analysis");

  @ArchTest static final ArchRule MONITOR = uses("monitor", "analysis", "report");

  @ArchTest
  static final ArchRule AUDIT = uses("audit", "analysis", "idiom", "judge", "config", "report");

  @ArchTest
  static final ArchRule AGENT =
      uses("agent", "analysis", "config", "judge", "monitor", "report", "rewrite", "runtime");

  @ArchTest static final ArchRule BUILD = uses("build", "analysis", "config", "rewrite");

  @ArchTest static final ArchRule CLI = uses("cli", "analysis", "audit", "config", "report");

  @ArchTest
  static final ArchRule RUNTIME_AND_STATS_USE_ONLY_JAVA_BASE =
      classes()
          .that()
          .resideInAnyPackage(OURS + "runtime", OURS + "stats")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              OURS + "runtime",
              OURS + "stats",
              "java.io",
              "java.lang..",
              "java.math",
              "java.text",
              "java.time..",
              "java.util",
              "java.util.concurrent..",
              "java.util.function",
              "java.util.stream");

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_USES_PICOCLI =
      noClasses()
          .that()
          .resideOutsideOfPackage(OURS + "cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule NOTHING_LOGS =
      noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");

  @ArchTest
  static final ArchRule ONLY_THE_MBEAN_USES_JMX =
      noClasses()
          .that()
          .resideOutsideOfPackage(OURS + "monitor.jmx")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.lang.management..", "javax.management..");

  @ArchTest
  static final ArchRule ONLY_THE_EVENTS_USE_FLIGHT_RECORDER =
      noClasses()
          .that()
          .resideOutsideOfPackage(OURS + "monitor.jfr")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jdk.jfr..");

  @ArchTest
  static final ArchRule NO_REGULAR_EXPRESSION_AT_START =
      noClasses()
          .that()
          .resideOutsideOfPackage(OURS + "cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.regex..");

  private static ArchRule uses(String user, String... used) {
    String[] allowed = new String[used.length + 1];
    allowed[0] = OURS + user + "..";
    for (int i = 0; i < used.length; i++) {
      allowed[i + 1] = OURS + used[i] + "..";
    }
    return noClasses()
        .that()
        .resideInAPackage(OURS + user + "..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are ours, outside of " + String.join(", ", allowed),
                type ->
                    type.getPackageName().startsWith(OURS)
                        && !JavaClass.Predicates.resideInAnyPackage(allowed).test(type)))
        .allowEmptyShould(true);
  }
}
