package org.plimsoll.app.report.drawing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.text.Lettering;
import org.plimsoll.app.report.text.NumberText;
import org.plimsoll.app.report.text.Unit;

/**
 * Labels on the map: tonnes on the largest flows, then the names of the countries at their ends. A
 * label that finds no free place is left out; the figure's table has every number.
 */
final class MapLabels {
  private static final double[] PLACES = {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74};
  private static final double LINE = 14;

  /** On the arrow, over it, under it. */
  private static final double[] LIFTS = {4, -10, 18, -22, 30};

  private final double width;
  private final double height;
  private final List<Box> taken = new ArrayList<>();
  private final List<Markup> labels = new ArrayList<>();

  private record Box(double left, double top, double right, double bottom) {
    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  private MapLabels(double width, double height) {
    this.width = width;
    this.height = height;
  }

  static Markup of(
      List<MapArrow> arrows, SortedMap<String, String> names, double width, double height) {
    MapLabels labels = new MapLabels(width, height);
    // The ends of the largest flows first: where places are scarce, those names matter most.
    Map<String, MapArrow.Point> ends = new LinkedHashMap<>();
    for (MapArrow arrow : arrows) {
      ends.putIfAbsent(arrow.arrow().from(), arrow.from());
      ends.putIfAbsent(arrow.arrow().to(), arrow.to());
    }
    ends.forEach((code, at) -> labels.name(code, names.getOrDefault(code, code), at));
    arrows.forEach(labels::tonnes);
    return Tag.of("g", "labels").addAll(labels.labels).markup();
  }

  private void name(String code, String name, MapArrow.Point at) {
    double half = Lettering.width(name, Svg.LETTER) / 2;
    double[][] offsets = {{0, -10}, {0, 18}, {half + 10, 4}, {-half - 10, 4}, {0, -24}, {0, 32}};
    for (double[] offset : offsets) {
      if (place(name, at.x() + offset[0], at.y() + offset[1], "name", code)) {
        return;
      }
    }
  }

  private void tonnes(MapArrow arrow) {
    String text = NumberText.of(arrow.arrow().tonnes(), Unit.TONNES, arrow.arrow().grade());
    for (double lift : LIFTS) {
      for (double t : PLACES) {
        MapArrow.Point at = arrow.at(t);
        if (place(text, at.x(), at.y() + lift, "amount", arrow.key())) {
          return;
        }
      }
    }
  }

  private boolean place(String text, double x, double baseline, String cssClass, String key) {
    double half = Lettering.width(text, Svg.LETTER) / 2;
    Box box = new Box(x - half - 2, baseline - LINE + 3, x + half + 2, baseline + 3);
    boolean isInside = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
    if (!isInside || taken.stream().anyMatch(box::meets)) {
      return false;
    }
    taken.add(box);
    labels.add(Svg.text(x, baseline, "mid halo " + cssClass, text).key(key + " label").markup());
    return true;
  }
}
