package io.tallyfast.agent;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.Set;

/**
 * Puts the runtime where the code of every class loader and module finds it: into the package
 * {@code java.lang}, which class loaders always delegate and modules always read.
 */
final class RuntimeInstaller {
  /** The class whose presence in {@code java.lang} tells that a copy of the agent was here. */
  private static final String MARKER = "SiteCounters";

  private static final String BRIDGE = "io/tallyfast/agent/RuntimeBridge";

  private final Instrumentation instrumentation;

  RuntimeInstaller(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /** Whether a runtime is installed in this JVM, by whichever copy of the agent. */
  static boolean isInstalled() {
    try {
      return Class.forName(RuntimeNames.defined(MARKER), false, null) != null;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /**
   * Defines the runtime's classes, unless the agent was on before and left them.
   *
   * @return the agent's way to them
   * @throws IOException when one cannot be read
   * @throws ReflectiveOperationException when one cannot be defined
   */
  RuntimeAccess install() throws IOException, ReflectiveOperationException {
    IsolatedLoader loader = new IsolatedLoader();
    openJavaLangTo(loader.getUnnamedModule());
    RuntimeAccess access = bridge(loader);
    if (isInstalled()) {
      return access;
    }
    for (String name : RuntimeClasses.NAMES) {
      access.define(RuntimeNames.rename(ClassBytes.ofAgent(RuntimeNames.compiled(name))));
    }
    return access;
  }

  private void openJavaLangTo(Module module) {
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of(),
        Map.of(Object.class.getPackageName(), Set.of(module)),
        Set.of(),
        Map.of());
  }

  private static RuntimeAccess bridge(IsolatedLoader loader)
      throws IOException, ReflectiveOperationException {
    byte[] renamed = RuntimeNames.rename(ClassBytes.ofAgent(BRIDGE));
    Class<?> type = loader.define(BRIDGE.replace('/', '.'), renamed);
    return (RuntimeAccess) type.getDeclaredConstructor().newInstance();
  }
}
