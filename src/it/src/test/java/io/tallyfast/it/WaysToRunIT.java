package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.demo.load.ServerProcess;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.Jdk;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;

/** The ways to run a server with the agent, other than by its command line. */
class WaysToRunIT {
  private static final int THREADS = 8;
  private static final int EACH = 10;
  private static final int TURNS = 200;

  @TempDir private Path folder;

  @BothJdks
  void aVariableOfTheEnvironment(int version) throws Exception {
    ProcessBuilder java = ForkedJvm.java(Jdk.ofVersion(version)).prepare();
    java.environment().put("JAVA_TOOL_OPTIONS", "-javaagent:" + ForkedJvm.agentJar());
    try (ServerProcess server = SampleServer.start(java, folder)) {
      assertExact(server);

      assertThat(server.stop())
          .anyMatch(line -> line.startsWith("Picked up JAVA_TOOL_OPTIONS"))
          .last()
          .asString()
          .startsWith("tallyfast: guarded ");
    }
  }

  @BothJdks
  void attachedUnderLoad(int version) throws Exception {
    Jdk jdk = Jdk.ofVersion(version);
    try (ServerProcess server = SampleServer.start(ForkedJvm.java(jdk).prepare(), folder)) {
      Talk talk = new Talk(new Calls(server.url()));
      AtomicBoolean attached = new AtomicBoolean();
      CompletableFuture<Void> load = CompletableFuture.runAsync(() -> sayUntil(talk, attached));
      ForkedJvm.Result attach =
          ForkedJvm.java(jdk).run("-jar", ForkedJvm.agentJar().toString(), "attach", server.pid());
      attached.set(true);
      load.join();

      assertThat(attach.exitCode()).as(attach.err()).isZero();
      assertExact(server);
      assertThat(server.stop()).last().asString().startsWith("tallyfast: guarded ");
    }
  }

  private static void sayUntil(Talk talk, AtomicBoolean done) {
    while (!done.get()) {
      talk.say();
    }
  }

  @BothJdks
  void wovenAtBuildTime(int version) throws Exception {
    Path woven = WovenServer.weave(folder.resolve("woven"));
    Path runtime = ForkedJvm.agentJar().resolveSibling("tallyfast-runtime.jar");
    String path =
        String.join(
            File.pathSeparator, woven.toString(), runtime.toString(), SampleServer.JAR.toString());
    ProcessBuilder java = ForkedJvm.java(Jdk.ofVersion(version)).prepare();
    java.command().addAll(List.of("-cp", path, "com.acme.memory.Main", "serve"));
    try (ServerProcess server = ServerProcess.start(java, folder.resolve("server.err"))) {
      assertExact(server);

      assertThat(server.stop()).isEmpty();
    }
  }

  private static void assertExact(ServerProcess server) throws Exception {
    Talk talk = new Talk(new Calls(server.url()));
    int before = talk.turns();

    Together.run(THREADS, thread -> sayOften(talk));

    assertThat(List.of(talk.turns() - before, talk.turnsHere()))
        .containsOnly(THREADS * EACH * TURNS);
  }

  private static void sayOften(Talk talk) {
    for (int i = 0; i < EACH; i++) {
      talk.sayMuchLater(TURNS).join();
    }
  }
}
