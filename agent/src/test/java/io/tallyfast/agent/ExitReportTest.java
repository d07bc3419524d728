package io.tallyfast.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.config.Mode;
import io.tallyfast.rewrite.SiteTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ExitReportTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Console console = new Console(said);
  private final Failures failures = new Failures(console);

  @Test
  void keepsNoClassLoaderOfTheApplicationAlive() {
    assertThat(hook().getContextClassLoader()).isNull();
  }

  @Test
  void saysFailuresBeforeTheLastLine() throws InterruptedException {
    failures.failed("com/acme/A", new IllegalStateException("two\nlines"));
    failures.tooNew("com/acme/B", 99);
    failures.unreadable("com/acme/C", new IOException("closed"));

    ExitReport hook = hook();
    hook.start();
    hook.join();

    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "tallyfast: left com.acme.A as it is: java.lang.IllegalStateException: two lines",
            "tallyfast: left com.acme.B as it is: class file version 99 is not known yet",
            "tallyfast: cannot read com.acme.C: java.io.IOException: closed",
            "tallyfast: could not look at 1 classes, skipped 1 of a newer version,"
                + " could not read 1 supertypes",
            "tallyfast: guarded 0 sites in 0 classes, prevented 0 lost updates");
  }

  @Test
  void anExceptionThatThrowsIsDescribedByItsClass() {
    assertThat(Failures.describe(new Hostile())).isEqualTo(Hostile.class.getName());
  }

  @Test
  void aClosedStderrIsNoFailure() {
    Console closed = new Console(new Closed());

    closed.line("nobody reads this");

    assertThat(closed.isClosed()).isTrue();
  }

  private ExitReport hook() {
    Tally tally =
        new Tally(Mode.GUARD, new Ledger(), new SiteTable(), new RuntimeBridge(), failures);
    return new ExitReport(new Reporting(Mode.GUARD, null, tally, failures, console));
  }

  private static final class Hostile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("not even this");
    }
  }

  private static final class Closed extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("closed");
    }
  }
}
