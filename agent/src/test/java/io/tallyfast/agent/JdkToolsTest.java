package io.tallyfast.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdkToolsTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      nullValues = "-",
      value = {
        "jdk.compiler/com.sun.tools.javac.Main -version,                    jdk.compiler, true",
        "java.base/sun.security.tools.keytool.Main -list,                   java.base,    true",
        "jdk.jshell/jdk.internal.jshell.tool.JShellToolProvider,            jdk.jshell,   true",
        "jdk.jcmd/sun.tools.jps.Jps,                                        jdk.jcmd,     true",
        "org.codehaus.plexus.classworlds.launcher.Launcher verify,          -,            true",
        "org.gradle.wrapper.GradleWrapperMain build,                        -,            true",
        "/home/me/app/gradle/wrapper/gradle-wrapper.jar build,              -,            true",
        "C:\\tools\\tallyfast.jar audit app.jar,                            -,            true",
        "jdk.compiler/com.sun.tools.javac.launcher.Main Server.java,        jdk.compiler, false",
        "jdk.compiler/com.sun.tools.javac.launcher.SourceLauncher A.java,   jdk.compiler, false",
        "com.acme.Server --port 80,                                         -,            false",
        "shop/shop.Main,                                                    shop,         false",
        "java.d/server.jar,                                                 -,            false",
        "/opt/my server/app.jar,                                            -,            false",
        "/build/surefirebooter-1.jar /build 2026,                           -,            false",
        "worker.org.gradle.process.internal.worker.GradleWorkerMain,        -,            false",
        "-,                                                                 -,            false",
      })
  void isTool(String command, String mainModule, boolean expected) {
    assertThat(JdkTools.isTool(command, mainModule)).isEqualTo(expected);
  }
}
