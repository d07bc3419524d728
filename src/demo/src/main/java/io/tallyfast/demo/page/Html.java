package io.tallyfast.demo.page;

/** Writes HTML and SVG; every text and every attribute is escaped. For one thread. */
final class Html {

  private final StringBuilder out = new StringBuilder();

  /** Opens an element; attributes are pairs of name and value. */
  Html open(String element, String... attributes) {
    return tag(element, ">", attributes);
  }

  /** Writes an element without content, as SVG has them. */
  Html empty(String element, String... attributes) {
    return tag(element, "/>", attributes);
  }

  /** Writes an element with a text. */
  Html text(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close(element);
  }

  /** Writes a text. */
  Html text(String text) {
    out.append(escape(text));
    return this;
  }

  /** Closes an element. */
  Html close(String element) {
    out.append("</").append(element).append('>');
    return this;
  }

  private Html tag(String element, String end, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(escape(attributes[i + 1])).append('"');
    }
    out.append(end);
    return this;
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
