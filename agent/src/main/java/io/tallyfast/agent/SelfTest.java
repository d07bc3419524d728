package io.tallyfast.agent;

import io.tallyfast.analysis.TypeOracle;
import io.tallyfast.rewrite.ClassRewriter;
import io.tallyfast.rewrite.SiteTable;
import java.io.IOException;
import java.util.function.IntSupplier;

/**
 * Tries the agent's work before any class of the application depends on it. A rewritten class whose
 * helper cannot be called would fail where the original worked. Thread-safe.
 */
final class SelfTest {
  private static final String SAMPLE = "io/tallyfast/agent/SelfTestSample";

  private final Console console;
  private volatile Boolean rewritingWorks;

  SelfTest(Console console) {
    this.console = console;
  }

  /**
   * Tries the runtime.
   *
   * @param next the number of the next site, of which nothing was counted yet
   * @throws IllegalStateException when something does not work
   * @throws ReflectiveOperationException when a class of the runtime cannot be found
   */
  void tryRuntime(RuntimeAccess runtime, int next) throws ReflectiveOperationException {
    // The boot loader sees what it defines, and each other class loader delegates to it.
    for (String name : RuntimeClasses.NAMES) {
      Class<?> found = Class.forName(RuntimeNames.defined(name), false, null);
      if (found.getClassLoader() != null) {
        throw new IllegalStateException(found + " is not a class of the boot loader");
      }
    }
    runtime.reserve(next + 1);
    if (runtime.preventedAt(next) != 0) {
      throw new IllegalStateException("a fresh counter says " + runtime.preventedAt(next));
    }
  }

  /**
   * Whether a rewritten class works. Tried when the first class of the application was rewritten
   * and not earlier: until then an application without sites need not load the analysis.
   *
   * <p>Not synchronized: the caller may hold the lock of a class loader that the trial needs too.
   * Two threads may both try, and find the same.
   */
  boolean rewritingWorks() {
    Boolean known = rewritingWorks;
    if (known == null) {
      known = tryRewriting();
      rewritingWorks = known;
    }
    return known;
  }

  private boolean tryRewriting() {
    try {
      tryRewrittenSample();
      return true;
    } catch (Exception | LinkageError e) {
      console.line(
          "guards nothing, the application runs unmodified: the self-test failed: "
              + Failures.describe(e));
      return false;
    }
  }

  private static void tryRewrittenSample() throws IOException, ReflectiveOperationException {
    // A table of its own, and a number that nothing is counted under: it is no site of the
    // application.
    ClassRewriter rewriter = new ClassRewriter(RuntimeNames.PREFIX, new SiteTable(-1));
    byte[] changed = rewriter.rewrite(ClassBytes.ofAgent(SAMPLE), new JdkTypesOnly()).classFile();
    if (changed == null) {
      throw new IllegalStateException("the sample was not rewritten");
    }
    Class<?> type = new IsolatedLoader().define(SAMPLE.replace('/', '.'), changed);
    IntSupplier sample = (IntSupplier) type.getDeclaredConstructor().newInstance();
    int first = sample.getAsInt();
    int second = sample.getAsInt();
    if (first != 1 || second != 2) {
      throw new IllegalStateException("the sample counted " + first + ", " + second);
    }
  }

  /** All that the sample needs. */
  private static final class JdkTypesOnly implements TypeOracle {
    @Override
    public boolean isSubtype(String type, String ancestor) {
      return type.equals(ancestor);
    }
  }
}
