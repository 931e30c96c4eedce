package org.plimsoll.app.report.drawing;

import java.util.List;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Pen;
import org.plimsoll.app.report.markup.Tag;

/** The few elements that every drawing is made of. */
public final class Svg {
  /** Size of ordinary lettering, units of a drawing. */
  static final double LETTER = 12.5;

  /** Size of small lettering. */
  public static final double SMALL = 11;

  private Svg() {}

  /** The root, with the drawing's title and description for those who cannot see it. */
  static Tag open(String id, Drawing drawing, double width, double height, String cssClass) {
    return open("img", id, drawing, width, height, cssClass);
  }

  /** The root of a drawing with links, which must not be taken for one image. */
  static Tag openWithLinks(
      String id, Drawing drawing, double width, double height, String cssClass) {
    return open("group", id, drawing, width, height, cssClass);
  }

  private static Tag open(
      String role, String id, Drawing drawing, double width, double height, String cssClass) {
    return Tag.of("svg", cssClass)
        .with("role", role)
        .with("viewBox", "0 0 " + Tag.number(width) + " " + Tag.number(height))
        .with("aria-labelledby", id + "-title " + id + "-desc")
        .add(Tag.of("title").with("id", id + "-title").text(drawing.title()))
        .add(Tag.of("desc").with("id", id + "-desc").text(drawing.description()));
  }

  public static Tag rect(double x, double y, double width, double height, String cssClass) {
    return Tag.of("rect", cssClass)
        .with("x", x)
        .with("y", y)
        .with("width", Math.max(0, width))
        .with("height", Math.max(0, height));
  }

  public static Tag line(double x1, double y1, double x2, double y2, String cssClass) {
    return Tag.of("line", cssClass).with("x1", x1).with("y1", y1).with("x2", x2).with("y2", y2);
  }

  static Tag circle(double x, double y, double radius, String cssClass) {
    return Tag.of("circle", cssClass).with("cx", x).with("cy", y).with("r", radius);
  }

  static Tag path(Pen pen, String cssClass) {
    return Tag.of("path", cssClass).with("d", pen.toString());
  }

  /** Text whose place is its start, middle or end, as the class says. */
  static Tag text(double x, double y, String cssClass, String text) {
    return Tag.of("text", cssClass).with("x", x).with("y", y).text(text);
  }

  /** Lines of text under one another, the middle of them at {@code y}. */
  static Markup lines(double x, double y, String cssClass, List<String> lines) {
    double first = y - (lines.size() - 1) * LETTER * 0.55;
    return Markup.of(
        java.util.stream.IntStream.range(0, lines.size())
            .mapToObj(i ->
                text(x, first + i * LETTER * 1.1 + LETTER * 0.35, cssClass, lines.get(i)).markup())
            .toList());
  }

  /**
   * A whisker with end bars, lying along x, on a seam that keeps it apart from what is under it.
   */
  static Markup whisker(double x1, double x2, double y, double halfBar, String cssClass) {
    Pen pen = whisker(x1, x2, y, halfBar);
    return Markup.of(path(pen, "seam").markup(), path(pen, cssClass).markup());
  }

  /** A whisker in a drawing where it may be missing in the next answer. */
  static Markup keyedWhisker(
      double x1, double x2, double y, double halfBar, String cssClass, String key) {
    Pen pen = whisker(x1, x2, y, halfBar);
    return Markup.of(
        path(pen, "seam").key(key + " seam").markup(), path(pen, cssClass).key(key).markup());
  }

  private static Pen whisker(double x1, double x2, double y, double halfBar) {
    return new Pen()
        .move(x1, y)
        .line(x2, y)
        .move(x1, y - halfBar)
        .line(x1, y + halfBar)
        .move(x2, y - halfBar)
        .line(x2, y + halfBar);
  }
}
