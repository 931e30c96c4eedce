package org.plimsoll.app.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.app.report.drawing.BarTable;
import org.plimsoll.app.report.drawing.Drawing;
import org.plimsoll.app.report.drawing.IntervalBars;
import org.plimsoll.app.report.drawing.LineChart;
import org.plimsoll.app.report.drawing.PriceLadder;
import org.plimsoll.app.report.drawing.Sankey;
import org.plimsoll.app.report.drawing.WorldMap;
import org.plimsoll.app.report.markup.Group;
import org.plimsoll.app.report.markup.Num;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.markup.Width;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;

/** A script pairs the marks of two answers by their keys. */
class MarkKeysTest {
  private static final Pattern KEYED = Pattern.compile("<(\\w+)([^>]*) data-k=\"([^\"]*)\"");

  private static String html(Drawing drawing) {
    return drawing.markup("x", Width.PAGE, new Numbering()).toString();
  }

  /** The element that each key is on, with its other attributes. */
  private static SortedMap<String, String> marks(Drawing drawing) {
    SortedMap<String, String> marks = new TreeMap<>();
    Matcher matcher = KEYED.matcher(html(drawing));
    while (matcher.find()) {
      String key = String.valueOf(matcher.group(3));
      String before = marks.put(key, matcher.group(1) + " " + matcher.group(2));
      assertEquals(null, before, "two marks of '" + drawing.title() + "' have the key " + key);
    }
    return marks;
  }

  static Stream<Drawing> drawings() {
    return Stream.of(
        DemonstrationFigures.chain(),
        DemonstrationFigures.chain().alone(1),
        DemonstrationFigures.prices(),
        DemonstrationFigures.whoPays(),
        DemonstrationFigures.sensitivities(),
        DemonstrationFigures.portfolio(),
        DemonstrationFigures.reliance(),
        DemonstrationFigures.leverage(),
        DemonstrationFigures.promises(LocalDate.of(2026, 11, 24)),
        map(1),
        lines(1));
  }

  @ParameterizedTest
  @MethodSource("drawings")
  void noKeyIsTwiceInADrawing(Drawing drawing) {
    assertFalse(marks(drawing).isEmpty(), drawing.title());
  }

  private static WorldMap map(double kept) {
    List<WorldMap.Arrow> arrows = new ArrayList<>();
    arrows.add(arrow("CHN", "JPN", 7000 * kept));
    arrows.add(arrow("MYS", "JPN", 3000));
    arrows.add(arrow("SGP", "MYS", 500));
    TreeMap<String, Group> groups = new TreeMap<>();
    groups.put("JPN", Demonstration.MEMBERS);
    return new WorldMap("Flows", groups, arrows, "", Demonstration.names(), 3);
  }

  private static WorldMap.Arrow arrow(String from, String to, double tonnes) {
    return new WorldMap.Arrow(
        from, to, tonnes, OptionalDouble.empty(), Grade.B, Demonstration.EXPORTER);
  }

  private static LineChart lines(double factor) {
    return new LineChart(
        "Prices",
        "months",
        "times the base",
        List.of(line("alliance", 1, 3 * factor, 2 * factor), line("outside", 1, factor, 1)));
  }

  private static LineChart.Line line(String label, double... values) {
    List<LineChart.Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      points.add(new LineChart.Point(i, values[i]));
    }
    return new LineChart.Line(label, Tone.BLUE, false, points);
  }

  private static Sankey chain(double kept) {
    Sankey chain = DemonstrationFigures.chain();
    List<Sankey.Link> after =
        chain.panels().getFirst().links().stream()
            .map(link ->
                link.from().equals("CHN") && link.to().equals("JPN")
                    ? new Sankey.Link(
                        link.stage(), "CHN", "JPN", link.tonnes() * kept, link.grade())
                    : link)
            .toList();
    return new Sankey(
        chain.title(),
        chain.stages(),
        List.of(chain.panels().getFirst(), new Sankey.Panel("Now", after)),
        chain.unit(),
        chain.groups(),
        chain.names(),
        chain.foldBelow());
  }

  private static PriceLadder prices(double factor) {
    return new PriceLadder(
        "Prices",
        List.of(
            new PriceLadder.Ladder(
                "gallium",
                Unit.USD_PER_KG,
                Optional.of(new PriceLadder.Rung(Interval.exactly(500_000), Grade.B)),
                Optional.of(
                    new PriceLadder.Rung(
                        new Interval(500_000 * factor, 600_000 * factor, 800_000 * factor),
                        Grade.B)),
                Optional.empty(),
                List.of(new PriceLadder.Floor(700_000 * factor, Status.PROPOSED)),
                Optional.empty())));
  }

  private static IntervalBars countries(double factor) {
    return new IntervalBars(
        "By country",
        Unit.USD_MILLION,
        IntervalBars.Kind.FROM_ORIGIN,
        0,
        "loses",
        "gains",
        List.of(
            new IntervalBars.Bar("Japan", Interval.exactly(-3e6 * factor), Grade.B),
            new IntervalBars.Bar("China", Interval.exactly(2e6), Grade.B)));
  }

  private static BarTable days(double factor) {
    return new BarTable(
        "Days",
        "product",
        "days",
        "",
        Tone.BLUE,
        List.of(
            new BarTable.Row("gallium", Num.count((int) (40 * factor)), ""),
            new BarTable.Row("antimony", Num.count(15), "")));
  }

  static Stream<List<Drawing>> twoAnswers() {
    return Stream.of(
        List.of(chain(0.9), chain(0.4)),
        List.of(chain(0.9).alone(1), chain(0.4).alone(1)),
        List.of(prices(1), prices(1.3)),
        List.of(countries(1), countries(2)),
        List.of(days(1), days(2)),
        List.of(map(1), map(0.1)),
        List.of(lines(1), lines(2)));
  }

  /** Every mark of one answer is in the other, on the same element; some of them differ. */
  @ParameterizedTest
  @MethodSource("twoAnswers")
  void theSameThingHasTheSameKeyInBothAnswers(List<Drawing> answers) {
    SortedMap<String, String> one = marks(answers.getFirst());
    SortedMap<String, String> other = marks(answers.getLast());
    assertEquals(one.keySet(), other.keySet());
    one.forEach((key, mark) ->
        assertEquals(mark.split(" ", 2)[0], other.getOrDefault(key, "").split(" ", 2)[0], key));
    assertNotEquals(html(answers.getFirst()), html(answers.getLast()));
  }

  @Test
  void whatEndsOrBeginsLeavesAllOtherKeysAsTheyWere() {
    SortedSet<String> all = new TreeSet<>(marks(chain(0.5)).keySet());
    SortedSet<String> stopped = new TreeSet<>(marks(chain(0)).keySet());
    all.removeAll(stopped);
    assertEquals(new TreeSet<>(List.of("2/CHN-JPN@1")), all);
  }

  @Test
  void keysSayCountryAndStage() {
    HashSet<String> keys = new HashSet<>(marks(chain(0.5)).keySet());
    assertTrue(
        keys.containsAll(Arrays.asList("CHN@1", "CHN-JPN@1", "2/CHN@1", "2/CHN-JPN@1", "others@0")),
        keys.toString());
    assertTrue(marks(map(1)).keySet().containsAll(List.of("JPN", "SGP", "CHN-JPN")));
    assertTrue(marks(countries(1)).containsKey("Japan"));
    assertTrue(marks(prices(1)).containsKey("gallium/alliance"));
  }

  @Test
  void theSecondOfANameHasANumber() {
    IntervalBars.Bar bar = new IntervalBars.Bar("Japan", Interval.exactly(1), Grade.B);
    IntervalBars twice = IntervalBars.tornado("t", Unit.NONE, 0, List.of(bar, bar));
    assertEquals(new TreeSet<>(List.of("Japan", "Japan#2")), marks(twice).keySet());
  }
}
