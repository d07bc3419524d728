package io.tallyfast.agent;

import io.tallyfast.runtime.GuardedTypes;
import java.io.IOException;
import java.lang.instrument.Instrumentation;

/** An agent that only defines the runtime and its guarded maps, to try them in a JVM. */
public final class GuardedMapsProbe {
  private GuardedMapsProbe() {}

  /** Called by the JVM. */
  public static void premain(String arguments, Instrumentation instrumentation)
      throws IOException, ReflectiveOperationException {
    RuntimeOnDemand runtime = new RuntimeOnDemand(new RuntimeInstaller(instrumentation).install());
    runtime.define(RuntimeClasses.OF_SITES);
    GuardedMaps maps = new GuardedMaps(runtime);
    for (String name : GuardedTypes.NAMES) {
      String type = "java/util/" + name;
      if (!GuardedMaps.isGuardable(type)
          || !maps.define(type).equals(RuntimeNames.PREFIX + "Guarded" + name)
          || !maps.define(type).equals(maps.define(type))) {
        throw new IllegalStateException(type);
      }
    }
    System.setProperty(GuardedTypes.PREFIX_PROPERTY, RuntimeNames.defined(""));
  }
}
