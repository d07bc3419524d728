package io.tallyfast.config;

import java.util.ArrayList;
import java.util.List;

/**
 * A list of patterns for fields: a name in which {@code *} stands for any text, or a class as
 * {@link ClassGlobs} has it, a dot, and such a name. Immutable.
 */
public final class MapGlobs {
  /** What statistics are usually called. */
  static final String USUAL = "*stats*;*Stats*;*counts*;*counters*;*metrics*";

  private final List<String> names;
  private final List<ClassGlobs> classes;
  private final List<String> members;
  private final String text;

  private MapGlobs(
      List<String> names, List<ClassGlobs> classes, List<String> members, String text) {
    this.names = names;
    this.classes = classes;
    this.members = members;
    this.text = text;
  }

  /** Reads patterns separated by {@code ;}. Empty ones are passed over. */
  public static MapGlobs of(String text) {
    List<String> names = new ArrayList<>();
    List<ClassGlobs> classes = new ArrayList<>();
    List<String> members = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf(';', start);
      end = end < 0 ? text.length() : end;
      String pattern = text.substring(start, end).trim();
      int dot = pattern.lastIndexOf('.');
      if (dot >= 0) {
        classes.add(ClassGlobs.of(pattern.substring(0, dot)));
        members.add(pattern.substring(dot + 1));
      } else if (!pattern.isEmpty()) {
        names.add(pattern);
      }
      start = end + 1;
    }
    return new MapGlobs(List.copyOf(names), List.copyOf(classes), List.copyOf(members), text);
  }

  /** Whether a field's name alone is matched. */
  public boolean matchesName(String field) {
    for (int i = 0; i < names.size(); i++) {
      if (matches(names.get(i), field)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a field is matched together with its class.
   *
   * @param owner internal name of the class
   */
  public boolean matchesMember(String owner, String field) {
    for (int i = 0; i < members.size(); i++) {
      if (matches(members.get(i), field) && classes.get(i).matches(owner)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String pattern, String name) {
    int star = pattern.indexOf('*');
    if (star < 0) {
      return pattern.equals(name);
    }
    if (!name.startsWith(pattern.substring(0, star))) {
      return false;
    }
    String rest = pattern.substring(star + 1);
    for (int end = star; end <= name.length(); end++) {
      if (matches(rest, name.substring(end))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return text;
  }
}
