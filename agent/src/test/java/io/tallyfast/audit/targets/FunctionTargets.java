package io.tallyfast.audit.targets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Functions that run under a lock or in one thread, and those that do not. */
public class FunctionTargets {
  /** Runs functions under its lock. */
  public static class Guard {
    private final Lock lock = new ReentrantLock();
    private final List<Runnable> later = new ArrayList<>();

    <T> T locked(Supplier<T> body) {
      lock.lock();
      try {
        return body.get();
      } finally {
        lock.unlock();
      }
    }

    void after(Runnable body) {
      lock.lock();
      try {
        later.add(body);
      } finally {
        lock.unlock();
      }
    }
  }

  /** On the spot, or in the one thread of an executor. */
  public static class Safe {
    private final Map<String, Integer> onTheSpot = new HashMap<>();
    private final Map<String, Integer> anonymous = new HashMap<>();
    private final Map<String, Integer> twoUp = new HashMap<>();
    private final Map<String, Integer> oneThread = new HashMap<>();
    private final Map<String, Integer> chosen = new HashMap<>();
    private final Guard guard = new Guard();
    private final ExecutorService one = Executors.newSingleThreadExecutor();

    synchronized void onTheSpot(List<String> keys) {
      keys.forEach(k -> onTheSpot.put(k, onTheSpot.getOrDefault(k, 0) + 1)); // protected
    }

    synchronized void anonymous(List<String> keys) {
      keys.forEach(
          new java.util.function.Consumer<String>() {
            @Override
            public void accept(String k) {
              anonymous.put(k, anonymous.getOrDefault(k, 0) + 1); // protected
            }
          });
    }

    private <T> T inLock(Supplier<T> body) {
      return guard.locked(body);
    }

    void twoUp(String k) {
      inLock(() -> twoUp.put(k, twoUp.getOrDefault(k, 0) + 1)); // protected
    }

    void oneThread(String k) {
      one.execute(() -> oneThread.put(k, oneThread.getOrDefault(k, 0) + 1)); // confined
    }

    void oneThreadToo(String k) {
      one.execute(() -> inThread(k));
    }

    private void inThread(String k) {
      oneThread.put(k, oneThread.getOrDefault(k, 0) + 2); // confined
    }

    synchronized void chosen(boolean twice, List<String> keys) {
      Consumer<String> one = k -> chosen.put(k, chosen.getOrDefault(k, 0) + 1); // protected
      Consumer<String> two = k -> chosen.put(k, chosen.getOrDefault(k, 0) + 2); // protected
      keys.forEach(twice ? two : one);
    }
  }

  /** Handed to other threads, or kept for later. */
  public static class Unsafe {
    private final Map<String, Integer> handed = new HashMap<>();
    private final Map<String, Integer> anonymous = new HashMap<>();
    private final Map<String, Integer> kept = new HashMap<>();
    private final Map<String, Integer> manyThreads = new HashMap<>();
    private final Map<String, Integer> besides = new HashMap<>();
    private final Map<String, Integer> notHere = new HashMap<>();
    private final Guard guard = new Guard();
    private final ExecutorService one = Executors.newSingleThreadExecutor();
    private final ExecutorService many = Executors.newFixedThreadPool(4);

    synchronized void handed(ExecutorService pool, String k) {
      pool.execute(() -> handed.put(k, handed.getOrDefault(k, 0) + 1)); // unprotected
    }

    synchronized void anonymous(ExecutorService pool, String k) {
      pool.execute(
          new Runnable() {
            @Override
            public void run() {
              anonymous.put(k, anonymous.getOrDefault(k, 0) + 1); // unprotected
            }
          });
    }

    void kept(String k) {
      guard.after(() -> kept.put(k, kept.getOrDefault(k, 0) + 1)); // unprotected
    }

    void manyThreads(String k) {
      many.execute(() -> manyThreads.put(k, manyThreads.getOrDefault(k, 0) + 1)); // unprotected
    }

    void inThread(String k) {
      one.execute(() -> besides.put(k, besides.getOrDefault(k, 0) + 1)); // mixed
    }

    /** Nothing tells when it runs. */
    synchronized void notHere(String k) {
      Runnable task = () -> notHere.put(k, notHere.getOrDefault(k, 0) + 1); // unprotected
    }

    void besides(String k) {
      besides.put(k, besides.getOrDefault(k, 0) + 1); // unprotected
    }
  }
}
