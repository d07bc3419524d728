package io.tallyfast.targets;

import io.tallyfast.testkit.InexactTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The order in which the parts are evaluated is part of the state. */
public class EvaluationOrderTargets {
  private EvaluationOrderTargets() {}

  /** The delta is not evaluated where the key is absent. */
  public static class DeltaLast extends Logging {

    @Override
    public Object hit(int i) {
      String k = i % 6 == 5 ? "absent" : key(i);
      stats.put(k, stats.get(k) + delta(i)); // assertGuarded("get-put")
      return k;
    }

    @Override
    public Object state() {
      return List.of(log, stats);
    }
  }

  /** The delta comes before the read. */
  public static class DeltaFirst extends Logging {

    @Override
    public Object hit(int i) {
      String k = i % 6 == 5 ? "absent" : key(i);
      stats.put(k, delta(i) + stats.get(k)); // assertGuarded("get-put")
      return k;
    }

    @Override
    public Object state() {
      return List.of(log, stats);
    }
  }

  /** The default, then the delta. */
  public static class DeltaWithDefault extends Logging {

    @Override
    public Object hit(int i) {
      String k = i % 6 == 5 ? "absent" : key(i);
      stats.put(k, stats.getOrDefault(k, 0) + delta(i)); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return List.of(log, stats);
    }
  }

  /** The default is an expression. */
  public static class DefaultEvaluated extends Logging {

    @Override
    public Object hit(int i) {
      String k = i % 6 == 5 ? "absent" + i : key(i);
      stats.put(k, stats.getOrDefault(k, delta(i)) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return List.of(log, stats);
    }
  }

  /** The default and the delta are expressions. */
  public static class DefaultAndDelta extends Logging {

    @Override
    public Object hit(int i) {
      String k = i % 6 == 5 ? "absent" + i : key(i);
      // assertGuarded("getordefault-put")
      stats.put(k, stats.getOrDefault(k, delta(i)) + delta(i + 1));
      return null;
    }

    @Override
    public Object state() {
      return List.of(log, stats);
    }
  }

  /** The key once. */
  public static class KeyInLocal extends Logging {

    @Override
    public Object hit(int i) {
      String k = k(i);
      stats.put(k, stats.get(k) + delta(i)); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return List.of(log, stats);
    }
  }

  /** The key for the write, then for the read. */
  public static class KeyTwice extends Logging {

    @Override
    public Object hit(int i) {
      stats.put(k(i), stats.get(k(i)) + delta(i)); // assertSafe()
      return null;
    }

    @Override
    public Object state() {
      return List.of(log, stats);
    }
  }

  /** The map for the write, then for the read. */
  public static class MapTwice extends Logging {

    @Override
    public Object hit(int i) {
      String k = k(i);
      map().put(k, map().get(k) + delta(i)); // assertSafe()
      return null;
    }

    @Override
    public Object state() {
      return List.of(log, stats);
    }
  }

  /** Map and key twice. */
  public static class AllTwice extends Logging {

    @Override
    public Object hit(int i) {
      return map().put(k(i), map().get(k(i)) + delta(i)); // assertSafe()
    }

    @Override
    public Object state() {
      return List.of(log, stats);
    }
  }

  /** Map and key once. */
  public static class MapInLocal extends Logging {

    @Override
    public Object hit(int i) {
      Map<String, Integer> m = map();
      String k = k(i);
      Integer c = m.get(k);
      m.put(k, c == null ? delta(i) : c + delta(i + 1)); // assertGuarded("ternary-put")
      return null;
    }

    @Override
    public Object state() {
      return List.of(log, stats);
    }
  }

  /** One delta before, one after the read. */
  public static class TwoDeltas extends Logging {

    @Override
    public Object hit(int i) {
      String k = i % 6 == 5 ? "absent" : key(i);
      stats.put(k, delta(i) + stats.get(k) - delta(i + 1)); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return List.of(log, stats);
    }
  }

  /** The map is null: the delta is not evaluated. */
  public static class NullMapDeltaLast extends Logging {

    @Override
    public Object hit(int i) {
      Map<String, Integer> m = i % 4 == 3 ? null : stats;
      m.put("alpha", m.get("alpha") + delta(i)); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return List.of(log, stats);
    }
  }

  /** The map is null: the delta was evaluated. */
  public static class NullMapDeltaFirst extends Logging {

    @Override
    public Object hit(int i) {
      Map<String, Integer> m = i % 4 == 3 ? null : stats;
      m.put("alpha", delta(i) + m.get("alpha")); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return List.of(log, stats);
    }
  }

  /** A call between read and write, which may throw. */
  public static class CodeBetween extends Logging {

    @Override
    public Object hit(int i) {
      String k = k(i);
      int c = stats.get(k);
      int d = delta(i);
      stats.put(k, c + d + 1); // assertGuarded()
      return log.size();
    }

    @Override
    public Object state() {
      return List.of(log, stats);
    }
  }

  /** The branches evaluate something each. */
  public static class BranchDelta extends Logging {

    @Override
    public Object hit(int i) {
      String k = k(i);
      Integer c = stats.get(k);
      if (c == null) {
        stats.put(k, delta(i)); // assertGuarded("first-insert")
      } else {
        stats.put(k, c + delta(i + 1)); // assertGuarded()
      }
      return null;
    }

    @Override
    public Object state() {
      return List.of(log, stats);
    }
  }

  /** The entry is removed between the statements. */
  public static class RemovedBetween extends Logging {

    @Override
    public Object hit(int i) {
      // assertGuarded("getordefault-put")
      stats.put("alpha", stats.getOrDefault("alpha", 0) + delta(i));
      return stats.remove(k(i));
    }

    @Override
    public Object state() {
      return List.of(log, stats);
    }
  }

  /** Notes what is evaluated. */
  public abstract static class Logging extends InexactTarget {
    final List<String> log = new ArrayList<>();
    final Map<String, Integer> stats = zeros();

    final String k(int i) {
      log.add("key");
      return i % 6 == 5 ? "absent" : key(i);
    }

    final int delta(int i) {
      log.add("delta");
      return 12 / (i % 7 - 3);
    }

    final Map<String, Integer> map() {
      log.add("map");
      return stats;
    }
  }
}
