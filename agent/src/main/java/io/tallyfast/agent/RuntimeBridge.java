package io.tallyfast.agent;

import io.tallyfast.monitor.SiteEvents;
import io.tallyfast.report.Evidence;
import io.tallyfast.runtime.Fields;
import io.tallyfast.runtime.Figures;
import io.tallyfast.runtime.SiteCounters;
import java.lang.invoke.MethodHandles;

/**
 * Reaches the runtime. The agent never uses this class as compiled: {@link RuntimeInstaller}
 * defines a renamed copy in a class loader of its own, the only place that {@code java.lang} is
 * opened to, and in which {@code SiteCounters} stands for the class that was defined there.
 *
 * <p>Public, with a public constructor, because its creator lives in another class loader.
 */
public final class RuntimeBridge implements RuntimeAccess {
  /** Creates a bridge. */
  public RuntimeBridge() {}

  @Override
  public void define(byte[] classFile) throws IllegalAccessException {
    MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup()).defineClass(classFile);
  }

  @Override
  public void reserve(int size) {
    SiteCounters.reserve(size);
  }

  @Override
  public long preventedAt(int site) {
    return SiteCounters.preventedAt(site);
  }

  @Override
  public Evidence evidenceAt(int site) {
    double[] all = SiteCounters.figures(site);
    return new Evidence(
        (long) all[Figures.PREVENTED],
        (long) all[Figures.HITS],
        (int) all[Figures.THREADS],
        Math.round(all[Figures.LOST]),
        all[Figures.AMOUNT],
        (long) all[Figures.OVERLAPS],
        new Evidence.Waiting(
            (long) all[Figures.TIMED],
            (long) all[Figures.CONTENDED],
            (long) all[Figures.NANOS],
            (long) all[Figures.LONGEST]),
        all[Figures.PLAIN_MAPS] != 0);
  }

  @Override
  public String[] notAtomic() {
    return Fields.notAtomic();
  }

  @Override
  public void reset() {
    SiteCounters.reset();
  }

  @Override
  public int fieldsNotAtomic() {
    return Fields.notAtomic().length;
  }

  @Override
  public void tell(SiteEvents events) {
    ListenerBridge.listen(events);
  }
}
