package io.tallyfast.cli;

import io.tallyfast.audit.IdiomPages;
import io.tallyfast.report.IdiomPage;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the page of an idiom. */
@Command(
    name = "explain",
    description =
        "Explains an idiom: what it looks like, what it loses, and how to write it instead.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "IDIOM", description = "Its name, as in a report.")
  private String idiom;

  @Override
  public Integer call() {
    IdiomPage page = IdiomPage.of(idiom.toLowerCase(Locale.ROOT));
    if (page == null) {
      String known = String.join(", ", IdiomPages.names());
      PrintWriter err = spec.commandLine().getErr();
      Errors.say(err, "no page explains the idiom " + idiom + "; there are: " + known);
      return ExitCode.USAGE;
    }
    spec.commandLine().getOut().print(page.text());
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }
}
