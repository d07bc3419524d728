package io.tallyfast.agent;

import io.tallyfast.config.Answer;
import io.tallyfast.config.Request;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;

/** Does what the command line asks of this JVM. One request at a time. */
final class Commands {
  private Commands() {}

  /**
   * Does what is asked.
   *
   * @return what to tell the person who asked
   * @throws IOException when the agent cannot read its own classes
   * @throws ReflectiveOperationException when the agent cannot define its own classes
   */
  static synchronized Answer run(Request request, Instrumentation instrumentation)
      throws IOException, ReflectiveOperationException {
    if (request.action() == Request.Action.ATTACH) {
      String options = request.value().isEmpty() ? null : request.value();
      return new Startup(instrumentation, Console.stderr()).run(options, true);
    }
    Running running = Running.current();
    if (running == null) {
      return new Answer(Answer.WRONG_STATE, "it is not on");
    }
    return switch (request.action()) {
      case DETACH -> running.detach();
      case RESET -> running.reset();
      case REPORT -> running.report(Path.of(request.value()));
      case ATTACH -> throw new IllegalStateException("was answered already");
    };
  }
}
