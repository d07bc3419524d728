package io.tallyfast.config;

import java.util.ArrayList;
import java.util.List;

/**
 * A list of patterns for class names. {@code *} stands for any text within a package, {@code **}
 * for any text, dots included. A pattern that matches a class matches the classes nested in it.
 *
 * <p>Immutable. Works on internal names ({@code com/acme/Foo}), which is what a transformer gets:
 * no name has to be converted while classes load.
 */
public final class ClassGlobs {
  /** Matches no class. */
  public static final ClassGlobs NONE = new ClassGlobs(List.of());

  private final List<String> patterns;

  private ClassGlobs(List<String> patterns) {
    this.patterns = patterns;
  }

  /** Reads patterns separated by {@code ;}. Empty ones are passed over. */
  public static ClassGlobs of(String text) {
    List<String> patterns = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf(';', start);
      end = end < 0 ? text.length() : end;
      String pattern = text.substring(start, end).trim();
      if (!pattern.isEmpty()) {
        patterns.add(pattern.replace('.', '/'));
      }
      start = end + 1;
    }
    return new ClassGlobs(List.copyOf(patterns));
  }

  /** Whether there is no pattern at all. */
  public boolean isEmpty() {
    return patterns.isEmpty();
  }

  /** Whether one of the patterns matches a class, given by its internal name. */
  public boolean matches(String internalName) {
    for (int i = 0; i < patterns.size(); i++) {
      if (matches(patterns.get(i), 0, internalName, 0)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String pattern, int p, String name, int n) {
    while (p < pattern.length()) {
      if (pattern.charAt(p) == '*') {
        return matchesStar(pattern, p, name, n);
      }
      if (n >= name.length() || pattern.charAt(p) != name.charAt(n)) {
        return false;
      }
      p++;
      n++;
    }
    return n == name.length() || name.charAt(n) == '$';
  }

  private static boolean matchesStar(String pattern, int p, String name, int n) {
    boolean across = p + 1 < pattern.length() && pattern.charAt(p + 1) == '*';
    int rest = across ? p + 2 : p + 1;
    boolean wholeSegment = across && (p == 0 || pattern.charAt(p - 1) == '/');
    // "a.**.B" also means a.B, as everybody knows it from build tools.
    if (wholeSegment && rest < pattern.length() && pattern.charAt(rest) == '/') {
      if (matches(pattern, rest + 1, name, n)) {
        return true;
      }
    }
    for (int end = n; end <= name.length(); end++) {
      if (matches(pattern, rest, name, end)) {
        return true;
      }
      if (!across && end < name.length() && name.charAt(end) == '/') {
        return false;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return String.join(";", patterns).replace('/', '.');
  }
}
