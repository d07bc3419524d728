package io.tallyfast.agent;

/**
 * Recognises JVMs that run a tool rather than an application. They load this agent when it stands
 * in {@code JAVA_TOOL_OPTIONS}, and scripts read what they print.
 */
final class JdkTools {
  private static final String[] LAUNCHERS = {
    "org.codehaus.plexus.classworlds.launcher.Launcher",
    "org.apache.maven.wrapper.MavenWrapperMain",
    "org.mvndaemon.mvnd.client.DefaultClient",
    "org.mvndaemon.mvnd.client.DaemonMavenCling",
    "org.gradle.wrapper.GradleWrapperMain",
    "org.gradle.launcher.GradleMain",
    "org.gradle.launcher.daemon.bootstrap.GradleDaemon",
    "org.apache.tools.ant.launch.Launcher",
    "com.sun.tools.javac.Main",
    "sun.tools.jar.Main",
  };

  /** Jars that launch a tool by {@code java -jar}. */
  private static final String[] JARS = {"maven-wrapper.jar", "gradle-wrapper.jar", "tallyfast.jar"};

  private JdkTools() {}

  /**
   * Whether a JVM runs a tool.
   *
   * @param command the system property {@code sun.java.command}; may be null
   * @param mainModule the system property {@code jdk.module.main}; may be null
   */
  static boolean isTool(String command, String mainModule) {
    String main = firstWord(command);
    if (isSourceLauncher(main)) {
      return false;
    }
    return isJdkModule(mainModule) || isJdkModule(moduleOf(main)) || isLauncher(main);
  }

  /** {@code java Server.java} runs an application, although the compiler's module starts it. */
  private static boolean isSourceLauncher(String main) {
    return main.contains("com.sun.tools.javac.launcher.");
  }

  private static boolean isJdkModule(String module) {
    return module != null && (module.startsWith("jdk.") || module.startsWith("java."));
  }

  private static boolean isLauncher(String main) {
    for (String launcher : LAUNCHERS) {
      if (main.equals(launcher)) {
        return true;
      }
    }
    String name = main.substring(Math.max(main.lastIndexOf('/'), main.lastIndexOf('\\')) + 1);
    for (String jar : JARS) {
      if (name.equals(jar)) {
        return true;
      }
    }
    return false;
  }

  private static String moduleOf(String main) {
    int slash = main.indexOf('/');
    return slash > 0 ? main.substring(0, slash) : null;
  }

  private static String firstWord(String command) {
    if (command == null) {
      return "";
    }
    int space = command.indexOf(' ');
    return space < 0 ? command : command.substring(0, space);
  }
}
