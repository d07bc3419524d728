package io.tallyfast.agent;

import io.tallyfast.config.Mode;
import io.tallyfast.rewrite.Rewritten;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.objectweb.asm.Opcodes;

/**
 * Rewrites classes as they load. Thread-safe. Whatever goes wrong is counted, and the class left as
 * it was.
 */
final class GuardingTransformer implements ClassFileTransformer {
  /** The newest version of class files that can be read; a test tells when it grows. */
  static final int NEWEST_MAJOR = Opcodes.V28;

  private static final long PAUSE_NANOS = 1_000_000;

  private final Mode mode;
  private final ClassSelector selector;
  private final Rewriting rewriting;
  private final RuntimeAccess runtime;
  private final SelfTest selfTest;
  private final TypeOracles types;
  private final RuntimeOnDemand onDemand;
  private final GuardedMaps maps;
  private final Ledger ledger;
  private final Failures failures;
  private final AtomicInteger inside = new AtomicInteger();
  private LoadedAudit audit;
  private volatile boolean closed;

  GuardingTransformer(
      Mode mode,
      ClassSelector selector,
      Rewriting rewriting,
      RuntimeAccess runtime,
      SelfTest selfTest,
      Ledger ledger,
      Failures failures) {
    this.mode = mode;
    this.selector = selector;
    this.rewriting = rewriting;
    this.runtime = runtime;
    this.selfTest = selfTest;
    this.types = new TypeOracles(failures);
    this.onDemand = new RuntimeOnDemand(runtime);
    this.maps = new GuardedMaps(onDemand);
    this.ledger = ledger;
    this.failures = failures;
  }

  /** Rewrites nothing, but audits each class that loads. To be called before it is registered. */
  void auditInto(LoadedAudit loaded) {
    this.audit = loaded;
  }

  @Override
  public byte[] transform(
      Module module,
      ClassLoader loader,
      String className,
      Class<?> classBeingRedefined,
      ProtectionDomain protectionDomain,
      byte[] classFile) {
    String name = className;
    inside.incrementAndGet();
    try {
      if (closed) {
        return null;
      }
      if (name == null) {
        name = ClassNames.of(classFile);
      }
      if (audit != null) {
        audit(module, loader, name, protectionDomain, classFile);
        return null;
      }
      if (!selector.selects(module, loader, name) || !rewriting.mayConcern(classFile)) {
        return null;
      }
      return rewrite(loader, name, classBeingRedefined != null, classFile);
    } catch (Throwable e) {
      // Also errors: the JVM would swallow them, and nobody would know.
      failures.failed(name, e);
      return null;
    } finally {
      inside.decrementAndGet();
    }
  }

  /**
   * Rewrites no further class, and waits for threads that are just about it.
   *
   * @return whether all of them came to an end within the time
   */
  boolean close(Duration patience) {
    closed = true;
    long start = System.nanoTime();
    while (inside.get() > 0) {
      if (System.nanoTime() - start > patience.toNanos()) {
        return false;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return true;
  }

  private void audit(
      Module module,
      ClassLoader loader,
      String className,
      ProtectionDomain domain,
      byte[] classFile) {
    if (selector.isOfApplication(module, loader, className) && !isTooNew(className, classFile)) {
      failures.skipped(className, audit.look(loader, domain, classFile, types.of(loader)));
    }
  }

  private boolean isTooNew(String className, byte[] classFile) {
    int major = (classFile[6] & 0xFF) << 8 | (classFile[7] & 0xFF);
    if (major > NEWEST_MAJOR) {
      failures.tooNew(className, major);
    }
    return major > NEWEST_MAJOR;
  }

  private byte[] rewrite(ClassLoader loader, String className, boolean again, byte[] classFile)
      throws IOException, ReflectiveOperationException {
    if (isTooNew(className, classFile)) {
      return null;
    }
    Rewritten outcome = rewriting.rewrite(classFile, types.of(loader));
    failures.skipped(className, outcome.skipped());
    byte[] changed = mode == Mode.AUDIT ? null : outcome.classFile();
    if (changed != null) {
      onDemand.define(RuntimeClasses.OF_SITES);
      if (!selfTest.rewritingWorks()) {
        return null;
      }
      // Before the class can run: a count for which there is no room is lost.
      runtime.reserve(rewriting.numberedSites());
      for (String type : outcome.mapTypes()) {
        maps.define(type);
      }
      ledger.changed(className);
    }
    ledger.add(className, loader, outcome, again);
    return changed;
  }
}
