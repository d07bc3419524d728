package io.tallyfast.audit.targets;

import com.google.common.util.concurrent.Monitor;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Locks of {@code java.util.concurrent}, and what wraps them. */
@SuppressWarnings("try") // A lock that is held is not otherwise used.
public class LockTargets {
  /** Held where it matters. */
  public static class Safe {
    private final Map<String, Integer> byLock = new HashMap<>();
    private final Map<String, Integer> byTry = new HashMap<>();
    private final Map<String, Integer> byWrite = new HashMap<>();
    private final Map<String, Integer> byStamp = new HashMap<>();
    private final Map<String, Integer> byPermit = new HashMap<>();
    private final Map<String, Integer> byWrapper = new HashMap<>();
    private final Map<String, Integer> byCloseable = new HashMap<>();
    private final Map<String, Integer> byMonitor = new HashMap<>();
    private final Monitor monitor = new Monitor();
    private final Lock lock = new ReentrantLock();
    private final ReentrantReadWriteLock both = new ReentrantReadWriteLock();
    private final Lock write = both.writeLock();
    private final StampedLock stamped = new StampedLock();
    private final Semaphore permit = new Semaphore(1);
    private final Mutex mutex = new Mutex();

    void lock(String k) {
      lock.lock();
      try {
        byLock.put(k, byLock.getOrDefault(k, 0) + 1); // protected
      } finally {
        lock.unlock();
      }
    }

    void tryLock(String k) throws InterruptedException {
      if (!lock.tryLock(1, TimeUnit.SECONDS)) {
        return;
      }
      try {
        byTry.put(k, byTry.getOrDefault(k, 0) + 1); // protected
      } finally {
        lock.unlock();
      }
    }

    void half(String k) {
      write.lock();
      try {
        byWrite.put(k, byWrite.getOrDefault(k, 0) + 1); // protected
      } finally {
        write.unlock();
      }
    }

    void whole(String k) {
      both.writeLock().lock();
      try {
        byWrite.put(k, byWrite.getOrDefault(k, 0) + 1); // protected
      } finally {
        both.writeLock().unlock();
      }
    }

    void stamp(String k) {
      long stamp = stamped.writeLock();
      try {
        byStamp.put(k, byStamp.getOrDefault(k, 0) + 1); // protected
      } finally {
        stamped.unlockWrite(stamp);
      }
    }

    void converted(String k) {
      long stamp = stamped.readLock();
      long better = stamped.tryConvertToWriteLock(stamp);
      if (better != 0) {
        byStamp.put(k, byStamp.getOrDefault(k, 0) + 1); // protected
      }
    }

    void permit(String k) throws InterruptedException {
      permit.acquire();
      try {
        byPermit.put(k, byPermit.getOrDefault(k, 0) + 1); // protected
      } finally {
        permit.release();
      }
    }

    private void enter() {
      mutex.enter();
    }

    private void leave() {
      mutex.leave();
    }

    void wrapper(String k) {
      enter();
      try {
        byWrapper.put(k, byWrapper.getOrDefault(k, 0) + 1); // protected
      } finally {
        leave();
      }
    }

    void monitor(String k) {
      monitor.enter();
      try {
        byMonitor.put(k, byMonitor.getOrDefault(k, 0) + 1); // protected
      } finally {
        monitor.leave();
      }
      if (monitor.tryEnter()) {
        byMonitor.put(k, byMonitor.getOrDefault(k, 0) + 1); // protected
        monitor.leave();
      }
    }

    void closeable(String k) {
      try (Mutex held = mutex.open()) {
        byCloseable.put(k, byCloseable.getOrDefault(k, 0) + 1); // protected
      }
    }
  }

  /** A lock behind a small wrapper. */
  public static class Mutex implements AutoCloseable {
    private final Lock inner = new ReentrantLock();

    void enter() {
      inner.lock();
    }

    void leave() {
      inner.unlock();
    }

    Mutex open() {
      inner.lock();
      return this;
    }

    @Override
    public void close() {
      inner.unlock();
    }
  }

  /** Not held, or not by one alone. */
  public static class Unsafe {
    private final Map<String, Integer> byTry = new HashMap<>();
    private final Map<String, Integer> byRead = new HashMap<>();
    private final Map<String, Integer> byHalf = new HashMap<>();
    private final Map<String, Integer> byStamp = new HashMap<>();
    private final Map<String, Integer> byPermits = new HashMap<>();
    private final Map<String, Integer> byWrapper = new HashMap<>();
    private final Map<String, Integer> byCloseable = new HashMap<>();
    private final Map<String, Integer> byMonitor = new HashMap<>();
    private final Monitor monitor = new Monitor();
    private final Lock lock = new ReentrantLock();
    private final ReentrantReadWriteLock both = new ReentrantReadWriteLock();
    private final Lock half = both.readLock();
    private final StampedLock stamped = new StampedLock();
    private final Semaphore permits = new Semaphore(2);
    private final Mutex mutex = new Mutex();

    void tryLock(String k) {
      boolean got = lock.tryLock();
      byTry.put(k, byTry.getOrDefault(k, 0) + 1); // unprotected
      if (got) {
        lock.unlock();
      }
    }

    void read(String k) {
      both.readLock().lock();
      byRead.put(k, byRead.getOrDefault(k, 0) + 1); // unprotected
      both.readLock().unlock();
    }

    void half(String k) {
      half.lock();
      byHalf.put(k, byHalf.getOrDefault(k, 0) + 1); // unprotected
      half.unlock();
    }

    void stamp(String k) {
      long stamp = stamped.readLock();
      byStamp.put(k, byStamp.getOrDefault(k, 0) + 1); // unprotected
      stamped.unlockRead(stamp);
    }

    void permits(String k) throws InterruptedException {
      permits.acquire();
      byPermits.put(k, byPermits.getOrDefault(k, 0) + 1); // unprotected
      permits.release();
    }

    void monitor(String k) throws InterruptedException {
      boolean entered = monitor.enter(1, TimeUnit.SECONDS);
      byMonitor.put(k, byMonitor.getOrDefault(k, 0) + 1); // unprotected
      if (entered) {
        monitor.leave();
      }
    }

    void wrapper(String k) {
      mutex.enter();
      mutex.leave();
      byWrapper.put(k, byWrapper.getOrDefault(k, 0) + 1); // unprotected
    }

    void closeable(String k) {
      try (Mutex held = mutex.open()) {
        k.trim();
      }
      byCloseable.put(k, byCloseable.getOrDefault(k, 0) + 1); // unprotected
    }
  }

  /** Keeps the write half of its lock for subclasses. */
  public static class Halves {
    protected int opened;
    private final ReentrantReadWriteLock both = new ReentrantReadWriteLock();
    protected final Lock write = both.writeLock();

    void open() {
      write.lock();
      try {
        opened++; // protected
      } finally {
        write.unlock();
      }
    }

    void openWhole() {
      both.writeLock().lock();
      try {
        opened++; // protected
      } finally {
        both.writeLock().unlock();
      }
    }
  }

  /** Sees the half alone. */
  public static class Half extends Halves {
    @Override
    void open() {
      write.lock();
      try {
        opened += 2; // protected
      } finally {
        write.unlock();
      }
    }
  }

  /** A lock in a wrapper in a wrapper. */
  public static class Twice {
    private final Outer lock = new Outer(new ReentrantLock());
    private int opened;

    void open() {
      lock.enter();
      try {
        opened++; // protected
      } finally {
        lock.leave();
      }
    }

    void openMore() {
      lock.enter();
      try {
        opened += 2; // protected
      } finally {
        lock.leave();
      }
    }
  }

  /** Takes and gives back what its inner one does. */
  public static class Outer {
    private final Inner inner;

    Outer(Lock lock) {
      inner = new Inner(lock);
    }

    void enter() {
      inner.take();
    }

    void leave() {
      inner.give();
    }
  }

  /** Takes and gives back a lock. */
  public static class Inner {
    private final Lock lock;

    Inner(Lock lock) {
      this.lock = lock;
    }

    void take() {
      lock.lock();
    }

    void give() {
      lock.unlock();
    }
  }
}
