package io.tallyfast.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Runs an audit in a JVM of its own. By default a JVM is set up for a server: it compiles what runs
 * often once more, thoroughly, which takes longer than an audit does, and takes a quarter of the
 * machine's memory before it minds. Neither can be changed once it runs. So {@code java -jar
 * tallyfast.jar audit} without any option for the JVM starts another one with the options that are
 * right for an audit, and does nothing but wait for it. Whoever gives options has decided how the
 * JVM is to run, and no other is started. Stateless.
 */
final class OwnJvm {
  private static final String[] NONE = {};

  private static final String[] OPTIONS = {
    "-XX:+IgnoreUnrecognizedVMOptions", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmn48m"
  };

  /** The variables by which options reach JVMs that others start. */
  private static final String[] VARIABLES = {
    "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"
  };

  /** What is done sooner than a JVM is started. */
  private static final Set<String> SHORT = Set.of("-h", "--help", "-V", "--version", "explain");

  /** As a shell tells that a process was ended from outside. */
  private static final int ENDED = 130;

  private OwnJvm() {}

  /** Runs the arguments of a command line: the main method of the JVM that is started. */
  public static void main(String[] args) {
    ProcessHandle.current().parent().ifPresent(OwnJvm::endWith);
    System.exit(Main.execute(args));
  }

  /** Nobody waits for the audit when the process that started it is gone. */
  private static void endWith(ProcessHandle parent) {
    Thread watch =
        new Thread(
            () -> {
              parent.onExit().join();
              Runtime.getRuntime().halt(ENDED);
            },
            "audit-parent");
    watch.setDaemon(true);
    watch.start();
  }

  /** Whether a command line is an audit that is to run in another JVM than this one. */
  static boolean isFor(String... args) {
    return args.length > 1
        && args[0].equals("audit")
        && !isShort(args)
        && !hasVariable()
        && System.getProperty("java.vm.name", "").endsWith("Server VM")
        && isPlain(ProcessHandle.current().info().arguments().orElse(NONE), args);
  }

  /**
   * Whether an audit prints what it knows already. Here and below: no lambda, which would cost this
   * JVM a tenth of its time.
   */
  static boolean isShort(String... args) {
    for (String arg : args) {
      if (SHORT.contains(arg)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasVariable() {
    for (String name : VARIABLES) {
      if (System.getenv(name) != null) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a JVM was started as {@code java -jar FILE} and what the program was given, no more.
   *
   * @param all all arguments of the process; none where the operating system does not tell
   */
  static boolean isPlain(String[] all, String... args) {
    return all.length == args.length + 2
        && all[0].equals("-jar")
        && Arrays.equals(all, 2, all.length, args, 0, args.length);
  }

  /**
   * Runs a command line in another JVM, which has the streams of this one.
   *
   * @return its exit status
   * @throws IOException when there is no such JVM, or it cannot be started
   */
  static int run(String... args) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    if (!Files.isExecutable(java)) {
      throw new IOException("there is no " + java);
    }
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(List.of(OPTIONS));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), OwnJvm.class.getName()));
    command.addAll(List.of(args));
    Process audit = new ProcessBuilder(command).inheritIO().start();
    Runtime.getRuntime().addShutdownHook(new End(audit));
    try {
      return audit.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ENDED;
    }
  }

  /** Ends the audit with this JVM. */
  private static final class End extends Thread {
    private final Process audit;

    End(Process audit) {
      super("audit-end");
      this.audit = audit;
    }

    @Override
    public void run() {
      audit.destroy();
    }
  }
}
