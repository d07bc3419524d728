package io.tallyfast.report;

import java.io.IOException;

/**
 * Shows the little of Markdown that the pages on idioms use: headings, paragraphs, lists, fenced
 * code and code in a line. Anything else is shown as it is written.
 */
final class Markdown {
  private final Html html;
  private String open = "";

  private Markdown(Html html) {
    this.html = html;
  }

  /** Writes a page. */
  static void write(Html html, String page) throws IOException {
    Markdown markdown = new Markdown(html);
    for (String line : page.split("\n", -1)) {
      markdown.line(line.replace("\r", ""));
    }
    markdown.block("");
  }

  private void line(String line) throws IOException {
    if (line.startsWith("```")) {
      block(open.equals("pre") ? "" : "pre");
    } else if (open.equals("pre")) {
      html.text(line).raw("\n");
    } else if (line.isBlank()) {
      block("");
    } else if (line.startsWith("#")) {
      block("");
      html.raw("<h4>");
      inline(line.substring(line.lastIndexOf('#', 6) + 1).strip());
      html.raw("</h4>\n");
    } else if (line.startsWith("- ") || line.startsWith("* ")) {
      block("ul");
      html.raw("<li>");
      inline(line.substring(2));
    } else {
      block(open.equals("ul") ? "ul" : "p");
      inline(line.strip());
      html.raw("\n");
    }
  }

  /** Ends what is open and begins another block, when it is another. */
  private void block(String next) throws IOException {
    if (!open.equals(next)) {
      html.raw(open.isEmpty() ? "" : "</" + open + ">\n");
      html.raw(next.isEmpty() ? "" : "<" + next + ">");
      open = next;
    }
  }

  private void inline(String text) throws IOException {
    boolean code = false;
    int start = 0;
    for (int end = text.indexOf('`'); end >= 0; end = text.indexOf('`', start)) {
      html.text(text.substring(start, end)).raw(code ? "</code>" : "<code>");
      code = !code;
      start = end + 1;
    }
    html.text(text.substring(start)).raw(code ? "</code>" : "");
  }
}
