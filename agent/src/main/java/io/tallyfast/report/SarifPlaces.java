package io.tallyfast.report;

import io.tallyfast.analysis.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes where a site is, the way SARIF wants it. Stateless. */
final class SarifPlaces {
  private static final String HEX = "0123456789ABCDEF";

  private SarifPlaces() {}

  /** Writes the member {@code locations}. */
  static void write(JsonWriter json, Site site) throws IOException {
    json.beginArray("locations");
    json.beginObject();
    json.beginObject("physicalLocation");
    json.beginObject("artifactLocation");
    json.member("uri", uri(site));
    json.endObject();
    if (site.line() > 0) {
      json.beginObject("region");
      json.member("startLine", site.line());
      json.endObject();
    }
    json.endObject();
    json.beginArray("logicalLocations");
    json.beginObject();
    json.member("name", site.method());
    json.member("fullyQualifiedName", site.className() + "." + site.method() + site.descriptor());
    json.member("kind", "function");
    json.endObject();
    json.endArray();
    json.endObject();
    json.endArray();
  }

  /** Relative to a source folder, as in {@code com/acme/Server.java}. */
  static String uri(Site site) {
    return encode(SourcePaths.of(site.className(), site.file()));
  }

  /** Only what needs no quoting in a URI stays as it is, so that a name cannot be an address. */
  private static String encode(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || "/._-$".indexOf(c) >= 0;
      if (plain) {
        uri.append(c);
      } else {
        uri.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
      }
    }
    return uri.toString();
  }
}
