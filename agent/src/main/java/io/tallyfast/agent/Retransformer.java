package io.tallyfast.agent;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/** Looks at the classes that were loaded before the agent was attached. */
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

  private boolean isCandidate(Class<?> loaded, ClassSelector selector) {
    return !loaded.isArray()
        && !loaded.isPrimitive()
        && !loaded.isHidden()
        && instrumentation.isModifiableClass(loaded)
        && selector.selects(
            loaded.getModule(), loaded.getClassLoader(), loaded.getName().replace('.', '/'));
  }

  /** One bad class fails a whole batch, so the classes of a failed batch are tried one by one. */
  private void retransform(List<Class<?>> batch) {
    if (batch.isEmpty()) {
      return;
    }
    try {
      instrumentation.retransformClasses(batch.toArray(new Class<?>[0]));
    } catch (Exception | LinkageError e) {
      for (Class<?> single : batch) {
        retransform(single);
      }
    }
  }

  private void retransform(Class<?> single) {
    try {
      instrumentation.retransformClasses(single);
    } catch (Exception | LinkageError e) {
      failures.failed(single.getName().replace('.', '/'), e);
    }
  }
}
