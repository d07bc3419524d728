package io.tallyfast.analysis;

import java.util.Locale;
import java.util.Set;

/**
 * What names say of a field, word by word. Never asked alone: how a field is used comes first.
 * Stateless; thread-safe.
 */
final class CounterNames {
  private static final Set<String> STATISTICS =
      Set.of(
          ("stat stats statistic statistics metric metrics meter gauge monitor registry histogram"
                  + " profile usage tally summary")
              .split(" "));

  private static final Set<String> COUNTS =
      Set.of(
          ("count counts counter counters cnt counted total totals sum sums num nr number hit hits"
                  + " miss misses request requests response responses error errors failure failures"
                  + " failed success successes succeeded retry retries attempt attempts eviction"
                  + " evictions evicted invocations calls called accepted rejected dropped"
                  + " discarded processed received sent completed created destroyed opened closed"
                  + " expired elapsed duration durations events messages packets queries loads"
                  + " loaded puts gets removals removed reads writes written updates updated"
                  + " deletes deleted inserts inserted commits rollbacks timeouts exceptions"
                  + " warnings connections sessions active pending transactions operations ops"
                  + " executions executed runs skipped ignored passed stored retrieved published"
                  + " consumed acquired released allocated allocations time times millis nanos")
              .split(" "));

  private static final Set<String> POSITIONS =
      Set.of(
          ("pos position index idx ndx offset off ptr pointer cursor head tail row col column line"
                  + " lineno depth level indent indentation nesting start end begin limit bound"
                  + " mark len length width height size capacity cur current state token char ch"
                  + " first last top bottom remaining available left right mod modification version"
                  + " epoch generation i j k p x y")
              .split(" "));

  /** What does its work in one thread, by convention. */
  private static final Set<String> ONE_THREAD =
      Set.of(
          ("parser reader writer lexer scanner tokenizer builder iterator enumeration encoder decoder"
                  + " generator visitor buffer printer compiler cursor formatter serializer"
                  + " deserializer marshaller unmarshaller matcher splitter digest inflater"
                  + " deflater compressor decompressor interpreter walker traverser stream input"
                  + " output composer emitter spliterator enum tokens token")
              .split(" "));

  /** Collections leave it to those who use them to keep threads apart. */
  private static final Set<String> COLLECTIONS =
      Set.of(
          "map",
          "list",
          "set",
          "queue",
          "deque",
          "collection",
          "heap",
          "vector",
          "multimap",
          "multiset",
          "bag",
          "trie");

  private static final Set<String> GENERAL =
      Set.of(
          ("base impl minimal delegate default support adapter wrapper proxy filter abstract"
                  + " bootstrapper stack")
              .split(" "));

  private CounterNames() {}

  /** Whether a class calls itself a collection, and not one for several threads. */
  static boolean saysCollection(String internalName) {
    String lower = internalName.toLowerCase(Locale.ROOT);
    return endsIn(internalName, COLLECTIONS)
        && !lower.contains("concurrent")
        && !lower.contains("synchronized")
        && !lower.contains("blocking");
  }

  /** Whether objects of a class serve one thread at a time, as its name has it. */
  static boolean saysOneThread(String internalName) {
    return endsIn(internalName, ONE_THREAD);
  }

  private static boolean endsIn(String internalName, Set<String> words) {
    int from = Math.max(internalName.lastIndexOf('/'), internalName.lastIndexOf('$'));
    String rest = internalName.substring(from + 1);
    while (!rest.isEmpty()) {
      int start = rest.length() - 1;
      while (start > 0 && !startsWord(rest, start)) {
        start--;
      }
      String word = rest.substring(start).toLowerCase(Locale.ROOT);
      if (!GENERAL.contains(word)) {
        return words.contains(word);
      }
      rest = rest.substring(0, start);
    }
    return false;
  }

  /** Whether a class says by its name that it keeps statistics. */
  static boolean saysStatistics(String internalName) {
    int from = Math.max(internalName.lastIndexOf('/'), internalName.lastIndexOf('$'));
    String simple = internalName.substring(from + 1);
    return hasWord(simple, STATISTICS) || endsInCounter(simple);
  }

  private static boolean endsInCounter(String simpleName) {
    String lower = simpleName.toLowerCase(Locale.ROOT);
    return lower.contains("counter");
  }

  /** Whether a field says by its name that it counts. */
  static boolean saysCount(String field) {
    return hasWord(field, COUNTS) || hasWord(field, STATISTICS);
  }

  /** Whether a field says by its name that it is a place in something, and no count. */
  static boolean saysPosition(String field) {
    return field.equals("modCount") || hasWord(field, POSITIONS) && !hasWord(field, COUNTS);
  }

  private static boolean hasWord(String name, Set<String> words) {
    int start = 0;
    while (start < name.length() && !Character.isLetter(name.charAt(start))) {
      start++;
    }
    for (int i = start + 1; i <= name.length(); i++) {
      if (i == name.length() || startsWord(name, i)) {
        if (words.contains(name.substring(start, i).toLowerCase(Locale.ROOT))) {
          return true;
        }
        start = i < name.length() && !Character.isLetter(name.charAt(i)) ? i + 1 : i;
      }
    }
    return false;
  }

  private static boolean startsWord(String name, int i) {
    char c = name.charAt(i);
    if (!Character.isLetter(c)) {
      return true;
    }
    if (!Character.isUpperCase(c)) {
      return false;
    }
    boolean afterLower = !Character.isUpperCase(name.charAt(i - 1));
    boolean beforeLower = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
    return afterLower || beforeLower;
  }
}
