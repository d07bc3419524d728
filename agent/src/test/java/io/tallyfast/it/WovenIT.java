package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.apps.RacyApp;
import io.tallyfast.apps.SnapshotApp;
import io.tallyfast.build.Weaver;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.ForkedJvm.Result;
import io.tallyfast.testkit.Jdk;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.bytebuddy.build.EntryPoint;
import org.junit.jupiter.api.io.TempDir;

/** What a build has rewritten needs no agent, but the small jar; and does not mind an agent. */
class WovenIT {
  @TempDir private Path folder;

  @BothJdks
  void isExactWithTheRuntimeJarAlone(int version) throws IOException {
    Jdk jdk = Jdk.ofVersion(version);
    Result original = ForkedJvm.java(jdk).run(RacyApp.class);
    weave(RacyApp.class.getName(), RacyApp.class.getName() + "$Counting");

    Result woven = run(ForkedJvm.java(jdk));
    Result withAgent = run(ForkedJvm.java(jdk).agent());

    assertThat(original.out()).matches("missing [1-9]\\d*\\R");
    assertThat(woven.out().strip()).isEqualTo("missing 0");
    assertThat(woven.err()).isEmpty();
    assertThat(withAgent.out().strip()).isEqualTo("missing 0");
    assertThat(withAgent.lastErrLine()).startsWith("tallyfast: guarded 0 sites in 0 classes");
  }

  @BothJdks
  void makesGuardedMaps(int version) throws IOException {
    weave(SnapshotApp.class.getName(), SnapshotApp.class.getName() + "$Server");

    Result woven = run(ForkedJvm.java(Jdk.ofVersion(version)), SnapshotApp.class, "100000");

    assertThat(woven.out().lines())
        .as(woven.err())
        .containsExactly("torn 0", "failed 0", "missing 0", "entries 3");
  }

  private void weave(String... names) throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    for (String name : names) {
      String internal = name.replace('.', '/');
      classes.put(
          internal, Files.readAllBytes(ForkedJvm.testClasses().resolve(internal + ".class")));
    }
    for (Map.Entry<String, byte[]> each :
        Weaver.weave(classes, EntryPoint.Default.REBASE).entrySet()) {
      Path file = folder.resolve(each.getKey() + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, each.getValue());
    }
  }

  private Result run(ForkedJvm jvm) {
    return run(jvm, RacyApp.class);
  }

  private Result run(ForkedJvm jvm, Class<?> application, String... arguments) {
    Path runtime = ForkedJvm.agentJar().resolveSibling("tallyfast-runtime.jar");
    List<String> command = new ArrayList<>(List.of(application.getName()));
    command.addAll(List.of(arguments));
    return jvm.option("-cp", folder + File.pathSeparator + runtime)
        .run(command.toArray(new String[0]));
  }
}
