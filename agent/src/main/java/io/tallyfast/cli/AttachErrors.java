package io.tallyfast.cli;

import io.tallyfast.config.Answer;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Tells in one line why a JVM cannot be reached. Stateless. */
final class AttachErrors {
  private static final int SIGQUIT = 3;
  private static final String BY_HAND = "start it with -javaagent:tallyfast.jar instead";

  private AttachErrors() {}

  /**
   * What can be known before a signal is sent, by which the JDK knocks at other JVMs. It ends a
   * process that does not expect it.
   */
  static void check(long pid) throws AttachException {
    if (pid == ProcessHandle.current().pid()) {
      throw new AttachException(Answer.NO_JVM, "process " + pid + " is this command itself");
    }
    if (ProcessHandle.of(pid).isEmpty()) {
      throw new AttachException(Answer.NO_JVM, "there is no process " + pid);
    }
    if (!mayListen(pid)) {
      throw new AttachException(Answer.NO_JVM, "process " + pid + " is no JVM that listens");
    }
  }

  /** Whether it handles the signal; also true where that cannot be known. */
  private static boolean mayListen(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
        if (line.startsWith("SigCgt:")) {
          String caught = line.substring(line.indexOf(':') + 1).strip();
          return (Long.parseUnsignedLong(caught, 16) >> (SIGQUIT - 1) & 1) != 0;
        }
      }
      return true;
    } catch (IOException | NumberFormatException e) {
      // Not Linux, or gone: the attempt itself will tell.
      return true;
    }
  }

  /** What went wrong, by the JDK's words: it has no types for it. */
  static AttachException of(long pid, Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    String lower = message.toLowerCase(Locale.ROOT);
    if (cause instanceof NoSuchFileException || lower.contains("no such process")) {
      return new AttachException(Answer.NO_JVM, "there is no process " + pid);
    }
    if (cause instanceof AccessDeniedException || isPermission(lower)) {
      String user = " belongs to another user: run this command as that user";
      return new AttachException(Answer.NOT_PERMITTED, "process " + pid + user);
    }
    if (lower.contains("does not support the attach mechanism")) {
      String why = "the JVM lets nobody attach (-XX:+DisableAttachMechanism): ";
      return new AttachException(Answer.LOCKED, why + BY_HAND);
    }
    if (lower.contains("dynamic agent loading is not enabled")) {
      String why = "the JVM loads no agents (-XX:-EnableDynamicAgentLoading): ";
      return new AttachException(Answer.LOCKED, why + BY_HAND);
    }
    String type = cause.getClass().getSimpleName();
    return new AttachException(Answer.FAILED, "cannot attach: " + type + ": " + message);
  }

  private static boolean isPermission(String message) {
    return message.contains("not permitted")
        || message.contains("permission denied")
        || message.contains("is not secure")
        || message.contains("should be owned by")
        || message.contains("not owned by");
  }
}
