package io.tallyfast.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.apps.OpennessApp;
import io.tallyfast.apps.VisibilityApp;
import io.tallyfast.testkit.ForkedJvm;
import io.tallyfast.testkit.ForkedJvm.Result;
import io.tallyfast.testkit.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.io.TempDir;

/** Rewritten code finds the runtime from everywhere, and the application gets nothing else. */
class VisibilityIT {
  @TempDir private Path folder;

  @BothJdks
  void eachClassLoaderSeesTheRuntime(int version) {
    Result result = ForkedJvm.java(Jdk.ofVersion(version)).agent().run(VisibilityApp.class);

    assertThat(result.out().lines())
        .containsExactly("application: 0", "platform parent: 0", "no parent: 0", "counted 1");
    assertThat(result.lastErrLine()).startsWith("tallyfast: guarded 1 sites in 1 classes");
  }

  @BothJdks
  void aNamedModuleSeesTheRuntime(int version) throws IOException {
    Path module = compileModule();

    Result result =
        ForkedJvm.java(Jdk.ofVersion(version))
            .agent()
            .option("--limit-modules", "java.base,java.instrument")
            .option("-p", module.toString(), "-m", "shop/shop.Main")
            .run();

    assertThat(result.out().strip()).as(result.err()).isEqualTo("module shop: 1");
    assertThat(result.lastErrLine()).startsWith("tallyfast: guarded 1 sites in 1 classes");
  }

  @BothJdks
  void javaLangStaysClosedToTheApplication(int version) {
    Result result = ForkedJvm.java(Jdk.ofVersion(version)).agent().run(OpennessApp.class);

    assertThat(result.out().lines())
        .containsExactly("open to all: false", "open to me: false", "inaccessible");
  }

  private Path compileModule() throws IOException {
    Path source = Files.createDirectories(folder.resolve("src/shop"));
    Path info = Files.writeString(folder.resolve("src/module-info.java"), "module shop {}");
    Path main =
        Files.writeString(
            source.resolve("Main.java"),
            """
            package shop;
            import java.util.*;
            public class Main {
              static Map<String, Integer> sales = new HashMap<>();
              public static void main(String[] args) throws Exception {
                Class.forName("java.lang.$TallyfastSiteCounters");
                sales.put("tea", sales.getOrDefault("tea", 0) + 1);
                System.out.println(Main.class.getModule() + ": " + sales.get("tea"));
              }
            }
            """);
    Path target = folder.resolve("classes");
    ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
    String[] arguments = {
      "--release", "17", "-d", target.toString(), info.toString(), main.toString()
    };
    assertThat(javac.run(System.out, System.err, arguments)).isZero();
    return target;
  }
}
