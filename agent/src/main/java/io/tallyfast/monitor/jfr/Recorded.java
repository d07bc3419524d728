package io.tallyfast.monitor.jfr;

import io.tallyfast.analysis.Site;
import io.tallyfast.monitor.Monitor;
import io.tallyfast.monitor.Monitored;
import io.tallyfast.monitor.SiteEvents;
import io.tallyfast.report.Finding;
import io.tallyfast.report.Finding.Action;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;

/**
 * Writes the events. Thread-safe. Nothing of it begins before the recorder itself does: an
 * application that nobody records is not slowed down.
 */
public final class Recorded implements Monitor, SiteEvents, FlightRecorderListener {
  private static final List<Class<? extends Event>> TYPES =
      List.of(LostUpdatePrevented.class, Contention.class, SiteCounts.class);

  private final Monitored agent;
  private final Consumer<SiteEvents> source;
  private final Runnable atChunkEnd = new AtChunkEnd();
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

  private enum State {
    WAITING,
    ON,
    ENDED
  }

  /**
   * Creates it; nothing is written yet.
   *
   * @param source is given whom to tell what is rare; null for nobody
   */
  public Recorded(Monitored agent, Consumer<SiteEvents> source) {
    this.agent = agent;
    this.source = source;
  }

  /**
   * Waits for the recorder to begin; when it has begun, this calls {@link #recorderInitialized}.
   */
  @Override
  public void begin() {
    try {
      FlightRecorder.addListener(this);
    } catch (RuntimeException | LinkageError e) {
      failed(e);
    }
  }

  /** The recorder begins: before the first recording does, so that none lacks an event. */
  @Override
  public void recorderInitialized(FlightRecorder recorder) {
    try {
      register();
    } catch (RuntimeException | LinkageError e) {
      failed(e);
    }
  }

  /** No lock is held while the recorder is called: it may hold its own while it calls us. */
  private void register() {
    if (!state.compareAndSet(State.WAITING, State.ON)) {
      return;
    }
    for (Class<? extends Event> type : TYPES) {
      FlightRecorder.register(type);
    }
    FlightRecorder.addPeriodicEvent(SiteCounts.class, atChunkEnd);
    source.accept(this);
  }

  /** Writes the last counts, and forgets the recorder. */
  @Override
  public void end() {
    boolean wasOn = state.getAndSet(State.ENDED) == State.ON;
    try {
      FlightRecorder.removeListener(this);
      if (wasOn) {
        source.accept(null);
        writeCounts();
        FlightRecorder.removePeriodicEvent(atChunkEnd);
        for (Class<? extends Event> type : TYPES) {
          FlightRecorder.unregister(type);
        }
      }
    } catch (RuntimeException | LinkageError e) {
      failed(e);
    }
  }

  @Override
  public void prevented(int number) {
    LostUpdatePrevented event = new LostUpdatePrevented();
    Site site = event.isEnabled() ? agent.site(number) : null;
    if (site != null) {
      event.at(site);
      event.commit();
    }
  }

  @Override
  public void waited(int number, long nanos) {
    Contention event = new Contention();
    event.waited = nanos;
    Site site = event.isEnabled() && event.shouldCommit() ? agent.site(number) : null;
    if (site != null) {
      event.at(site);
      event.commit();
    }
  }

  @Override
  public void failed(Throwable cause) {
    agent.failed("cannot write events of Java Flight Recorder", cause);
  }

  private void writeCounts() {
    for (Finding finding : agent.now().findings()) {
      SiteCounts event = new SiteCounts();
      if (finding.action() != Action.NONE && event.isEnabled()) {
        event.of(finding);
        event.commit();
      }
    }
  }

  /** Called by the recorder. */
  private final class AtChunkEnd implements Runnable {
    @Override
    public void run() {
      try {
        writeCounts();
      } catch (RuntimeException | LinkageError e) {
        failed(e);
      }
    }
  }
}
