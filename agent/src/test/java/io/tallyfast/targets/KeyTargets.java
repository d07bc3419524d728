package io.tallyfast.targets;

import io.tallyfast.testkit.InexactTarget;
import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Keys of every kind. */
public class KeyTargets {
  private KeyTargets() {}

  /** A text constant. */
  @Racy
  public static class Constant extends Target {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      stats.put("alpha", stats.get("alpha") + 1); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A named constant. */
  @Racy
  public static class StaticFinal extends Target {
    private static final String REQUESTS = "req" + "uests";
    private final Map<String, Integer> stats = new HashMap<>(Map.of(REQUESTS, 0));

    @Override
    public Object hit(int i) {
      stats.put(REQUESTS, stats.get(REQUESTS) + 1); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A static field whose value no compiler knows. */
  @Racy
  public static class StaticNotConstant extends Target {
    private static final String NAME = new String("requests");
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      stats.put(NAME, stats.getOrDefault(NAME, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A field as key. */
  @Racy
  public static class FieldKey extends Target {
    private final Map<String, Integer> stats = new HashMap<>();
    private String name = "worker";

    @Override
    public Object hit(int i) {
      stats.put(name, stats.getOrDefault(name, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Concatenated into a local variable. */
  @Racy
  public static class ConcatenatedOnce extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = "status." + i % 3;
      stats.put(k, stats.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Concatenated for the read and for the write. */
  @Racy
  public static class ConcatenatedTwice extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      int s = i % 3;
      stats.put("s" + s, stats.getOrDefault("s" + s, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** Made by a builder. */
  @Racy
  public static class BuilderKey extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = new StringBuilder("k").append(i % 3).toString();
      Integer c = stats.get(k);
      stats.put(k, c == null ? 1 : c + 1); // assertGuarded("ternary-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** An enum constant. */
  @Racy
  public static class EnumKey extends Target {
    private final Map<Color, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      // assertGuarded("getordefault-put")
      stats.put(Color.RED, stats.getOrDefault(Color.RED, 0) + 1);
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** An enum variable. */
  @Racy
  public static class EnumVariable extends Target {
    private final Map<Color, Integer> stats = new EnumMap<>(Color.class);

    @Override
    public Object hit(int i) {
      Color color = Color.values()[i % 3];
      stats.put(color, stats.getOrDefault(color, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** An int variable, boxed twice. */
  @Racy
  public static class IntKey extends Target {
    private final Map<Integer, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      int status = 200 + i % 3;
      stats.put(status, stats.getOrDefault(status, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** An int constant beyond the cache of boxes. */
  @Racy
  public static class IntKeyConstant extends Target {
    private final Map<Integer, Integer> stats = new HashMap<>(Map.of(404, 0));

    @Override
    public Object hit(int i) {
      stats.put(404, stats.get(404) + 1); // assertGuarded("get-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A boxed variable. */
  @Racy
  public static class IntegerKey extends Target {
    private final Map<Integer, Long> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      Integer status = 500 + i % 2;
      stats.put(status, stats.getOrDefault(status, 0L) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A long expression, boxed twice. */
  @Racy
  public static class LongKey extends Target {
    private final Map<Long, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      long minute = i / 1000L;
      stats.put(minute, stats.getOrDefault(minute, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A char, boxed twice. */
  @Racy
  public static class CharKey extends Target {
    private final Map<Character, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      char c = key(i).charAt(0);
      stats.put(c, stats.getOrDefault(c, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A boolean, boxed twice. */
  @Racy
  public static class BooleanKey extends Target {
    private final Map<Boolean, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      boolean even = i % 2 == 0;
      stats.put(even, stats.getOrDefault(even, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A record in a local variable. */
  @Racy
  public static class RecordKey extends Target {
    private final Map<Route, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      Route route = new Route("GET", 200 + i % 2);
      stats.put(route, stats.getOrDefault(route, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A record that is made for the read and for the write. */
  public static class RecordKeyTwice extends InexactTarget {
    private final Map<Route, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      // assertSafe()
      stats.put(new Route("GET", i % 2), stats.getOrDefault(new Route("GET", i % 2), 0) + 1);
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A list as key. */
  @Racy
  public static class ListKey extends Target {
    private final Map<List<String>, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      List<String> k = List.of("GET", key(i));
      stats.put(k, stats.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The null key. */
  @Racy
  public static class NullKey extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = i % 2 == 0 ? null : "some";
      stats.put(k, stats.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A parameter. */
  @Racy
  public static class ParameterKey extends Target {
    private final Map<Object, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      count(key(i));
      return null;
    }

    private void count(Object what) {
      stats.put(what, stats.getOrDefault(what, 0) + 1); // assertGuarded("getordefault-put")
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** An element of an array. */
  @Racy
  public static class ArrayElementKey extends Target {
    private final Map<String, Integer> stats = new HashMap<>();
    private final String[] names = {"x", "y"};

    @Override
    public Object hit(int i) {
      stats.put(names[i & 1], stats.getOrDefault(names[i & 1], 0) + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A method gives the key; it is kept in a local variable. */
  @Racy
  public static class MethodResultInLocal extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = name(i);
      stats.put(k, stats.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    private static String name(int i) {
      return "n" + i % 3;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A method gives the key for the read and for the write. */
  @Racy
  public static class MethodResultTwice extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      stats.put(name(i), stats.getOrDefault(name(i), 0) + 1); // assertGuarded()
      return null;
    }

    private static String name(int i) {
      return "n" + i % 3;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The method counts its calls. */
  @Racy
  public static class MethodResultTwiceCounted extends Target {
    private final Map<String, Integer> stats = new HashMap<>();
    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public Object hit(int i) {
      stats.put(name(i), stats.getOrDefault(name(i), 0) + 1); // assertGuarded()
      return null;
    }

    private String name(int i) {
      calls.incrementAndGet();
      return key(i);
    }

    @Override
    public Object state() {
      return List.of(stats, calls.get());
    }
  }

  /** A getter of another object gives the key twice. */
  @Racy
  public static class GetterTwice extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      Route route = new Route(key(i), 200);
      stats.put(route.method(), stats.getOrDefault(route.method(), 0) + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A method of the text gives the key twice. */
  @Racy
  public static class LowerCaseTwice extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = i % 2 == 0 ? "Get" : "PUT";
      stats.put(k.trim(), stats.getOrDefault(k.trim(), 0) + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A method that gives another key each time: not the same entry. */
  public static class NextTwice extends InexactTarget {
    private final Map<String, Integer> stats = zeros();
    private int calls;

    @Override
    public Object hit(int i) {
      stats.put(next(), stats.get(next()) + 1); // assertSafe()
      return null;
    }

    private String next() {
      return key(calls++); // assertGuarded("instance-field")
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The variable changes between the read and the write. */
  public static class MutableKeyVariable extends InexactTarget {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      String k = key(i);
      int c = stats.get(k);
      k = key(i + 1);
      stats.put(k, c + 1); // assertUntouched()
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The index is incremented between the two keys. */
  public static class IncrementedIndex extends InexactTarget {
    private final Map<String, Integer> stats = zeros();

    @Override
    public Object hit(int i) {
      int n = i;
      stats.put(key(n++), stats.get(key(n)) + 1); // assertSafe()
      return n;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A switch gives the key. */
  @Racy
  public static class SwitchKey extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k =
          switch (i % 3) {
            case 0 -> "zero";
            case 1 -> "one";
            default -> "many";
          };
      stats.put(k, stats.getOrDefault(k, 0) + 1); // assertGuarded("getordefault-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A ternary gives the key. */
  @Racy
  public static class TernaryKey extends Target {
    private final Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      String k = i % 5 == 0 ? "miss" : "hit";
      stats.put(k, stats.containsKey(k) ? stats.get(k) + 1 : 1); // assertGuarded("containskey-put")
      return null;
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** A key. */
  public enum Color {
    RED,
    GREEN,
    BLUE
  }

  /** A key with two parts. */
  public record Route(String method, int status) {}

  /** A field that is another key by the time of the write. */
  public static class FieldSetInBetween extends InexactTarget {
    private final Map<String, Double> stats = new HashMap<>(Map.of("a", 1.0, "b", 2.0, "c", 4.0));
    private String key = "c";

    @Override
    public Object hit(int i) {
      Double old = stats.get(key);
      key = String.valueOf((char) ('a' + i % 3));
      return stats.put(key, i + old); // assertGuarded("get-put")
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** The field of a map that a method sets anew between the read and the write. */
  public static class MapSetInBetween extends InexactTarget {
    private Map<String, Integer> stats = new HashMap<>();

    @Override
    public Object hit(int i) {
      int old = stats.getOrDefault("a", 0);
      begin(i);
      stats.put("a", old + 1); // assertGuarded("getordefault-put")
      return null;
    }

    private void begin(int i) {
      if (i % 3 == 2) {
        stats = new HashMap<>();
      }
    }

    @Override
    public Object state() {
      return stats;
    }
  }

  /** An element of an array that holds another key by the time of the write. */
  public static class ElementSetInBetween extends InexactTarget {
    private final Map<String, Integer> stats = new HashMap<>(Map.of("a", 1, "b", 2, "c", 4));
    private final String[] keys = {"c"};

    @Override
    public Object hit(int i) {
      Integer old = stats.get(keys[0]);
      keys[0] = String.valueOf((char) ('a' + i % 3));
      return stats.put(keys[0], old + 1); // assertGuarded("get-put")
    }

    @Override
    public Object state() {
      return stats;
    }
  }
}
