package io.tallyfast.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyfast.analysis.TypeOracle;
import io.tallyfast.config.ClassGlobs;
import io.tallyfast.config.Mode;
import io.tallyfast.rewrite.Rewritten;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

class GuardingTransformerTest {
  private static final String NAME = "com/acme/Server";

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Console console = new Console(said);
  private final Failures failures = new Failures(console);
  private final Ledger ledger = new Ledger();

  @Test
  void countsAndNamesWhatTheRewriterThrows() throws IOException {
    GuardingTransformer transformer = transformer(new Throwing());

    for (int i = 0; i < 100; i++) {
      assertThat(transform(transformer, candidate())).isNull();
    }

    assertThat(failures.errors()).isEqualTo(100);
    assertThat(lines()).hasSize(5);
    assertThat(lines()[0])
        .isEqualTo("tallyfast: left com.acme.Server as it is: java.lang.StackOverflowError: deep");
    assertThat(lines()[4]).endsWith("(further ones are only counted)");
    assertThat(ledger.snapshot()).isEmpty();
  }

  @Test
  void namesTheFirstClassFromTheFuture() throws IOException {
    GuardingTransformer transformer = transformer(new Throwing());
    byte[] future = candidate();
    future[7] = (byte) (GuardingTransformer.NEWEST_MAJOR + 1);

    transform(transformer, future);
    transform(transformer, future);

    assertThat(failures.tooNew()).isEqualTo(2);
    assertThat(failures.errors()).isZero();
    assertThat(lines()).hasSize(1);
    assertThat(lines()[0]).contains("com.acme.Server").contains("version 73");
  }

  @Test
  void theNewestVersionIsTheLibrarys() throws IOException {
    byte[] classFile = candidate();
    classFile[7] = (byte) GuardingTransformer.NEWEST_MAJOR;
    assertThatCode(() -> new ClassReader(classFile)).doesNotThrowAnyException();

    classFile[7]++;
    assertThatThrownBy(() -> new ClassReader(classFile))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void survivesNothingness() {
    assertThat(transform(transformer(new Throwing()), null)).isNull();
    assertThat(transform(transformer(new Throwing()), new byte[0])).isNull();
    assertThat(failures.errors()).isZero();
  }

  private byte[] transform(GuardingTransformer transformer, byte[] classFile) {
    return transformer.transform(
        getClass().getModule(), getClass().getClassLoader(), NAME, null, null, classFile);
  }

  private GuardingTransformer transformer(Rewriting rewriting) {
    return new GuardingTransformer(
        Mode.GUARD,
        new ClassSelector(ClassGlobs.NONE, ClassGlobs.NONE),
        rewriting,
        new RuntimeBridge(),
        new SelfTest(console),
        ledger,
        failures);
  }

  private String[] lines() {
    return said.toString(StandardCharsets.UTF_8).split("\\R");
  }

  private static byte[] candidate() throws IOException {
    try (InputStream in = SelfTestSample.class.getResourceAsStream("SelfTestSample.class")) {
      return in.readAllBytes();
    }
  }

  private static final class Throwing implements Rewriting {
    @Override
    public Rewritten rewrite(byte[] classFile, TypeOracle types) {
      throw new StackOverflowError("deep");
    }

    @Override
    public int numberedSites() {
      return 0;
    }

    @Override
    public boolean mayConcern(byte[] classFile) {
      return classFile != null && classFile.length > 10;
    }
  }
}
