package io.tallyfast.cli;

import io.tallyfast.config.Answer;
import io.tallyfast.config.Request;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.util.Properties;
import net.bytebuddy.agent.ByteBuddyAgent.AttachmentProvider;

/**
 * A connection to another JVM on this machine. Not thread-safe.
 *
 * <p>Byte Buddy's agent finds whatever this JVM has to connect with; its answer is a class that is
 * known by name only, hence the reflection.
 */
final class TargetJvm implements AutoCloseable {
  /** Said when the Java that runs the command is too small. */
  static final String NO_ATTACH =
      "this Java cannot attach to others: use that of a JDK (module jdk.attach)";

  private final Class<?> type;
  private final Object machine;

  private TargetJvm(Class<?> type, Object machine) {
    this.type = type;
    this.machine = machine;
  }

  /**
   * Connects.
   *
   * @throws AttachException when that cannot be done, with what to tell the user
   */
  static TargetJvm connect(long pid) throws AttachException {
    AttachErrors.check(pid);
    AttachmentProvider.Accessor accessor = AttachmentProvider.DEFAULT.attempt();
    if (!accessor.isAvailable()) {
      throw new AttachException(Answer.FAILED, NO_ATTACH);
    }
    Class<?> type = accessor.getVirtualMachineType();
    try {
      Object machine = type.getMethod("attach", String.class).invoke(null, Long.toString(pid));
      return new TargetJvm(type, machine);
    } catch (ReflectiveOperationException e) {
      throw AttachErrors.of(pid, causeOf(e));
    }
  }

  /** The system properties of that JVM. */
  Properties properties() throws AttachException {
    return (Properties) call("getSystemProperties", new Class<?>[0]);
  }

  /** Has the agent in that JVM do something. */
  Answer ask(Request request) throws AttachException {
    Class<?>[] types = {String.class, String.class};
    call("loadAgent", types, ownJar().getPath(), request.argument());
    String answer = properties().getProperty(Request.ANSWER_PROPERTY);
    Answer parsed = Answer.of(answer, request.id());
    return parsed != null
        ? parsed
        : new Answer(Answer.FAILED, "the agent did not answer; see stderr of the application");
  }

  private Object call(String method, Class<?>[] types, Object... arguments) throws AttachException {
    try {
      return type.getMethod(method, types).invoke(machine, arguments);
    } catch (ReflectiveOperationException e) {
      throw AttachErrors.of(-1, causeOf(e));
    }
  }

  private static Throwable causeOf(ReflectiveOperationException e) {
    return e instanceof InvocationTargetException && e.getCause() != null ? e.getCause() : e;
  }

  private static File ownJar() throws AttachException {
    try {
      return new File(TargetJvm.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .getAbsoluteFile();
    } catch (URISyntaxException e) {
      throw new AttachException(Answer.FAILED, "cannot find the agent's jar: " + e.getMessage());
    }
  }

  @Override
  public void close() throws AttachException {
    call("detach", new Class<?>[0]);
  }
}
