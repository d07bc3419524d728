package io.tallyfast.apps;

import java.util.HashMap;
import java.util.Map;

/** Counts with a lock that callers hold, with none, and in a map that nobody else can reach. */
public final class MixedLocksApp {
  private static int calls;

  private final Map<String, Integer> locked = new HashMap<>();
  private final Map<String, Integer> open = new HashMap<>();

  private MixedLocksApp() {}

  /** Counts once each. */
  public static void main(String[] args) {
    MixedLocksApp app = new MixedLocksApp();
    new Caller(app).store("k");
    System.out.println(app.locked + " " + app.open + " " + confined() + " " + calls);
  }

  private static Map<String, Integer> confined() {
    Map<String, Integer> own = new HashMap<>();
    own.put("k", own.getOrDefault("k", 0) + 1);
    return own;
  }

  private void countLocked(String key) {
    locked.put(key, locked.getOrDefault(key, 0) + 1);
  }

  private void countOpen(String key) {
    open.put(key, open.getOrDefault(key, 0) + 1);
    calls++;
  }

  /** The lock is taken in another class. */
  private static final class Caller {
    private final MixedLocksApp app;

    Caller(MixedLocksApp app) {
      this.app = app;
    }

    void store(String key) {
      synchronized (app) {
        app.countLocked(key);
      }
      app.countOpen(key);
    }
  }
}
