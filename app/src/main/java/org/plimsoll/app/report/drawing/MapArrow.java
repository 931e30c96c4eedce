package org.plimsoll.app.report.drawing;

import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Pen;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.model.provenance.Grade;

/**
 * A flow as it is drawn: a curve bent to the left of its direction, so that flows to and fro lie
 * apart, and a head.
 *
 * @param arrow the flow
 * @param key of the flow on its map
 * @param from where it starts
 * @param bend control point of the curve
 * @param to tip of the head
 * @param width of the curve
 */
record MapArrow(WorldMap.Arrow arrow, String key, Point from, Point bend, Point to, double width) {
  private static final double BEND = 0.2;

  /** Half the width of the thinnest outline, so that its edges are two. */
  private static final double THINNEST_OUTLINE = 1.5;

  record Point(double x, double y) {
    Point towards(Point other, double distance) {
      double dx = other.x - x;
      double dy = other.y - y;
      double length = Math.max(1e-9, StrictMath.sqrt(dx * dx + dy * dy));
      return new Point(x + dx / length * distance, y + dy / length * distance);
    }
  }

  static MapArrow of(WorldMap.Arrow arrow, String key, Point from, Point to, double width) {
    double dx = to.x - from.x;
    double dy = to.y - from.y;
    // Kept on the page: a bend above the top edge would cut the arrow.
    double y = Math.max(6, (from.y + to.y) / 2 - dx * BEND);
    Point bend = new Point((from.x + to.x) / 2 + dy * BEND, y);
    return new MapArrow(arrow, key, from, bend, to, width);
  }

  /** A point on the curve, {@code t} from 0 at the start to 1 at the tip. */
  Point at(double t) {
    double a = (1 - t) * (1 - t);
    double b = 2 * t * (1 - t);
    double c = t * t;
    return new Point(a * from.x + b * bend.x + c * to.x, a * from.y + b * bend.y + c * to.y);
  }

  /**
   * The same flow of another answer: its two edges, dashed.
   *
   * @param other what that answer is called
   */
  Markup outline(String other, String tooltip) {
    double half = Math.max(THINNEST_OUTLINE, width / 2);
    // A point on one side, at right angles to the curve, and as far on the other.
    Point start = from.towards(bend, half);
    Point end = to.towards(bend, half);
    double startX = from.y - start.y;
    double startY = start.x - from.x;
    double endX = end.y - to.y;
    double endY = to.x - end.x;
    double bendX = (startX + endX) / 2;
    double bendY = (startY + endY) / 2;
    Pen edges =
        new Pen()
            .move(from.x + startX, from.y + startY)
            .bend(bend.x + bendX, bend.y + bendY, to.x + endX, to.y + endY)
            .line(to.x - endX, to.y - endY)
            .bend(bend.x - bendX, bend.y - bendY, from.x - startX, from.y - startY)
            .close();
    return Svg.path(edges, "ghost " + arrow.group().tone().stroke())
        .key(key + " " + other)
        .add(Tag.of("title").text(tooltip))
        .markup();
  }

  Markup markup(String tooltip) {
    double length = 5 + width * 0.9;
    double half = 2.4 + width * 0.62;
    Point base = to.towards(bend, length);
    double ux = (to.x - base.x) / length;
    double uy = (to.y - base.y) / length;
    Pen head =
        new Pen()
            .move(to.x, to.y)
            .line(base.x - uy * half, base.y + ux * half)
            .line(base.x + uy * half, base.y - ux * half)
            .close();
    Tone tone = arrow.group().tone();
    String dashed = arrow.grade() == Grade.C ? " dashed" : "";
    Pen body = new Pen().move(from.x, from.y).bend(bend.x, bend.y, base.x, base.y);
    return Tag.of("g", "arrow")
        .key(key)
        .add(Tag.of("title").text(tooltip))
        .add(Svg.path(body, "flow " + tone.stroke() + dashed).with("stroke-width", width))
        .add(Svg.path(head, tone.fill()))
        .add(Svg.circle(from.x, from.y, 1.2 + width * 0.3, tone.fill()))
        .markup();
  }
}
