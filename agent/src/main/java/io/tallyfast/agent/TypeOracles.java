package io.tallyfast.agent;

import io.tallyfast.analysis.TypeOracle;
import java.util.Map;
import java.util.WeakHashMap;

/** The type oracle of each class loader. Thread-safe. Keeps no class loader alive. */
final class TypeOracles {
  private final Failures failures;
  private final LookupDepth depth = new LookupDepth();
  private final Map<ClassLoader, LoaderTypes> byLoader = new WeakHashMap<>();

  TypeOracles(Failures failures) {
    this.failures = failures;
  }

  /** The oracle of a class loader; null stands for the boot loader. */
  TypeOracle of(ClassLoader loader) {
    ClassLoader key = loader == null ? ClassLoader.getPlatformClassLoader() : loader;
    synchronized (byLoader) {
      LoaderTypes types = byLoader.get(key);
      if (types == null) {
        types = new LoaderTypes(key, depth, failures);
        byLoader.put(key, types);
      }
      return types;
    }
  }
}
