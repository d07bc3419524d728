package com.acme.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The command line: one clear line for each mistake. */
class MainTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine commandLine =
      Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

  @ParameterizedTest
  @CsvSource({
    "'', Missing required subcommand",
    "fly, Unmatched argument",
    "serve --port, Missing required parameter",
    "serve --port=high, '--port': 'high' is not an int",
    "serve --port=70000, --port must be from 0 to 65535",
    "serve --port=-1, --port must be from 0 to 65535",
    "serve --threads=green, Invalid value for option '--threads'",
    "serve --prune-every=-PT1S, --prune-every must not be negative",
    "serve --prune-older-than=often, Invalid value for option '--prune-older-than'",
    "serve --suggesters=65, --suggesters must be from 0 to 64",
    "serve --watch=/nowhere, --watch must be a folder",
    "serve --loud, Unknown option: '--loud'",
  })
  void refusesWrongUsage(String arguments, String message) {
    String[] args = arguments.isEmpty() ? new String[0] : arguments.split(" ", -1);

    assertThat(commandLine.execute(args)).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().contains(message);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void refusesAFileForAFolder(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(commandLine.execute("serve", "--data", file.toString())).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().contains("must be a folder");
    assertThat(commandLine.execute("serve", "--data", file.resolve("below").toString()))
        .isEqualTo(2);
  }

  @Test
  void reportsAPortInUse() throws IOException {
    try (MemoryServer other = MemoryServer.start(0, null)) {
      String port = Integer.toString(URI.create(other.url()).getPort());

      assertThat(commandLine.execute("serve", "--port", port)).isEqualTo(1);
      assertThat(err.toString().lines()).singleElement().asString().contains(port);
    }
  }

  @Test
  void reportsAFolderInUse(@TempDir Path folder) throws IOException {
    try (MemoryServer other = MemoryServer.start(0, folder)) {
      assertThat(other.url()).isNotEmpty();
      assertThat(commandLine.execute("serve", "--data", folder.toString())).isEqualTo(1);
      assertThat(err.toString().lines()).singleElement().asString().contains("in use");
    }
  }
}
