package io.tallyfast.testkit;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Copies a state into text, so that states of classes from different loaders compare. The text
 * tells numbers of different types apart.
 */
public final class Canonical {
  /** A broken map may have no end. */
  private static final int LIMIT = 200_000;

  private static final Pattern IDENTITY = Pattern.compile("@[0-9a-f]+\\b");

  private final boolean ordered;

  private Canonical(boolean ordered) {
    this.ordered = ordered;
  }

  /** The text with maps in the order of their iteration. */
  public static String ordered(Object state) {
    return new Canonical(true).text(state);
  }

  /** The text with maps in the order of their keys. */
  static String unordered(Object state) {
    return new Canonical(false).text(state);
  }

  /** Class and message of an exception; for a null pointer the class only. */
  public static String exception(Throwable thrown) {
    String name = thrown.getClass().getName();
    if (thrown instanceof NullPointerException) {
      return name;
    }
    return name + ": " + IDENTITY.matcher(String.valueOf(thrown.getMessage())).replaceAll("@");
  }

  private String text(Object state) {
    if (state instanceof Map<?, ?> map) {
      return map(map);
    }
    if (state instanceof Iterable<?> items) {
      List<String> texts = new ArrayList<>();
      for (Object item : items) {
        limit(texts);
        texts.add(text(item));
      }
      return texts.toString();
    }
    if (state instanceof Object[] items) {
      return text(List.of(items));
    }
    if (state instanceof Number number) {
      return number + number.getClass().getSimpleName().substring(0, 1);
    }
    if (state instanceof Enum<?> constant) {
      return constant.name();
    }
    if (state instanceof Optional<?> optional) {
      return "Optional" + text(optional.orElse(null));
    }
    return state instanceof CharSequence ? "\"" + state + "\"" : String.valueOf(state);
  }

  private String map(Map<?, ?> map) {
    boolean sorted = !ordered || map instanceof IdentityHashMap;
    List<String> texts = new ArrayList<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      limit(texts);
      // Where the key hashes by identity, the order is different in every run.
      sorted |= entry.getKey() instanceof Enum;
      texts.add(text(entry.getKey()) + "=" + text(entry.getValue()));
    }
    if (sorted) {
      texts.sort(null);
    }
    return "{" + String.join(", ", texts) + "} of " + map.size();
  }

  private static void limit(List<String> texts) {
    if (texts.size() > LIMIT) {
      throw new IllegalStateException("no end of the state in sight");
    }
  }
}
