package io.tallyfast.agent;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Has classes transformed that are loaded already: after attaching, and when detaching. */
final class Retransformer {
  private static final int BATCH = 64;

  private final Instrumentation instrumentation;
  private final Failures failures;

  Retransformer(Instrumentation instrumentation, Failures failures) {
    this.instrumentation = instrumentation;
    this.failures = failures;
  }

  /** Has each loaded class transformed that a selector selects. */
  void retransform(ClassSelector selector) {
    List<Class<?>> batch = new ArrayList<>();
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      if (isCandidate(loaded, selector)) {
        batch.add(loaded);
      }
      if (batch.size() == BATCH) {
        retransform(batch);
        batch.clear();
      }
    }
    retransform(batch);
  }

  /**
   * Gives classes back the bytecode that they have without our transformer, which must be removed.
   *
   * @param names binary names of the classes that it may have rewritten
   * @return the names of those that could not be transformed
   */
  Set<String> restore(Set<String> names) {
    List<Class<?>> batch = new ArrayList<>();
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      if (names.contains(loaded.getName()) && instrumentation.isModifiableClass(loaded)) {
        batch.add(loaded);
      }
    }
    return retransform(batch);
  }

  private boolean isCandidate(Class<?> loaded, ClassSelector selector) {
    return !loaded.isArray()
        && !loaded.isPrimitive()
        && !loaded.isHidden()
        && instrumentation.isModifiableClass(loaded)
        && selector.selects(
            loaded.getModule(), loaded.getClassLoader(), loaded.getName().replace('.', '/'));
  }

  /**
   * One bad class fails a whole batch, so the classes of a failed batch are tried one by one.
   *
   * @return the names of those that failed
   */
  private Set<String> retransform(List<Class<?>> batch) {
    Set<String> failed = new HashSet<>();
    if (batch.isEmpty()) {
      return failed;
    }
    try {
      instrumentation.retransformClasses(batch.toArray(new Class<?>[0]));
    } catch (Exception | LinkageError e) {
      for (Class<?> single : batch) {
        if (!retransform(single)) {
          failed.add(single.getName());
        }
      }
    }
    return failed;
  }

  private boolean retransform(Class<?> single) {
    try {
      instrumentation.retransformClasses(single);
      return true;
    } catch (Exception | LinkageError e) {
      failures.failed(single.getName().replace('.', '/'), e);
      return false;
    }
  }
}
