package io.tallyfast.agent;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks at the bytecode that classes get back when the agent is detached, as the last of all
 * transformers: none may call the runtime. Thread-safe.
 */
final class Restored implements ClassFileTransformer {
  private static final byte[] RUNTIME = RuntimeNames.PREFIX.getBytes(StandardCharsets.US_ASCII);

  private final Set<String> names;
  private final Set<String> original = ConcurrentHashMap.newKeySet();
  private final Set<String> stillRewritten = ConcurrentHashMap.newKeySet();

  private Restored(Set<String> names) {
    this.names = names;
  }

  /**
   * Gives classes their bytecode back.
   *
   * @param names binary names of classes that were rewritten
   */
  static Restored restore(
      Instrumentation instrumentation, Retransformer retransformer, Set<String> names) {
    Restored restored = new Restored(names);
    instrumentation.addTransformer(restored, true);
    try {
      Set<String> failed = retransformer.restore(names);
      restored.original.removeAll(failed);
      restored.stillRewritten.addAll(failed);
    } finally {
      instrumentation.removeTransformer(restored);
    }
    return restored;
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String className,
      Class<?> classBeingRedefined,
      ProtectionDomain protectionDomain,
      byte[] classFile) {
    if (classBeingRedefined != null && names.contains(classBeingRedefined.getName())) {
      String name = classBeingRedefined.getName();
      (mentionsRuntime(classFile) ? stillRewritten : original).add(name);
    }
    return null;
  }

  private static boolean mentionsRuntime(byte[] classFile) {
    for (int i = 0; i <= classFile.length - RUNTIME.length; i++) {
      if (classFile[i] == RUNTIME[0]
          && Arrays.equals(classFile, i, i + RUNTIME.length, RUNTIME, 0, RUNTIME.length)) {
        return true;
      }
    }
    return false;
  }

  /** How many classes have no call of the runtime any more. */
  int original() {
    return original.size();
  }

  /** How many classes still call it. */
  int stillRewritten() {
    return stillRewritten.size();
  }
}
