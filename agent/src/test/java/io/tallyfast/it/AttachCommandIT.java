package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.tools.attach.VirtualMachine;
import io.tallyfast.apps.AttachedApp;
import io.tallyfast.apps.Counted;
import io.tallyfast.apps.ProbeAgent;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.ForkedJvm.Result;
import io.tallyfast.testkit.Jdk;
import io.tallyfast.testkit.RunningJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.io.TempDir;

/** Turning the agent on and off, by the command line, in an application that counts meanwhile. */
class AttachCommandIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @BothJdks
  void exactWhileOnAndAsBeforeWhenOff(int version) throws Exception {
    Jdk jdk = Jdk.ofVersion(version);
    try (RunningJvm app = start(ForkedJvm.java(jdk))) {
      awaitRounds(app, "off [1-9]\\d* rounds, [1-9]\\d* missing;");
      String original = digest(app);

      Result attach = command(jdk, "attach", app.pid(), "report=" + folder.resolve("last.json"));
      assertThat(attach.err()).isEmpty();
      assertThat(attach.out())
          .contains(app.pid() + ": guarded 3 sites in 2 classes")
          .contains("maps that exist already are guarded at these sites only");
      app.ask("rounds");
      awaitRounds(app, "on [1-9]\\d* rounds, 0 missing;");
      assertThat(digest(app)).isNotEqualTo(original);

      // Threads count while it is turned off; each round that ended before must be exact.
      Result detach = command(jdk, "detach", app.pid());
      assertThat(detach.err()).isEmpty();
      assertThat(detach.out()).contains("off, 2 classes are as they were; guarded 3 sites");
      assertThat(app.ask("rounds")).doesNotMatch(".*on \\d+ rounds, [1-9].*");
      awaitRounds(app, "off [1-9]\\d* rounds, [1-9]\\d* missing;");
      assertThat(digest(app)).isEqualTo(original);
      assertThat(Files.readString(folder.resolve("last.json")))
          .contains("\"class\": \"io.tallyfast.apps.Counted\"", "\"action\": \"guarded\"");
      assertThat(app.ask("threads")).isEqualTo("[]");
      assertThat(app.ask("leak")).isEqualTo("collected");

      assertThat(app.end()).isZero();
      assertThat(app.ownLines())
          .singleElement()
          .asString()
          .matches("tallyfast: guarded 3 sites in 2 classes, prevented [1-9]\\d* lost updates");
    }
  }

  @BothJdks
  void canBeTurnedOnAgain(int version) throws Exception {
    Jdk jdk = Jdk.ofVersion(version);
    try (RunningJvm app = start(ForkedJvm.java(jdk))) {
      assertThat(command(jdk, "attach", app.pid()).exitCode()).isZero();
      awaitRounds(app, "on [1-9]\\d* rounds, 0 missing;");
      assertThat(command(jdk, "detach", app.pid()).exitCode()).isZero();
      assertThat(command(jdk, "attach", app.pid()).exitCode()).isZero();
      app.ask("rounds");
      awaitRounds(app, "on [1-9]\\d* rounds, 0 missing;");
      assertThat(app.ask("leak")).isEqualTo("collected");

      Path report = folder.resolve("now.txt");
      Result written = command(jdk, "report", app.pid(), report.toString());
      assertThat(written.out()).contains("wrote " + report);
      assertThat(Files.readString(report)).contains("guarded, ");
      Result reset = command(jdk, "reset", app.pid());
      assertThat(reset.out()).contains("counts from zero; until now: guarded 3 sites in 2 classes");
      assertThat(command(jdk, "list").out())
          .containsPattern(app.pid() + "  on \\S+ +" + AttachedApp.class.getName());

      assertThat(app.end()).isZero();
      assertThat(app.ownLines()).hasSize(2);
    }
  }

  @BothJdks
  void anAgentGivenAtTheStartCanBeTurnedOff(int version) throws Exception {
    Jdk jdk = Jdk.ofVersion(version);
    try (RunningJvm app = start(ForkedJvm.java(jdk).agent())) {
      awaitRounds(app, "on [1-9]\\d* rounds, 0 missing;");
      String guarded = digest(app);

      assertThat(command(jdk, "detach", app.pid()).exitCode()).isZero();
      app.ask("rounds");
      awaitRounds(app, "off [1-9]\\d* rounds, [1-9]\\d* missing;");
      assertThat(digest(app)).isNotEqualTo(guarded);
      assertThat(app.end()).isZero();
    }
  }

  @BothJdks
  void whatIsShownGoesWhenItIsTurnedOff(int version) throws Exception {
    Jdk jdk = Jdk.ofVersion(version);
    try (RunningJvm app = start(ForkedJvm.java(jdk))) {
      assertThat(app.ask("mbean")).isEqualTo("none");
      assertThat(command(jdk, "attach", app.pid(), "jmx=true,jfr=true").exitCode()).isZero();
      await().atMost(PATIENCE).until(() -> app.ask("mbean").matches("hits [1-9]\\d*"));

      assertThat(command(jdk, "detach", app.pid()).exitCode()).isZero();
      assertThat(app.ask("mbean")).isEqualTo("none");
      assertThat(app.ask("threads")).isEqualTo("[]");
      assertThat(app.ask("leak")).isEqualTo("collected");
      assertThat(app.end()).isZero();
      assertThat(app.ownLines()).as("the last line only").hasSize(1);
    }
  }

  private RunningJvm start(ForkedJvm jvm) {
    return RunningJvm.start(jvm, AttachedApp.class, folder.resolve("err"));
  }

  /** Of the bytecode that the counting class has just now. */
  private String digest(RunningJvm app) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(app.pid());
    try {
      machine.loadAgent(probe().toString(), Counted.class.getName());
      return machine.getSystemProperties().getProperty(ProbeAgent.PROPERTY);
    } finally {
      machine.detach();
    }
  }

  /** A jar that only names the agent; its class is on the class path. */
  private Path probe() throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Agent-Class", ProbeAgent.class.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    Path jar = Files.createTempFile(folder, "probe", ".jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }

  private static void awaitRounds(RunningJvm app, String pattern) {
    await().atMost(PATIENCE).until(() -> app.ask("rounds").matches(pattern));
  }

  private static Result command(Jdk jdk, String... arguments) {
    return ForkedJvm.java(jdk).option("-jar", ForkedJvm.agentJar().toString()).run(arguments);
  }
}
