package io.tallyfast.it;

import static io.tallyfast.it.Scenarios.jar;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.Jdk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the agent leaves in a process and in its folders: one report, and nothing else. */
@EnabledOnOs(OS.LINUX)
class FootprintIT {
  @TempDir private Path folder;

  @BothJdks
  void opensNoSocketAndStartsNoThread(int version) throws Exception {
    Process shop = java(version).agent().option("-jar", jar("shop"), "stay").prepare().start();
    try (BufferedReader out = readerOf(shop)) {
      assertThat(out.readLine()).startsWith("sold ");

      Path process = Path.of("/proc", Long.toString(shop.pid()));
      assertThat(sockets(process)).isEmpty();
      assertThat(threads(process)).contains("java").noneMatch(name -> name.startsWith("tallyfast"));
      shop.getOutputStream().close();
      assertThat(shop.waitFor()).isZero();
    } finally {
      shop.destroyForcibly();
    }
  }

  @BothJdks
  void writesTheReportOnly(int version) throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    Path report = folder.resolve("report.txt");
    ProcessBuilder java =
        java(version)
            .option("-Djava.io.tmpdir=" + home, "-Duser.home=" + home)
            .agent("report=" + report)
            .option("-jar", jar("shop"))
            .prepare();
    Path out = folder.resolve("out");

    Process shop =
        java.directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();

    assertThat(shop.waitFor()).isZero();
    assertThat(home).isEmptyDirectory();
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("home", "out", "report.txt");
    assertThat(Files.readString(report)).contains("shop.Sales");
  }

  private static ForkedJvm java(int version) {
    return ForkedJvm.java(Jdk.ofVersion(version));
  }

  private static BufferedReader readerOf(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** What it has open that is a socket, listening or not. */
  private static List<String> sockets(Path process) throws IOException {
    try (Stream<Path> descriptors = Files.list(process.resolve("fd"))) {
      return descriptors
          .map(FootprintIT::target)
          .filter(target -> target.startsWith("socket:"))
          .toList();
    }
  }

  /** Where a descriptor leads; one that is closed meanwhile leads nowhere. */
  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return "closed";
    }
  }

  private static List<String> threads(Path process) throws IOException {
    try (Stream<Path> tasks = Files.list(process.resolve("task"))) {
      return tasks.map(FootprintIT::name).toList();
    }
  }

  private static String name(Path task) {
    try {
      return Files.readString(task.resolve("comm")).strip();
    } catch (IOException e) {
      return "ended";
    }
  }
}
