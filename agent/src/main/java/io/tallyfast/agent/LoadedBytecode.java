package io.tallyfast.agent;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gets the class files of classes that are loaded from the JVM, which shows them to a transformer
 * that changes nothing. Thread-safe.
 */
final class LoadedBytecode {
  private final Instrumentation instrumentation;
  private final Retransformer retransformer;

  LoadedBytecode(Instrumentation instrumentation, Retransformer retransformer) {
    this.instrumentation = instrumentation;
    this.retransformer = retransformer;
  }

  /**
   * The class files of some classes; of each name one. Those that the JVM does not show are left
   * out.
   *
   * @param names binary names
   */
  List<byte[]> of(Set<String> names) {
    Shown shown = new Shown(names);
    instrumentation.addTransformer(shown, true);
    try {
      retransformer.restore(names);
    } finally {
      instrumentation.removeTransformer(shown);
    }
    synchronized (shown) {
      return new ArrayList<>(shown.classFiles.values());
    }
  }

  private static final class Shown implements ClassFileTransformer {
    private final Set<String> names;
    private final Map<String, byte[]> classFiles = new HashMap<>();

    Shown(Set<String> names) {
      this.names = names;
    }

    @Override
    public synchronized byte[] transform(
        ClassLoader loader,
        String className,
        Class<?> classBeingRedefined,
        ProtectionDomain protectionDomain,
        byte[] classFile) {
      if (classBeingRedefined != null && names.contains(classBeingRedefined.getName())) {
        classFiles.putIfAbsent(classBeingRedefined.getName(), classFile);
      }
      return null;
    }
  }
}
