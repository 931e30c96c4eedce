package org.plimsoll.app.report.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Width;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.provenance.Grade;

class SankeyLayoutTest {
  private static Sankey sankey(double foldBelow, Sankey.Panel... panels) {
    return new Sankey(
        "test",
        List.of("mine", "refined", "use"),
        List.of(panels),
        Unit.TONNES,
        new TreeMap<>(),
        new TreeMap<>(),
        foldBelow);
  }

  private static Sankey.Link link(int stage, String from, String to, double tonnes) {
    return new Sankey.Link(stage, from, to, tonnes, Grade.A);
  }

  /** The tiny world: A mines 80 and B 20; A refines 70 and B 30; A uses 40, B 30, C 30. */
  private static Sankey.Panel tiny() {
    return new Sankey.Panel(
        "base",
        List.of(
            link(0, "AAA", "AAA", 70),
            link(0, "AAA", "BBB", 10),
            link(0, "BBB", "BBB", 20),
            link(1, "AAA", "AAA", 40),
            link(1, "AAA", "BBB", 10),
            link(1, "AAA", "CCC", 20),
            link(1, "BBB", "BBB", 20),
            link(1, "BBB", "CCC", 10)));
  }

  @Test
  void countriesAreAsTallAsTheirTonnes() {
    SankeyLayout layout = sankey(0, tiny()).layouts().getFirst();
    assertEquals(80, layout.find(0, "AAA").orElseThrow().tonnes(), 1e-9);
    assertEquals(30, layout.find(1, "BBB").orElseThrow().tonnes(), 1e-9);
    assertEquals(30, layout.find(2, "CCC").orElseThrow().tonnes(), 1e-9);
    assertEquals(100, layout.total(0), 1e-9);
    // The column of three has two gaps of 5 units: 100 t fill the rest of the panel.
    assertEquals((SankeyDrawing.PANEL_HEIGHT - 10) / 100, layout.scale(), 1e-9);
    assertEquals(0, layout.find(0, "AAA").orElseThrow().y(), 1e-9);
    assertEquals(
        80 * layout.scale() + 5, layout.find(0, "BBB").orElseThrow().y(), 1e-9, "under AAA");
  }

  @Test
  void allPanelsHaveOneScale() {
    Sankey.Panel half =
        new Sankey.Panel("half", List.of(link(0, "AAA", "AAA", 50), link(1, "AAA", "AAA", 50)));
    List<SankeyLayout> layouts = sankey(0, tiny(), half).layouts();
    assertEquals(layouts.get(0).scale(), layouts.get(1).scale());
    assertEquals(
        50 * layouts.get(0).scale(), layouts.get(1).find(1, "AAA").orElseThrow().height(), 1e-9);
  }

  @Test
  void smallCountriesAndTheRestOfTheWorldAreFoldedAndNothingIsLost() {
    Sankey.Panel panel =
        new Sankey.Panel(
            "folded",
            List.of(
                link(0, "AAA", "AAA", 95),
                link(0, "BBB", "AAA", 1),
                link(0, "CCC", "AAA", 2),
                link(0, "ROW", "AAA", 30)));
    SankeyLayout layout = sankey(0.05, panel).layouts().getFirst();
    assertEquals(33, layout.find(0, SankeyFolding.OTHERS).orElseThrow().tonnes(), 1e-9);
    assertTrue(layout.find(0, "BBB").isEmpty() && layout.find(0, "ROW").isEmpty());
    assertEquals(128, layout.find(1, "AAA").orElseThrow().tonnes(), 1e-9);
  }

  @Test
  void aCountryThatIsLargeInOnePanelIsKeptInAll() {
    Sankey.Panel before =
        new Sankey.Panel("before", List.of(link(0, "AAA", "AAA", 60), link(0, "BBB", "AAA", 40)));
    Sankey.Panel after =
        new Sankey.Panel("after", List.of(link(0, "AAA", "AAA", 60), link(0, "BBB", "AAA", 1)));
    List<SankeyLayout> layouts = sankey(0.05, before, after).layouts();
    assertEquals(1, layouts.get(1).find(0, "BBB").orElseThrow().tonnes(), 1e-9);
  }

  /** The tiny world after a change: what is left of A, and a maker D that was not there. */
  private static Sankey.Panel changed(double left, double added) {
    return new Sankey.Panel(
        "changed",
        List.of(
            link(0, "AAA", "AAA", left),
            link(0, "BBB", "BBB", 30),
            link(0, "DDD", "BBB", added),
            link(1, "AAA", "AAA", left),
            link(1, "BBB", "BBB", 30),
            link(1, "BBB", "CCC", added)));
  }

  private static String first(Sankey sankey) {
    return new SankeyDrawing(sankey, Width.PAGE).markup(List.of(0), OptionalInt.empty()).toString();
  }

  @Test
  void nothingOfTheFirstPanelMovesWhenALaterOneChanges() {
    String alone = first(sankey(0.05, tiny(), changed(20, 10)));
    // Smaller, with a maker that outgrows all others, and longer than the first panel.
    assertEquals(alone, first(sankey(0.05, tiny(), changed(10, 5))));
    assertEquals(alone, first(sankey(0.05, tiny(), changed(1, 90))));
    Sankey longer = sankey(0.05, tiny(), changed(90, 60));
    assertEquals(alone, first(longer));
    assertEquals(longer.layouts().get(0).scale(), longer.layouts().get(1).scale());
    assertTrue(longer.layouts().get(1).extent() > SankeyDrawing.PANEL_HEIGHT);
  }

  @ParameterizedTest
  @EnumSource(Width.class)
  void nothingOfTheFirstPanelMovesAtAnyWidth(Width width) {
    String one = firstPanel(sankey(0.05, tiny(), changed(20, 10)), width);
    assertEquals(one, firstPanel(sankey(0.05, tiny(), changed(5, 30)), width));
    assertTrue(one.contains("AAA@0") && one.contains("base"), one);
  }

  /** What is drawn before the second panel begins. */
  private static String firstPanel(Sankey sankey, Width width) {
    String svg = sankey.markup("x", width, new Numbering()).toString();
    int second = svg.indexOf("data-k=\"panel 2\"");
    return svg.substring(svg.indexOf("<g>"), svg.lastIndexOf("<g", second));
  }

  @Test
  void allPanelsKeepTheOrderOfTheFirstAndNewCountriesStandBehind() {
    for (double added : new double[] {10, 90}) {
      SankeyLayout after = sankey(0.05, tiny(), changed(20, added)).layouts().get(1);
      assertEquals(List.of("AAA", "BBB", "DDD"), codes(after, 0), "added " + added);
      assertEquals(List.of("AAA", "BBB"), codes(after, 1));
      assertEquals(List.of("AAA", "BBB", "CCC"), codes(after, 2));
    }
  }

  private static List<String> codes(SankeyLayout layout, int column) {
    return layout.nodes().stream()
        .filter(node -> node.column() == column)
        .sorted(Comparator.comparingDouble(SankeyLayout.Node::y))
        .map(SankeyLayout.Node::code)
        .toList();
  }

  @Test
  void whatGrowsOutOfOthersIsCountedFromWhatItHadInThem() {
    Sankey.Panel before =
        new Sankey.Panel(
            "before",
            List.of(link(0, "AAA", "AAA", 95), link(0, "BBB", "AAA", 2), link(0, "CCC", "AAA", 3)));
    Sankey.Panel after =
        new Sankey.Panel(
            "after",
            List.of(
                link(0, "AAA", "AAA", 80), link(0, "BBB", "AAA", 20), link(0, "CCC", "AAA", 3)));
    List<SankeyLayout> layouts = sankey(0.1, before, after).layouts();
    assertEquals(5, layouts.get(0).find(0, SankeyFolding.OTHERS).orElseThrow().tonnes(), 1e-9);
    assertEquals(2, layouts.get(1).find(0, "BBB").orElseThrow().first(), 1e-9);
    assertEquals(3, layouts.get(1).find(0, SankeyFolding.OTHERS).orElseThrow().first(), 1e-9);
  }

  @Test
  void aPanelFarLongerThanTheFirstMakesAllSmaller() {
    List<SankeyLayout> layouts = sankey(0, tiny(), changed(9000, 90)).layouts();
    assertEquals(2 * SankeyDrawing.PANEL_HEIGHT, layouts.get(1).extent(), 1e-6);
    assertEquals(layouts.get(0).scale(), layouts.get(1).scale());
  }

  @Test
  void aPanelAloneIsDrawnAsItIsAmongAll() {
    Sankey sankey = sankey(0.05, tiny(), changed(20, 40));
    String all = sankey.markup("x", Width.PAGE, new Numbering()).toString();
    String alone = sankey.alone(1).markup("x", Width.PAGE, new Numbering()).toString();
    String bar = "<rect class=\"t5\"";
    assertTrue(all.endsWith(alone.substring(alone.indexOf(bar))), alone);
    assertTrue(alone.contains("changed") && !alone.contains("base"), alone);
  }

  @Test
  void mergedBandsHaveTheWorseGrade() {
    Sankey.Panel panel =
        new Sankey.Panel(
            "grades",
            List.of(
                new Sankey.Link(0, "AAA", "BBB", 5, Grade.A),
                new Sankey.Link(0, "AAA", "BBB", 5, Grade.C)));
    List<SankeyLayout.Ribbon> ribbons = sankey(0, panel).layouts().getFirst().ribbons();
    assertEquals(1, ribbons.size());
    assertEquals(Grade.C, ribbons.getFirst().grade());
  }

  @Test
  void aLinkMustLeaveAStageThatHasANext() {
    Sankey.Panel panel = new Sankey.Panel("bad", List.of(link(2, "AAA", "AAA", 1)));
    assertThrows(IllegalArgumentException.class, () -> sankey(0, panel));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void widthsAreConservedAndNothingOverlaps(int seed) {
    Random random = new Random(seed);
    Sankey sankey = sankey(random.nextDouble() * 0.1, random(random), random(random));
    List<SankeyLayout> layouts = sankey.layouts();
    for (int p = 0; p < layouts.size(); p++) {
      SankeyLayout layout = layouts.get(p);
      for (int stage = 0; stage < 2; stage++) {
        int s = stage;
        double in =
            sankey.panels().get(p).links().stream()
                .filter(l -> l.stage() == s)
                .mapToDouble(Sankey.Link::tonnes)
                .sum();
        double out =
            layout.ribbons().stream()
                .filter(r -> r.stage() == s)
                .mapToDouble(r -> r.width() / layout.scale())
                .sum();
        assertEquals(in, out, 1e-6 * in, "tonnes of stage " + s);
      }
      layout.nodes().forEach(node -> bandsFillTheirCountry(layout, node));
      columnsDoNotOverlap(layout);
      double most = p == 0 ? SankeyDrawing.PANEL_HEIGHT : 2 * SankeyDrawing.PANEL_HEIGHT;
      assertTrue(layout.extent() <= most + 1e-6, "panel " + p + " is " + layout.extent());
    }
  }

  private static Sankey.Panel random(Random random) {
    List<Sankey.Link> links = new ArrayList<>();
    List<String> codes = List.of("AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "ROW");
    for (int stage = 0; stage < 2; stage++) {
      for (String from : codes) {
        for (String to : codes) {
          if (random.nextInt(3) > 0) {
            links.add(link(stage, from, to, StrictMath.exp(random.nextDouble() * 8)));
          }
        }
      }
    }
    return new Sankey.Panel("random", links);
  }

  /** Bands lie side by side from the top of the country, within its height, on both sides. */
  private static void bandsFillTheirCountry(SankeyLayout layout, SankeyLayout.Node node) {
    List<double[]> out =
        layout.ribbons().stream()
            .filter(r -> r.stage() == node.column() && r.from().equals(node.code()))
            .map(r -> new double[] {r.startY(), r.width()})
            .toList();
    List<double[]> in =
        layout.ribbons().stream()
            .filter(r -> r.stage() + 1 == node.column() && r.to().equals(node.code()))
            .map(r -> new double[] {r.endY(), r.width()})
            .toList();
    double tallest = Math.max(sideBySide(out, node), sideBySide(in, node));
    assertEquals(node.height(), tallest, 1e-6, node.toString());
  }

  private static double sideBySide(List<double[]> bands, SankeyLayout.Node node) {
    double y = node.y();
    for (double[] band :
        bands.stream().sorted(Comparator.comparingDouble((double[] b) -> b[0])).toList()) {
      assertEquals(y, band[0], 1e-6, "bands of " + node);
      y += band[1];
    }
    return y - node.y();
  }

  private static void columnsDoNotOverlap(SankeyLayout layout) {
    int column = -1;
    double end = 0;
    for (SankeyLayout.Node node : layout.nodes()) {
      end = node.column() == column ? end : 0;
      column = node.column();
      assertTrue(node.y() >= end - 1e-9, node.toString());
      end = node.y() + node.height();
      assertTrue(end <= layout.extent() + 1e-6, node.toString());
    }
  }
}
