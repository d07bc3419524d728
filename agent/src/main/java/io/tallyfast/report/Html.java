package io.tallyfast.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes HTML. Whatever was not written in this package goes through {@link #text}. */
final class Html {
  private final Writer out;

  Html(Writer out) {
    this.out = out;
  }

  /** Writes markup, which holds nothing from outside. */
  Html raw(String markup) throws IOException {
    out.write(markup);
    return this;
  }

  /** Writes text, between tags or within a quoted attribute. */
  Html text(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      character(text.charAt(i));
    }
    return this;
  }

  /** Writes a name with dots, which may break behind each of them. */
  Html dotted(String name) throws IOException {
    int start = 0;
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', start)) {
      text(name.substring(start, dot + 1)).raw("<wbr>");
      start = dot + 1;
    }
    return text(name.substring(start));
  }

  /** Writes a number. */
  Html number(long number) throws IOException {
    out.write(Wording.number(number));
    return this;
  }

  /** Writes an element that holds text only. */
  Html element(String name, String cssClass, String text) throws IOException {
    raw("<" + name + " class=\"" + cssClass + "\">").text(text);
    return raw("</" + name + ">");
  }

  /** Writes a file of this package, as in a style sheet. */
  Html resource(String name) throws IOException {
    try (InputStream in = Html.class.getResourceAsStream(name)) {
      if (in != null) {
        out.write(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return this;
  }

  private void character(char c) throws IOException {
    switch (c) {
      case '&' -> out.write("&amp;");
      case '<' -> out.write("&lt;");
      case '>' -> out.write("&gt;");
      case '"' -> out.write("&quot;");
      case '\'' -> out.write("&#39;");
      default -> out.write(isPlain(c) ? c : '\uFFFD');
    }
  }

  /** Not what would steer, hide or turn around what stands beside it. */
  private static boolean isPlain(char c) {
    boolean turns = c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
    return c == '\n' || c == '\t' || !Character.isISOControl(c) && !turns;
  }
}
