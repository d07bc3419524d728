package com.acme.memory.module;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON schemas for the arguments of tools, as maps. Stateless. */
public final class Schema {

  private Schema() {}

  /** Returns an object with these properties and no others. */
  public static Map<String, Object> object(
      Map<String, Map<String, Object>> properties, List<String> required) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", required);
    schema.put("additionalProperties", false);
    return schema;
  }

  /** Returns a text of at most this many characters. */
  public static Map<String, Object> text(String description, int limit) {
    return Map.of("type", "string", "description", description, "minLength", 1, "maxLength", limit);
  }

  /** Returns a whole number between the bounds. */
  public static Map<String, Object> number(String description, int least, int most) {
    return Map.of("type", "integer", "description", description, "minimum", least, "maximum", most);
  }

  /** Returns a switch that is off unless it is given. */
  public static Map<String, Object> flag(String description) {
    return Map.of("type", "boolean", "description", description, "default", false);
  }

  /** Returns a list of at most this many texts. */
  public static Map<String, Object> texts(String description, int mostTexts, int mostCharacters) {
    Map<String, Object> items =
        Map.of("type", "string", "minLength", 1, "maxLength", mostCharacters);
    return Map.of(
        "type", "array", "description", description, "maxItems", mostTexts, "items", items);
  }
}
