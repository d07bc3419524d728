package io.tallyfast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demonstration against the real server, small, with stand-ins for the agent. */
class DemoIT {

  @TempDir private Path folder;

  @Test
  void endsAfterTheFirstRunWithoutAnAgent() {
    assertThat(run(folder.resolve("none.jar"))).isEqualTo(1);

    JsonNode runs = runs();
    assertThat(runs.size()).isEqualTo(1);
    assertThat(runs.get(0).get("agent").asBoolean()).isFalse();
    // Rounds of requests at single modules come on top of those that are asked for.
    assertThat(runs.get(0).get("requests").asInt()).isGreaterThan(200);
    assertThat(runs.get(0).get("failures").size()).isZero();
  }

  @Test
  void isNotShownByAnAgentThatGuardsNothing() throws IOException {
    assertThat(run(agentJar())).isEqualTo(1);

    JsonNode runs = runs();
    assertThat(runs.size()).isEqualTo(2);
    assertThat(runs.get(1).get("agent").asBoolean()).isTrue();
    assertThat(runs.get(1).get("guardedSites").asInt()).isZero();
  }

  private int run(Path agent) {
    return DemoCommand.execute(
        "--clients=4",
        "--requests=200",
        "--server=" + System.getProperty("sample.server"),
        "--agent=" + agent,
        "--output=" + folder.resolve("demo"));
  }

  private JsonNode runs() {
    return JsonMapper.shared()
        .readTree(folder.resolve("demo").resolve("demo.json").toFile())
        .get("runs");
  }

  private Path agentJar() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", IdleAgent.class.getName());
    Path jar = folder.resolve("idle.jar");
    String name = IdleAgent.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        var in = IdleAgent.class.getClassLoader().getResourceAsStream(name)) {
      out.putNextEntry(new JarEntry(name));
      in.transferTo(out);
    }
    return jar;
  }
}
