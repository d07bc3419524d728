package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import io.tallyfast.apps.WaitingApp;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.Jdk;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;

/** Attached to a running application, the agent works as from the start; twice, it is on once. */
class AttachIT {
  @TempDir private Path folder;

  @BothJdks
  void attachedTwiceItIsOnOnce(int version) throws Exception {
    Path err = folder.resolve("err");
    ForkedJvm jvm = ForkedJvm.java(Jdk.ofVersion(version));
    ProcessBuilder builder = jvm.option("-cp", ForkedJvm.testClasses().toString()).prepare();
    builder.command().add(WaitingApp.class.getName());
    Process process = builder.redirectError(err.toFile()).start();
    try {
      BufferedReader out = process.inputReader();
      assertThat(out.readLine()).isEqualTo("ready");
      attach(process);
      attach(process);
      process.getOutputStream().close();
      assertThat(out.readLine()).isEqualTo("done");
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(ownLines(err)).hasSize(2);
    assertThat(ownLines(err).get(0)).contains("already on");
    assertThat(ownLines(err).get(1)).startsWith("tallyfast: guarded 1 sites in 1 classes");
  }

  private static void attach(Process process) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
    try {
      machine.loadAgent(ForkedJvm.agentJar().toString());
    } finally {
      machine.detach();
    }
  }

  /** Newer JVMs warn of agents that are attached, which no agent can prevent. */
  private static java.util.List<String> ownLines(Path err) throws IOException {
    return Files.readString(err).lines().filter(line -> line.startsWith("tallyfast: ")).toList();
  }
}
