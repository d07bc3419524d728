package io.tallyfast.demo.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads parsed JSON with checks: a reply that is not as expected ends the run instead of being
 * counted as zero. Every method throws {@link IllegalStateException} in that case.
 */
public final class Replies {

  private Replies() {}

  public static Map<String, Object> object(Object value, String what) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalStateException(what + " is no JSON object: " + value);
    }
    Map<String, Object> object = new LinkedHashMap<>();
    map.forEach((name, element) -> object.put((String) name, element));
    return object;
  }

  public static double number(Map<String, Object> object, String name) {
    if (!(object.get(name) instanceof Number number)) {
      throw new IllegalStateException(name + " is no number in " + object);
    }
    return number.doubleValue();
  }

  public static List<?> list(Map<String, Object> object, String name) {
    if (!(object.get(name) instanceof List<?> list)) {
      throw new IllegalStateException(name + " is no list in " + object);
    }
    return list;
  }
}
