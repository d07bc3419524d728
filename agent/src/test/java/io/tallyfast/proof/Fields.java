package io.tallyfast.proof;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the fields of a program and its small methods. Confined to one program. */
final class Fields {
  private static final Pattern NAME = Pattern.compile("\\b[a-z]+\\b");

  private final Choice choice;
  private final Num first;
  private final Num second;
  private final Map<String, String> members = new LinkedHashMap<>();

  Fields(Choice choice, Num first, Num second) {
    this.choice = choice;
    this.first = first;
    this.second = second;
    maps();
    numbers();
    texts();
    methods();
  }

  /** The members that statements name, and those that these name in turn. */
  String source(String statements) {
    Set<String> names = new TreeSet<>(Set.of("m"));
    addNames(statements, names);
    for (int before = 0; before < names.size(); ) {
      before = names.size();
      for (String name : Set.copyOf(names)) {
        addNames(members.getOrDefault(name, ""), names);
      }
    }
    StringBuilder text = new StringBuilder();
    members.forEach((name, source) -> text.append(names.contains(name) ? source : ""));
    return text.toString();
  }

  private static void addNames(String source, Set<String> names) {
    Matcher matcher = NAME.matcher(source);
    while (matcher.find()) {
      names.add(matcher.group());
    }
  }

  private void maps() {
    String own = "<String, " + first.box() + ">";
    String other = "<String, " + second.box() + ">";
    String ofMaps = "<String, Map" + own + ">";
    member("m", "private final Map" + own + " m = " + map(first) + ";" + filled("m", first));
    String kind = choice.once(3) ? "m" : map(first);
    member("n", "private Map" + own + " n = " + kind + ";" + filled("n", first));
    member("q", "private final Map" + other + " q = " + map(second) + ";" + filled("q", second));
    member("o", "private final Map<String, Object> o = new " + plain() + "<>();" + mixed());
    String array = "[] ms = new Map[] {m, " + map(first) + "};";
    member("ms", "@SuppressWarnings(\"unchecked\") private final Map" + own + array);
    String empty = " { mm.put(\"a\", new HashMap<>()); }";
    member("mm", "private final Map" + ofMaps + " mm = new " + plain() + "<>();" + empty);
    String longs = " { h.put(\"a\", new long[2]); }";
    member("h", "private final Map<String, long[]> h = new " + plain() + "<>();" + longs);
    String box = " { b.put(\"a\", new Box()); }";
    member("b", "private final Map<String, Box> b = new " + plain() + "<>();" + box);
  }

  private void numbers() {
    member("count", modifiers() + "int count;");
    member("total", modifiers() + "long total;");
    member("small", modifiers() + "byte small;");
    member("shorts", modifiers() + "short shorts;");
    member("ratio", modifiers() + "double ratio;");
    member("part", modifiers() + "float part;");
    member("boxed", modifiers() + "Integer boxed = 1;");
    member("cells", "private final int[] cells = new int[3];");
    member("longs", "private final long[] longs = new long[2];");
    member("bytes", "private final byte[] bytes = new byte[3];");
    member("box", "private final Box box = new Box();");
  }

  private void texts() {
    member("keys", "private final String[] keys = {\"a\", \"b\"};");
    member("none", "private final String none = null;");
    member("field", "private String field = \"c\";");
  }

  private void methods() {
    String map = "private Map<String, " + first.box() + "> ";
    member("pick", map + "pick(int i) { return i % 3 == 0 ? m : ms[1]; }");
    member("map", map + "map(int i) { t(i); return ms[i & 1]; }");
    member("size", "private int size() { return t(m.size()); }");
    member("more", "private int more() { t(\"more\"); count += 2; total++; return 3; }");
    member("held", "private Box held(int i) { t(\"held\"); return i % 5 == 4 ? null : box; }");
    member("bump", "private void bump() { t(\"bump\"); m.put(\"z\", " + first.cast("7") + "); }");
  }

  private void member(String name, String source) {
    members.put(name, "  " + source + "\n");
  }

  private String modifiers() {
    return choice.of("private ", "private volatile ", "private static ", "static volatile ");
  }

  private String plain() {
    return choice.of("HashMap", "LinkedHashMap", "TreeMap", "ConcurrentHashMap");
  }

  private String map(Num type) {
    return switch (choice.below(14)) {
      case 0, 1, 2, 3 -> "new HashMap<>()";
      case 4 -> "new LinkedHashMap<>()";
      case 5 -> "new TreeMap<>()";
      case 6 -> "new ConcurrentHashMap<>()";
      case 7 -> "new Hashtable<>()";
      case 8 -> "Collections.synchronizedMap(new HashMap<>())";
      case 9 -> "lru()";
      case 10 -> "throwing()";
      case 11 -> "unmodifiable(\"a\", " + type.cast("1") + ")";
      case 12 -> "new ConcurrentSkipListMap<>()";
      default -> "new WeakHashMap<>()";
    };
  }

  /** Most keys are there at first; a map that takes none of them is left as it is. */
  private String filled(String map, Num type) {
    String one = type.cast("1");
    String last = choice.once(2) ? map + ".put(\"c\", " + one + "); " : "";
    String puts = map + ".put(\"a\", " + one + "); " + last + map + ".put(\"b\", " + one + ");";
    return " { try { " + puts + " } catch (RuntimeException e) { t(e.getClass().getName()); } }";
  }

  private String mixed() {
    return " { o.put(\"a\", " + second.cast("2") + "); o.put(\"b\", \"text\"); }";
  }
}
