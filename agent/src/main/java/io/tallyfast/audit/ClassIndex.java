package io.tallyfast.audit;

import io.tallyfast.analysis.TypeOracle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;

/**
 * What the first pass remembers: of each class its supertypes, and which class file counts when
 * there are several. Between archives, and twice in one, the first counts. Of the classes that an
 * archive of several Java releases has for one name, the one counts that the JVM which runs the
 * audit would load. Not thread-safe.
 */
final class ClassIndex implements ClassSink, TypeOracle {
  private static final int RELEASE = Runtime.version().feature();

  private final Problems problems;
  private final Map<String, Entry> entries = new HashMap<>();
  private final List<Entry> versioned = new ArrayList<>();
  private final Map<String, Integer> repeated = new LinkedHashMap<>();
  private final JdkTypes jdk = new JdkTypes();
  private int count;

  ClassIndex(Problems problems) {
    this.problems = problems;
  }

  @Override
  public void classFile(ClassFile file) {
    if (file.version() < 0 || file.version() > RELEASE) {
      return;
    }
    ClassReader reader = Headers.read(file, problems);
    if (reader == null) {
      return;
    }
    Entry entry =
        new Entry(reader.getClassName(), file.origin(), file.version(), Headers.supertypes(reader));
    if (file.version() > 0) {
      versioned.add(entry);
    } else {
      add(entry);
    }
  }

  private void add(Entry entry) {
    Entry first = entries.putIfAbsent(entry.name, entry);
    if (first == null) {
      count++;
    } else {
      String pair = "in " + entry.origin + ", the first of them in " + first.origin;
      repeated.merge(pair, 1, Integer::sum);
    }
  }

  @Override
  public void endOfOrigin(String origin, boolean multiRelease) {
    if (multiRelease) {
      for (Entry entry : versioned) {
        Entry other = entries.get(entry.name);
        if (other == null) {
          add(entry);
        } else if (other.origin.equals(origin) && other.version < entry.version) {
          entries.put(entry.name, entry);
        }
      }
    }
    versioned.clear();
  }

  /** Whether a class file is the one that counts; says so once only. */
  boolean take(ClassFile file, String name) {
    Entry entry = entries.get(name);
    if (entry == null
        || entry.taken
        || entry.version != file.version()
        || !entry.origin.equals(file.origin())) {
      return false;
    }
    entry.taken = true;
    return true;
  }

  /** How many classes count. */
  int count() {
    return count;
  }

  /** Where there are classes once more, and how many. */
  List<String> repeated() {
    List<String> lines = new ArrayList<>();
    repeated.forEach((where, n) -> lines.add(n + (n == 1 ? " class " : " classes ") + where));
    return lines;
  }

  @Override
  public boolean isSubtype(String type, String ancestor) {
    if (ancestor.equals("java/lang/Object")) {
      return true;
    }
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(type);
    while (!open.isEmpty()) {
      String next = open.remove();
      if (next.equals(ancestor)) {
        return true;
      }
      if (seen.add(next)) {
        Entry entry = entries.get(next);
        open.addAll(List.of(entry == null ? jdk.supertypes(next) : entry.supertypes));
      }
    }
    return false;
  }

  private static final class Entry {
    private final String name;
    private final String origin;
    private final int version;
    private final String[] supertypes;
    private boolean taken;

    Entry(String name, String origin, int version, String[] supertypes) {
      this.name = name;
      this.origin = origin;
      this.version = version;
      this.supertypes = supertypes;
    }
  }
}
