package io.tallyfast.targets;

import io.tallyfast.testkit.InexactTarget;
import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counting in loops. */
public class LoopTargets {
  private LoopTargets() {}

  /** Over a list of keys. */
  @Racy
  public static class ForEachKey extends Target {
    private final Map<String, Integer> stats = new HashMap<>();
    private final List<String> names = List.of("alpha", "beta", "alpha");

    @Override
    public Object hit(int i) {
      for (String name : names) {
        stats.put(name, stats.getOrDefault(name, 0) + 1); // assertGuarded("getordefault-put")
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Over an array, by index. */
  @Racy
  public static class ForIndex extends Target {
    private final Map<Integer, Integer> stats = new HashMap<>();
    private final int[] codes = {200, 404, 200, 500};

    @Override
    public Object hit(int i) {
      for (int n = 0; n < codes.length; n++) {
        stats.put(codes[n], stats.getOrDefault(codes[n], 0) + 1); // assertGuarded()
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** By iterator. */
  @Racy
  public static class WhileIterator extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      Iterator<String> it = List.of(key(i), key(i + 1)).iterator();
      while (it.hasNext()) {
        String word = it.next();
        Integer seen = stats.get(word);
        stats.put(word, seen == null ? 1 : seen + 1); // assertGuarded("ternary-put")
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Counts the words of a text. */
  @Racy
  public static class WordCount extends Target {
    private final Map<String, Integer> stats =
        new TreeMap<>(Map.of("to", 0, "be", 0, "or", 0, "not", 0));

    @Override
    public Object hit(int i) {
      for (String word : "to be or not to be".split(" ")) {
        if (stats.containsKey(word)) {
          stats.put(word, stats.get(word) + 1); // assertGuarded()
        } else {
          stats.put(word, 1); // assertGuarded("first-insert")
        }
      }
      return null;
    }

    @Override
    public int hits() {
      return 2_000;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Counts the letters of a word. */
  @Racy
  public static class CharCount extends Target {
    private final Map<Character, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      for (char c : key(i).toCharArray()) {
        stats.put(c, stats.getOrDefault(c, 0) + 1); // assertGuarded("getordefault-put")
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** By {@code forEach} with a lambda. */
  @Racy
  public static class ForEachLambda extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      List<String> names = List.of(key(i), "all");
      names.forEach(n -> stats.put(n, stats.getOrDefault(n, 0) + 1)); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** By a stream. */
  @Racy
  public static class StreamForEach extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      // assertGuarded("merge")
      Stream.of(key(i), "all").forEach(name -> stats.merge(name, 1, Integer::sum));
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }

    @Override
    public int hits() {
      return 3_000;
    }
  }

  /** Adds the counts of another map. */
  @Racy
  public static class AddAll extends Target {
    private final Map<String, Integer> stats = zeros();
    private final Map<String, Integer> batch = new HashMap<>(Map.of("alpha", 1, "beta", 2));

    @Override
    public Object hit(int i) {
      for (Map.Entry<String, Integer> e : batch.entrySet()) {
        stats.put(e.getKey(), stats.get(e.getKey()) + e.getValue()); // assertGuarded()
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The same with local variables. */
  @Racy
  public static class AddAllLocals extends Target {
    private final Map<String, Integer> stats = new HashMap<>();
    private final Map<String, Integer> batch = new HashMap<>(Map.of("alpha", 1, "beta", 2));

    @Override
    public Object hit(int i) {
      for (Map.Entry<String, Integer> e : batch.entrySet()) {
        String k = e.getKey();
        int more = e.getValue();
        Integer sum = stats.get(k);
        stats.put(k, sum == null ? more : sum + more); // assertGuarded("ternary-put")
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** With continue and a label. */
  @Racy
  public static class Continue extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      outer:
      for (int n = 0; n < 3; n++) {
        for (int m = 0; m < 2; m++) {
          if (n == 1) {
            continue outer;
          }
          stats.put(key(m), stats.get(key(m)) + 1); // assertGuarded()
        }
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** At least once. */
  @Racy
  public static class DoWhile extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      int left = i % 3;
      do {
        stats.put("alpha", stats.get("alpha") + 1); // assertGuarded("get-put")
      } while (left-- > 0);
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The read before the loop, the write after, the delta summed in it. */
  @Racy
  public static class SumInLoop extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int before = stats.get(k);
      int sum = 0;
      for (int n = 0; n < i % 5; n++) {
        sum += n;
      }
      stats.put(k, before + sum); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The count itself is incremented in a loop. */
  @Racy
  public static class CountInLoop extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int count = stats.get(k);
      for (int n = 0; n < i % 4; n++) {
        count++;
      }
      stats.put(k, count); // assertSafe()
      return null;
    }

    @Override
    public boolean exact() {
      return false;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** One read, a put in every turn. */
  public static class PutInLoop extends InexactTarget {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int count = stats.get(k);
      for (int n = 0; n < 3; n++) {
        count++;
        stats.put(k, count); // assertSafe()
      }
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The loop begins with the method: what it writes first is its argument, which was not read. */
  public static class LoopAtTheStart extends InexactTarget {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      return last(key(i), i * 100, i);
    }

    private Integer last(String key, Integer n, int i) {
      do {
        stats.put(key, n + 1); // assertUntouched()
        n = stats.get(key);
      } while (i++ % 3 != 0);
      return n;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A null before the read, of which a branch on the way to the write knows the declared type. */
  public static class NullBeforeTheRead extends InexactTarget {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String note = null;
      int n = stats.get("alpha");
      if (n < 400) {
        stats.put("alpha", i % 3 == 0 ? n + 1 : n + 2); // assertGuarded("get-put")
      }
      if (i > 4) {
        note = "late";
      }
      return note;
    }

    @Override
    public Object state() {
      return stats;
    }
  }
}
