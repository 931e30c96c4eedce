package org.plimsoll.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Curves of growth as a picture: a panel each, both axes logarithmic, medians joined by a line, the
 * middle half as a bar. Colours follow the reader's.
 */
final class GrowthPlot {
  private static final int PANEL = 220;
  private static final int PLOT = 150;
  private static final int LEFT = 56;
  private static final int TOP = 34;
  private static final int BOTTOM = TOP + PLOT;

  /** Room between the axis and the first or last size, as a share of the plot. */
  private static final double MARGIN = 0.06;

  private static final String STYLE =
      """
      <title>Milliseconds to solve by routes, countries, stages and years, all axes logarithmic
      </title>
      <style>
      text { fill: #333 } line, path { stroke: #888; fill: none } .grid { stroke: #ddd }
      .bar { stroke: #7aa6d6 } .curve { stroke: #1f5fa8; stroke-width: 1.5 }
      circle { fill: #1f5fa8 }
      @media (prefers-color-scheme: dark) {
      text { fill: #ccc } .grid { stroke: #444 } .bar { stroke: #47688c }
      .curve { stroke: #8cbcf0 } circle { fill: #8cbcf0 } }
      </style>
      """;

  private final StringBuilder svg = new StringBuilder();

  private GrowthPlot() {}

  static String of(List<MarketGrowth.Curve> curves) {
    GrowthPlot plot = new GrowthPlot();
    plot.svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                + " font-family=\"sans-serif\" font-size=\"11\">\n",
            PANEL * curves.size(),
            BOTTOM + 46));
    plot.svg.append(STYLE);
    for (int c = 0; c < curves.size(); c++) {
      plot.panel(curves.get(c), c * PANEL + LEFT);
    }
    return plot.svg.append("</svg>\n").toString();
  }

  private void panel(MarketGrowth.Curve curve, int left) {
    List<MarketGrowth.Point> points = curve.points();
    double low = Math.floor(logarithms(points, MarketGrowth.Point::lower)[0]);
    double[] upper = logarithms(points, MarketGrowth.Point::upper);
    double high = Math.ceil(upper[upper.length - 1]);
    text(left, TOP - 14, "middle", "ms");
    for (double power = low; power <= high; power++) {
      double y = BOTTOM - PLOT * (power - low) / (high - low);
      line("grid", left, left + PLOT, y, y);
      text(left - 5, y + 4, "end", tick(Math.pow(10, power)));
    }
    line("axis", left, left, TOP, BOTTOM);
    line("axis", left, left + PLOT, BOTTOM, BOTTOM);
    double first = Math.log(points.getFirst().size());
    double span = Math.log(points.getLast().size()) - first;
    StringBuilder path = new StringBuilder();
    for (MarketGrowth.Point point : points) {
      double share = (Math.log(point.size()) - first) / span;
      double x = left + PLOT * (MARGIN + (1 - 2 * MARGIN) * share);
      double scale = PLOT / (high - low);
      double y = BOTTOM - scale * (Math.log10(point.median()) - low);
      line(
          "bar",
          x,
          x,
          BOTTOM - scale * (Math.log10(point.lower()) - low),
          BOTTOM - scale * (Math.log10(point.upper()) - low));
      svg.append(String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\"/>\n", x, y));
      text(x, BOTTOM + 15, "middle", size(point.size()));
      path.append(String.format(Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x, y));
    }
    svg.append(String.format(Locale.ROOT, "<path class=\"curve\" d=\"%s\"/>\n", path));
    text(left + PLOT / 2.0, BOTTOM + 33, "middle", curve.axis());
  }

  /** Of a figure of each point, rising. */
  private static double[] logarithms(
      List<MarketGrowth.Point> points, ToDoubleFunction<MarketGrowth.Point> figure) {
    return points.stream().mapToDouble(figure).map(Math::log10).sorted().toArray();
  }

  private static String tick(double value) {
    return value < 1 ? Double.toString(value) : String.format(Locale.ROOT, "%,.0f", value);
  }

  /** 250k for 250,000. */
  private static String size(int value) {
    return value < 1000 ? Integer.toString(value) : value / 1000 + "k";
  }

  private void line(String kind, double x1, double x2, double y1, double y2) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line class=\"%s\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>\n",
            kind,
            x1,
            x2,
            y1,
            y2));
  }

  private void text(double x, double y, String anchor, String words) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n",
            x,
            y,
            anchor,
            words));
  }
}
