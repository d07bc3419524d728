package io.tallyfast.audit;

import io.tallyfast.analysis.ClassScan;
import io.tallyfast.analysis.SupertypeWalk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the first pass remembers: of each class its supertypes, and which class file counts when
 * there are several. Between archives, and twice in one, the first counts. Of the classes that an
 * archive of several Java releases has for one name, the one counts that the JVM which runs the
 * audit would load. Not thread-safe.
 */
final class ClassIndex extends SupertypeWalk {
  private static final int RELEASE = Runtime.version().feature();

  private final Map<String, Entry> entries = new HashMap<>();
  private final List<Entry> versioned = new ArrayList<>();
  private final Map<String, Integer> repeated = new LinkedHashMap<>();
  private final JdkTypes jdk = new JdkTypes();
  private int count;

  /**
   * Takes the scan of a class file.
   *
   * @param number the number of the class file in the order of the walk
   * @param wanted whether it is to be looked at again
   */
  void add(ClassFile file, ClassScan scan, int number, boolean wanted) {
    Entry entry = new Entry(file, scan, number, wanted);
    if (file.version() > 0) {
      versioned.add(entry);
    } else {
      add(entry);
    }
  }

  /** Whether a class file may be one that counts, going by the Java release it is made for. */
  static boolean isOfRelease(ClassFile file) {
    return file.version() >= 0 && file.version() <= RELEASE;
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

  /** Hears that an archive is complete, as in {@link ClassSink#endOfOrigin}. */
  void endOfOrigin(String origin, boolean multiRelease) {
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

  /** The numbers of the class files that count and are wanted. */
  BitSet wanted() {
    BitSet numbers = new BitSet();
    for (Entry entry : entries.values()) {
      if (entry.wanted) {
        numbers.set(entry.number);
      }
    }
    return numbers;
  }

  /** The numbers of the class files that count for some classes. */
  BitSet numbersOf(Set<String> classes) {
    BitSet numbers = new BitSet();
    for (String name : classes) {
      Entry entry = entries.get(name);
      if (entry != null) {
        numbers.set(entry.number);
      }
    }
    return numbers;
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
    return super.isSubtype(type, ancestor);
  }

  @Override
  protected String[] supertypesOf(String type) {
    Entry entry = entries.get(type);
    return entry == null ? jdk.supertypes(type) : entry.supertypes;
  }

  @Override
  protected boolean declaresVolatile(String type, String field) {
    Entry entry = entries.get(type);
    return entry != null && Arrays.asList(entry.volatiles).contains(field);
  }

  private static final class Entry {
    private final String name;
    private final String origin;
    private final int version;
    private final String[] supertypes;
    private final String[] volatiles;
    private final int number;
    private final boolean wanted;

    Entry(ClassFile file, ClassScan scan, int number, boolean wanted) {
      this.name = scan.name();
      this.origin = file.origin();
      this.version = file.version();
      this.supertypes = scan.supertypes();
      this.volatiles = scan.volatiles();
      this.number = number;
      this.wanted = wanted;
    }
  }
}
