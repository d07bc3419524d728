package io.tallyfast.cli;

import io.tallyfast.config.Answer;
import io.tallyfast.config.Request;
import picocli.CommandLine.Model.CommandSpec;

/** Asks the agent in another JVM, and shows what it answers. Stateless. */
final class AttachRequest {
  private AttachRequest() {}

  /**
   * Asks, and shows the answer.
   *
   * @return the exit status
   */
  static int send(CommandSpec spec, long pid, Request.Action action, String value) {
    Answer answer;
    try (TargetJvm jvm = TargetJvm.connect(pid)) {
      answer = ask(jvm, action, value);
    } catch (AttachException e) {
      Errors.say(spec.commandLine().getErr(), e.getMessage());
      return e.status();
    }
    String line = "process " + pid + ": " + answer.text();
    if (answer.status() == Answer.DONE) {
      spec.commandLine().getOut().println("tallyfast: " + line);
      spec.commandLine().getOut().flush();
    } else {
      Errors.say(spec.commandLine().getErr(), line);
    }
    return answer.status();
  }

  /** Looks first: newer JVMs warn on their stderr of each agent that is loaded. */
  private static Answer ask(TargetJvm jvm, Request.Action action, String value)
      throws AttachException {
    boolean on = jvm.properties().getProperty(Request.VERSION_PROPERTY) != null;
    boolean attach = action == Request.Action.ATTACH;
    if (on == attach) {
      return new Answer(Answer.WRONG_STATE, attach ? "it is on already" : "it is not on");
    }
    return jvm.ask(new Request(action, newId(), value));
  }

  /** Tells this command's answer from one that was given before. */
  private static String newId() {
    return ProcessHandle.current().pid() + "-" + System.nanoTime();
  }
}
