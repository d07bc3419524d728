package io.tallyfast.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The page of {@code docs/idioms} that explains an idiom; the jar carries them all. Immutable.
 *
 * @param name name of the idiom
 * @param text the page, in Markdown
 */
public record IdiomPage(String name, String text) {
  /** The page of an idiom; null when there is none. */
  public static IdiomPage of(String name) {
    if (!isName(name)) {
      return null;
    }
    try (InputStream in =
        IdiomPage.class.getResourceAsStream("/io/tallyfast/idioms/" + name + ".md")) {
      return in == null
          ? null
          : new IdiomPage(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      // A page is an extra, and no report should fail for want of one.
      return null;
    }
  }

  /** The page's first heading, or the name when it has none. */
  public String title() {
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("# ")) {
        return line.substring(2).strip();
      }
    }
    return name;
  }

  /** The first paragraph below the heading: what the idiom is. */
  public String summary() {
    StringBuilder paragraph = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      boolean isText = !line.isBlank() && !line.startsWith("#");
      if (!isText && paragraph.length() > 0) {
        break;
      }
      if (isText) {
        paragraph.append(paragraph.length() == 0 ? "" : " ").append(line.strip());
      }
    }
    return paragraph.toString();
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
