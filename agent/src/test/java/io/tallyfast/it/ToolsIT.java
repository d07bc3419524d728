package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.apps.HelloApp;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.ForkedJvm.Result;
import io.tallyfast.testkit.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In {@code JAVA_TOOL_OPTIONS} the agent reaches each JVM, and is silent in those of tools. */
class ToolsIT {
  @TempDir private Path folder;

  @ParameterizedTest(name = "{1} of JDK {0}")
  @CsvSource({
    "17,javac,-version",
    "17,keytool,-help",
    "17,jps,-help",
    "17,jar,--version",
    "17,jdeps,--version",
    "17,jcmd,-h",
    "25,javac,-version",
    "25,keytool,-help",
    "25,jps,-help",
    "25,jar,--version",
    "25,jdeps,--version",
    "25,jcmd,-h",
  })
  void toolsPrintWhatTheyAlwaysPrint(int version, String tool, String argument) {
    Jdk jdk = Jdk.ofVersion(version);
    Result plain = ForkedJvm.tool(jdk, tool).run(argument);
    Result withAgent = byEnvironment(ForkedJvm.tool(jdk, tool)).run(argument);

    assertThat(withAgent.exitCode()).isEqualTo(plain.exitCode());
    assertThat(withAgent.out()).isEqualTo(plain.out());
    assertThat(withoutNotice(withAgent)).isEqualTo(plain.err());
  }

  @BothJdks
  void applicationsAreGuarded(int version) {
    Result result = byEnvironment(ForkedJvm.java(Jdk.ofVersion(version))).run(HelloApp.class);

    assertThat(result.lastErrLine()).startsWith("tallyfast: guarded ");
  }

  @BothJdks
  void anApplicationStartedFromItsSourceIsGuarded(int version) throws IOException {
    String source =
        "class Main { public static void main(String[] a) { System.out.println(\"hi\"); } }";
    Path file = Files.writeString(folder.resolve("Main.java"), source);

    Result result = byEnvironment(ForkedJvm.java(Jdk.ofVersion(version))).run(file.toString());

    assertThat(result.out().strip()).isEqualTo("hi");
    assertThat(result.lastErrLine()).startsWith("tallyfast: guarded ");
  }

  private static ForkedJvm byEnvironment(ForkedJvm jvm) {
    return jvm.variable("JAVA_TOOL_OPTIONS", "-javaagent:" + ForkedJvm.agentJar());
  }

  /** The JVM itself tells of the variable, in one line that no agent can prevent. */
  private static String withoutNotice(Result result) {
    assertThat(result.err()).startsWith("Picked up JAVA_TOOL_OPTIONS");
    return result.err().substring(result.err().indexOf('\n') + 1);
  }
}
