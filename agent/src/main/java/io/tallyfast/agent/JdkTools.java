package io.tallyfast.agent;

/**
 * Recognises JVMs that run a tool rather than an application. They load this agent when it stands
 * in {@code JAVA_TOOL_OPTIONS}, and scripts read what they print.
 */
final class JdkTools {
  /** Main classes of build tools. What they fork to run tests or servers is not among them. */
  private static final String[] LAUNCHERS = {
    "org.codehaus.plexus.classworlds.launcher.Launcher",
    "org.apache.maven.wrapper.MavenWrapperMain",
    "org.mvndaemon.mvnd.client.DefaultClient",
    "org.mvndaemon.mvnd.client.DaemonMavenCling",
    "org.gradle.wrapper.GradleWrapperMain",
    "org.gradle.launcher.GradleMain",
    "org.gradle.launcher.daemon.bootstrap.GradleDaemon",
    "org.apache.tools.ant.launch.Launcher",
  };

  /** Jars that launch a tool by {@code java -jar}, our own command line among them. */
  private static final String[] JARS = {
    "maven-wrapper.jar", "gradle-wrapper.jar", "ant-launcher.jar", "tallyfast.jar",
  };

  private JdkTools() {}

  /**
   * Whether a JVM runs a tool.
   *
   * @param command the system property {@code sun.java.command}: main class or jar, then arguments;
   *     may be null
   * @param mainModule the system property {@code jdk.module.main}; may be null
   */
  static boolean isTool(String command, String mainModule) {
    String main = firstWord(command);
    // "java Server.java" runs an application, although the compiler's module starts it.
    if (main.contains("com.sun.tools.javac.launcher.")) {
      return false;
    }
    return isJdkModule(mainModule) || contains(LAUNCHERS, main) || contains(JARS, fileName(main));
  }

  private static boolean isJdkModule(String module) {
    return module != null && (module.startsWith("jdk.") || module.startsWith("java."));
  }

  private static boolean contains(String[] names, String name) {
    for (String each : names) {
      if (each.equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static String fileName(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  private static String firstWord(String command) {
    if (command == null) {
      return "";
    }
    int space = command.indexOf(' ');
    return space < 0 ? command : command.substring(0, space);
  }
}
