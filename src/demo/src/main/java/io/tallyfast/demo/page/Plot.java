package io.tallyfast.demo.page;

import java.util.List;

/**
 * Lines in a frame, as SVG that fits any width. Positions are fractions: 0 is left and bottom, 1 is
 * right and top. For one thread.
 */
final class Plot {

  private static final double WIDTH = 520;
  private static final double HEIGHT = 300;
  private static final double LEFT = 66;
  private static final double RIGHT = 26;
  private static final double TOP = 16;
  private static final double BOTTOM = 46;

  private final Html html;

  /**
   * A point of a line.
   *
   * @param x from left to right
   * @param y from bottom to top
   */
  record Point(double x, double y) {}

  /** Opens the frame; the label is for those who cannot see it. */
  Plot(Html html, String label) {
    this.html = html;
    html.open(
        "svg",
        "viewBox",
        "0 0 " + Numbers.at(WIDTH) + " " + Numbers.at(HEIGHT),
        "role",
        "img",
        "aria-label",
        label);
  }

  /** Draws a horizontal line with a label at its left. */
  Plot level(double y, String label) {
    String at = Numbers.at(y(y));
    html.empty(
        "line",
        "class",
        y == 0 ? "axis" : "grid",
        "x1",
        Numbers.at(LEFT),
        "y1",
        at,
        "x2",
        Numbers.at(WIDTH - RIGHT),
        "y2",
        at);
    html.text("text", label, "class", "end", "x", Numbers.at(LEFT - 8), "y", Numbers.at(y(y) + 4));
    return this;
  }

  /** Writes a label below the frame. */
  Plot mark(double x, String label) {
    html.empty(
        "line",
        "class",
        "axis",
        "x1",
        Numbers.at(x(x)),
        "y1",
        Numbers.at(y(0)),
        "x2",
        Numbers.at(x(x)),
        "y2",
        Numbers.at(y(0) + 5));
    html.text("text", label, "class", "middle", "x", Numbers.at(x(x)), "y", Numbers.at(y(0) + 20));
    return this;
  }

  /** Says what is measured from left to right. */
  Plot axis(String label) {
    html.text(
        "text",
        label,
        "class",
        "middle name",
        "x",
        Numbers.at(x(0.5)),
        "y",
        Numbers.at(HEIGHT - 8));
    return this;
  }

  /** Draws a line through points; the style is the name of a class. */
  Plot line(String style, List<Point> points) {
    StringBuilder path = new StringBuilder();
    for (Point point : points) {
      path.append(path.isEmpty() ? "" : " ").append(Numbers.at(x(point.x())));
      path.append(',').append(Numbers.at(y(point.y())));
    }
    html.empty("polyline", "class", "line " + style, "points", path.toString());
    return this;
  }

  /** Writes beside a point of a line which one it is. */
  Plot name(String style, Point point, boolean above, String text) {
    html.text(
        "text",
        text,
        "class",
        "end label " + style,
        "x",
        Numbers.at(x(point.x()) - 4),
        "y",
        Numbers.at(y(point.y()) + (above ? -10 : 20)));
    return this;
  }

  /** Closes the frame. */
  void close() {
    html.close("svg");
  }

  private static double x(double fraction) {
    return LEFT + fraction * (WIDTH - LEFT - RIGHT);
  }

  private static double y(double fraction) {
    return HEIGHT - BOTTOM - fraction * (HEIGHT - TOP - BOTTOM);
  }
}
