package io.tallyfast.agent;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Defines classes of the runtime when the first rewritten class wants them, so that an application
 * without any does not pay for them. Thread-safe, and takes no lock: the caller may hold that of a
 * class loader.
 */
final class RuntimeOnDemand {
  private final RuntimeAccess runtime;
  private final Set<String> defined = ConcurrentHashMap.newKeySet();

  RuntimeOnDemand(RuntimeAccess runtime) {
    this.runtime = runtime;
  }

  /**
   * Defines those that have not been defined yet.
   *
   * @param names of {@link RuntimeClasses}, in the order there
   * @throws IOException when one cannot be read
   * @throws ReflectiveOperationException when one cannot be defined
   */
  void define(List<String> names) throws IOException, ReflectiveOperationException {
    for (String name : names) {
      if (defined.contains(name)) {
        continue;
      }
      try {
        byte[] compiled = ClassBytes.ofAgent(RuntimeNames.compiled(name));
        runtime.define(RuntimeNames.rename(NewerMethods.complete(name, compiled)));
      } catch (LinkageError e) {
        // Another thread was faster, or else this says what is wrong.
        Class.forName(RuntimeNames.defined(name), false, null);
      }
      defined.add(name);
    }
  }
}
