package org.plimsoll.app.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.app.report.drawing.BarTable;
import org.plimsoll.app.report.drawing.Drawing;
import org.plimsoll.app.report.drawing.HeatMap;
import org.plimsoll.app.report.drawing.IntervalBars;
import org.plimsoll.app.report.drawing.LadderDrawing;
import org.plimsoll.app.report.drawing.PriceLadder;
import org.plimsoll.app.report.drawing.Sankey;
import org.plimsoll.app.report.drawing.StackedBars;
import org.plimsoll.app.report.drawing.Svg;
import org.plimsoll.app.report.drawing.Timeline;
import org.plimsoll.app.report.markup.Num;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Origin;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.markup.Width;
import org.plimsoll.app.report.text.Lettering;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;

/** Heat map, price ladder, interval bars and stacked bars, by numbers a person can check. */
class FiguresTest {
  private static String html(Drawing drawing) {
    return drawing.markup("x", Width.PAGE, new Numbering()).toString();
  }

  private static Optional<HeatMap.Cell> cell(double value, Grade grade) {
    return Optional.of(new HeatMap.Cell(value, grade, false, Origin.NONE));
  }

  private static HeatMap matrix() {
    return new HeatMap(
        "Leverage",
        Unit.NONE,
        "exporter",
        List.of("ore", "metal"),
        List.of(
            new HeatMap.Row("AAA", List.of(cell(10, Grade.B), cell(60, Grade.C))),
            new HeatMap.Row("BBB", List.of(Optional.empty(), cell(25, Grade.A)))),
        "not modelled");
  }

  /**
   * A lower bound is said in the cell, in the totals and in the key; a cell leads to its origin.
   */
  @Test
  void aLowerBoundIsSaidAndACellLeadsToItsOrigin() {
    HeatMap map =
        new HeatMap(
            "Leverage",
            Unit.NONE,
            "exporter",
            List.of("ore", "metal"),
            List.of(
                new HeatMap.Row(
                    "AAA",
                    List.of(
                        Optional.of(
                            new HeatMap.Cell(60, Grade.B, true, Origin.derived(List.of("run 1")))),
                        Optional.empty()))),
            "no such trade");
    String html = html(map);
    assertTrue(html.contains("<td class=\"q6\"><a href=\"#how-1\">≥60</a></td>"), html);
    assertTrue(html.contains("<td class=\"total\">≥60</td>"), html);
    assertTrue(html.contains("no such trade"), html);
    assertTrue(map.description().endsWith("AAA, ore: at least 60."), map.description());
    assertTrue(map.key().toString().contains("≥ at least"));
    assertTrue(map.key().toString().contains("no such trade"));
  }

  @Test
  void rowsAndColumnsEndInTheirLargest() {
    String html = html(matrix());
    assertTrue(html.contains("<td class=\"total\">60</td></tr>"), "row AAA: 10 and 60");
    assertTrue(
        html.contains(
            "row\">largest</th><td class=\"total\">10</td><td class=\"total\">60</td>"
                + "<td class=\"total\">60</td>"),
        html);
  }

  @Test
  void cellsAreShadedPriorsMarkedAndGapsSaid() {
    String html = html(matrix());
    assertTrue(html.contains("<td class=\"q6 prior\">≈60</td>"), html);
    assertTrue(html.contains("<td class=\"blank\"><span class=\"unseen\">not modelled</span>"));
    assertTrue(html.contains("<th scope=\"row\">AAA</th>"), html);
    assertTrue(matrix().description().contains("AAA, metal: ≈\u00A060"));
  }

  @Test
  void aMatrixIsRectangularAndFinite() {
    assertThrows(IllegalArgumentException.class, () -> cell(Double.NaN, Grade.A));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new HeatMap(
                "x",
                Unit.NONE,
                "",
                List.of("a", "b"),
                List.of(new HeatMap.Row("r", List.of(cell(1, Grade.A)))),
                "not modelled"));
  }

  private static IntervalBars.Bar bar(String label, double low, double central, double high) {
    return new IntervalBars.Bar(label, new Interval(low, central, high), Grade.B);
  }

  @Test
  void lossesGoLeftInOneColourAndGainsRightInAnother() {
    IntervalBars bars =
        new IntervalBars(
            "Who pays",
            Unit.NONE,
            IntervalBars.Kind.FROM_ORIGIN,
            0,
            "pays",
            "gains",
            List.of(bar("A", -20, -10, -5), bar("B", 5, 10, 20)));
    // The axis runs from −20 to 20 and 4% of 40 further, over the 400 units from 190 to 590:
    // 0 is at 390, and 10 is 400 / 43.2 × 10 = 92.6 away.
    String html = html(bars);
    assertTrue(html.contains("<rect class=\"t1\" x=\"297.4\" y=\"33\" width=\"92.6\""), html);
    assertTrue(html.contains("<rect class=\"t0\" x=\"390\" y=\"63\" width=\"92.6\""), html);
    assertTrue(html.contains("−10 (−20 to −5)"), html);
  }

  @Test
  void aTornadoHasTheWidestBarOnTop() {
    IntervalBars bars =
        IntervalBars.tornado(
            "Moves", Unit.NONE, 3, List.of(bar("narrow", 2.9, 3, 3.1), bar("wide", 1, 3, 5)));
    assertEquals(List.of("wide", "narrow"), bars.bars().stream().map(b -> b.label()).toList());
  }

  private static PriceLadder.Rung rung(double price) {
    return new PriceLadder.Rung(Interval.exactly(price), Grade.B);
  }

  private static PriceLadder ladder(List<PriceLadder.Floor> floors) {
    return new PriceLadder(
        "Prices",
        List.of(
            new PriceLadder.Ladder(
                "tinium",
                Unit.USD_PER_TONNE,
                Optional.of(rung(10_000)),
                Optional.of(rung(15_000)),
                Optional.empty(),
                floors,
                Optional.empty())));
  }

  @Test
  void onlyAReportedFloorIsDrawnSolid() {
    String reported = html(ladder(List.of(new PriceLadder.Floor(15_000, Status.REPORTED))));
    String proposed = html(ladder(List.of(new PriceLadder.Floor(15_000, Status.PROPOSED))));
    assertTrue(reported.contains("class=\"floor\"") && reported.contains("reported floor 15,000"));
    assertTrue(proposed.contains("class=\"floor proposed\""));
    assertTrue(proposed.contains("proposed floor 15,000") && !proposed.contains("reported"));
  }

  @Test
  void aPriceIsAboveNothing() {
    assertThrows(IllegalArgumentException.class, () -> rung(0));
    assertThrows(IllegalArgumentException.class, () -> new PriceLadder.Floor(-1, Status.PROPOSED));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void labelsOfALadderDoNotOverlap(int seed) {
    Random random = new Random(seed);
    double base = 10 + random.nextInt(1000);
    PriceLadder.Ladder ladder =
        new PriceLadder.Ladder(
            "tinium",
            Unit.NONE,
            Optional.of(rung(base)),
            Optional.of(rung(base * (1 + random.nextDouble()))),
            Optional.of(rung(base * (1 - 0.5 * random.nextDouble()))),
            List.of(new PriceLadder.Floor(base * (1 + random.nextDouble()), Status.PROPOSED)),
            Optional.empty());
    String svg =
        new LadderDrawing(ladder, "tinium", LadderDrawing.Frame.of(Width.PAGE)).markup().toString();
    Matcher matcher =
        Pattern.compile(
                "<text class=\"mid small halo\" x=\"([\\d.]+)\" y=\"([\\d.]+)\"[^>]*>([^<]*)<")
            .matcher(svg);
    List<double[]> boxes = new ArrayList<>();
    while (matcher.find()) {
      double half = Lettering.width(String.valueOf(matcher.group(3)), Svg.SMALL) / 2;
      double x = Double.parseDouble(String.valueOf(matcher.group(1)));
      boxes.add(
          new double[] {Double.parseDouble(String.valueOf(matcher.group(2))), x - half, x + half});
    }
    assertEquals(4, boxes.size());
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = 0; j < i; j++) {
        double[] a = boxes.get(i);
        double[] b = boxes.get(j);
        assertTrue(a[0] != b[0] || a[2] < b[1] || b[2] < a[1], svg);
      }
    }
  }

  @Test
  void partsOfABarAreAsWideAsTheirAmounts() {
    StackedBars bars =
        new StackedBars(
            "Stockpile",
            Unit.USD_MILLION,
            List.of(
                new StackedBars.Bar(
                    "budget",
                    List.of(
                        new StackedBars.Part("small", 10e6, Grade.C, "30 days"),
                        new StackedBars.Part("large", 70e6, Grade.B, "")),
                    20e6,
                    "thin market")));
    // 100 m take the 754 units from 150 to 904: the larger part comes first.
    String html = html(bars);
    assertTrue(html.contains("<rect class=\"t0 part\" x=\"150\" y=\"10\" width=\"527.8\""), html);
    assertTrue(html.contains("<rect class=\"h0 part\" x=\"677.8\" y=\"10\" width=\"75.4\""), html);
    assertTrue(html.contains("<rect class=\"hollow\" x=\"753.2\" y=\"10\" width=\"150.8\""), html);
    String key = bars.key().toString();
    assertTrue(key.contains("<b>small</b> ≈\u00A0USD\u00A010\u00A0m, 30 days"), key);
    assertTrue(key.contains("<b>Unspent </b>USD\u00A020\u00A0m: thin market"), key);
  }

  @Test
  void withNothingToDrawADrawingStillSaysWhatItIs() {
    List<Drawing> empty =
        List.of(
            new HeatMap("t", Unit.NONE, "", List.of(), List.of(), "not modelled"),
            IntervalBars.tornado("t", Unit.NONE, 0, List.of()),
            new StackedBars("t", Unit.NONE, List.of(new StackedBars.Bar("b", List.of(), 0, ""))),
            new BarTable("t", "a", "b", "", Tone.BLUE, List.of()),
            new Timeline("t", LocalDate.of(2026, 11, 24), List.of()),
            new PriceLadder("t", List.of()),
            new Sankey(
                "t",
                List.of("mine", "use"),
                List.of(new Sankey.Panel("p", List.of())),
                Unit.TONNES,
                new TreeMap<>(),
                new TreeMap<>(),
                0.02));
    for (Drawing drawing : empty) {
      String html = Figure.of(drawing, "").render(new Numbering()).toString();
      assertTrue(html.contains("<b>Figure 1. </b>t"), drawing.getClass().getSimpleName());
    }
  }

  @Test
  void aBarTableDrawsEachNumberOnOneScale() {
    BarTable table =
        new BarTable(
            "Days",
            "product",
            "days",
            "",
            Tone.BLUE,
            List.of(
                new BarTable.Row("a", Num.count(100), ""),
                new BarTable.Row("b", Num.count(25), "")));
    String html = html(table);
    assertTrue(html.contains("<rect class=\"t0\" x=\"2\" y=\"4\" width=\"236\""), html);
    assertTrue(html.contains("<rect class=\"t0\" x=\"2\" y=\"4\" width=\"59\""), html);
  }
}
