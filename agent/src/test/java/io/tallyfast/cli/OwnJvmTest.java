package io.tallyfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnJvmTest {
  @Test
  void takesOptionsOfTheJvmForADecision() {
    String[] args = {"audit", "app.jar"};

    assertThat(OwnJvm.isPlain(words("-jar tallyfast.jar audit app.jar"), args)).isTrue();
    assertThat(OwnJvm.isPlain(words("-Xmx1g -jar tallyfast.jar audit app.jar"), args)).isFalse();
    assertThat(OwnJvm.isPlain(words("-cp x io.tallyfast.cli.Main audit app.jar"), args)).isFalse();
    assertThat(OwnJvm.isPlain(words("-jar tallyfast.jar @arguments"), args)).isFalse();
    assertThat(OwnJvm.isPlain(new String[0], args)).isFalse();
  }

  @Test
  void startsNoOtherJvmForWhatIsDoneSooner() {
    assertThat(OwnJvm.isShort("audit", "explain", "get-put")).isTrue();
    assertThat(OwnJvm.isShort("audit", "app.jar", "--help")).isTrue();
    assertThat(OwnJvm.isShort("audit", "--format", "json", "app.jar")).isFalse();
  }

  private static String[] words(String line) {
    return line.split(" ");
  }
}
