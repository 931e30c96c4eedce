package org.plimsoll.app.report.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.app.report.markup.Group;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.markup.Width;
import org.plimsoll.app.report.page.Figure;
import org.plimsoll.model.provenance.Grade;

class WorldMapTest {
  private static WorldMap map(WorldMap.Arrow... arrows) {
    TreeMap<String, Group> groups = new TreeMap<>();
    groups.put("JPN", new Group("members", Tone.BLUE));
    groups.put("MLT", new Group("members", Tone.BLUE));
    groups.put("XEU", new Group("members", Tone.BLUE));
    return new WorldMap(
        "Flows",
        groups,
        List.of(arrows),
        "",
        new TreeMap<>(java.util.Map.of("CHN", "China", "JPN", "Japan")),
        2);
  }

  private static WorldMap.Arrow arrow(String from, String to, double tonnes, Grade grade) {
    return new WorldMap.Arrow(from, to, tonnes, OptionalDouble.empty(), grade, Group.OTHERS);
  }

  private static String svg(WorldMap map) {
    return map.markup("m", Width.PAGE, new Numbering()).toString();
  }

  @Test
  void theResourceIsSmallAndNamesItsSourceAndLicence() throws IOException {
    try (InputStream in = Objects.requireNonNull(WorldMap.class.getResourceAsStream("world.txt"))) {
      byte[] bytes = in.readAllBytes();
      assertTrue(bytes.length < 200_000, "the map has " + bytes.length + " bytes");
      String head = new String(bytes, 0, 600, StandardCharsets.UTF_8);
      assertTrue(head.contains("Natural Earth") && head.contains("public domain"), head);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AUS", "BRA", "CAN", "CHL", "CHN", "COD", "DEU", "EST", "FRA", "GBR", "GIN", "IDN", "IND",
        "JPN", "KAZ", "KOR", "MMR", "MYS", "NOR", "PER", "RUS", "THA", "TUR", "TWN", "UKR", "USA",
        "VNM", "ZAF", "ZMB"
      })
  void largeCountriesHaveAnOutline(String code) {
    assertTrue(Atlas.world().find(code).orElseThrow().hasOutline());
  }

  @ParameterizedTest
  @ValueSource(strings = {"SGP", "HKG", "MLT", "BHR", "MUS", "EU27", "XEU"})
  void smallPlacesAndUnionsHaveAPlace(String code) {
    assertFalse(Atlas.world().find(code).orElseThrow().hasOutline());
  }

  @Test
  void labelsLieOnTheMap() {
    for (Atlas.Shape shape : Atlas.world().listShapes()) {
      assertTrue(shape.x() >= 0 && shape.x() <= 10_000, shape.code());
      assertTrue(shape.y() >= 0 && shape.y() <= Atlas.world().height(), shape.code());
    }
    // East is right and south is down.
    Atlas.Shape japan = Atlas.world().find("JPN").orElseThrow();
    Atlas.Shape australia = Atlas.world().find("AUS").orElseThrow();
    Atlas.Shape chile = Atlas.world().find("CHL").orElseThrow();
    assertTrue(japan.x() > chile.x() && australia.y() > japan.y());
  }

  @Test
  void theNoticeStandsUnderEveryMap() {
    String html = Figure.of(map(), "").render(new Numbering()).toString();
    assertTrue(html.contains("Boundaries from Natural Earth; no position is taken."));
  }

  @Test
  void arrowsAreAsWideAsTheirTonnes() {
    String svg = svg(map(arrow("CHN", "JPN", 1000, Grade.A), arrow("CHN", "USA", 500, Grade.C)));
    assertTrue(svg.contains("class=\"flow s5\" d=\"M"), "grade A is a full line");
    assertTrue(svg.contains("class=\"flow s5 dashed\" d=\"M"), "grade C is dashed");
    assertTrue(svg.contains("stroke-width=\"11\"") && svg.contains("stroke-width=\"5.5\""), svg);
  }

  /** 500 t beside 1,000 t in A: half as wide as the widest, which is in A. */
  @Test
  void flowsOfAAreOutlinedOnTheSameScale() {
    WorldMap alone = map(arrow("CHN", "JPN", 500, Grade.A));
    WorldMap beside =
        new WorldMap(
            alone.title(),
            alone.groups(),
            alone.arrows(),
            "",
            alone.names(),
            2,
            List.of(arrow("CHN", "JPN", 1000, Grade.A), arrow("CHN", "CHN", 9, Grade.A)));
    assertFalse(svg(alone).contains("ghost") || alone.key().toString().contains("outline"));
    String svg = svg(beside);
    assertEquals(1, svg.split("class=\"ghost s5\"", -1).length - 1, svg);
    assertTrue(svg.contains("data-k=\"CHN-JPN A\""), svg);
    assertTrue(svg.contains("<title>A: China to Japan, 1,000"), svg);
    assertTrue(svg.contains("stroke-width=\"5.5\"") && !svg.contains("stroke-width=\"11\""), svg);
    assertTrue(beside.key().toString().contains("outline: A"));
    assertTrue(beside.key().toString().contains("the widest 1,000"), beside.key().toString());
    assertEquals(2, beside.numbers().orElseThrow().rows().size());
  }

  /** The edges of an outline are as far apart as its flow is wide. */
  @Test
  void anOutlineIsAsWideAsItsFlow() {
    MapArrow.Point west = new MapArrow.Point(100, 200);
    MapArrow.Point east = new MapArrow.Point(500, 200);
    String path =
        MapArrow.of(arrow("AAA", "BBB", 1, Grade.A), "AAA-BBB", west, east, 10)
            .outline("A", "")
            .toString();
    java.util.regex.Matcher ends =
        java.util.regex.Pattern.compile("M([0-9.]+) ([0-9.]+)Q.* ([0-9.]+) ([0-9.]+)Z")
            .matcher(path);
    assertTrue(ends.find(), path);
    double dx = Double.parseDouble(ends.group(1)) - Double.parseDouble(ends.group(3));
    double dy = Double.parseDouble(ends.group(2)) - Double.parseDouble(ends.group(4));
    assertEquals(10, Math.sqrt(dx * dx + dy * dy), 0.1);
  }

  @Test
  void useAtHomeIsLeftOutAndWhatHasNoPlaceIsCounted() {
    WorldMap map =
        map(
            arrow("CHN", "CHN", 900, Grade.A),
            arrow("CHN", "JPN", 100, Grade.A),
            arrow("CHN", "ROW", 40, Grade.C),
            arrow("ROW", "JPN", 2, Grade.C));
    assertEquals(3, map.arrows().size());
    assertTrue(map.key().toString().contains("not on the map: 42\u00A0t"), map.key().toString());
    assertEquals(1, svg(map).split("<g class=\"arrow\"", -1).length - 1);
    assertEquals(3, map.numbers().orElseThrow().rows().size());
  }

  @Test
  void countriesAreColouredByGroupAndSmallOnesAreDots() {
    String svg = svg(map());
    assertTrue(svg.contains("<use class=\"l0\" href=\"#land-JPN\" data-k=\"JPN\"/>"), svg);
    assertTrue(svg.contains("<use href=\"#world\"/>") && !svg.contains("#land-BRA"), svg);
    assertEquals(1, svg.split("<circle class=\"l0 edge\"", -1).length - 1, "Malta, not XEU");
    assertEquals(
        "World map. members: Japan, MLT, XEU.",
        map().description(),
        "a code without a name is written");
  }

  @Test
  void flowsToAndFroLieApart() {
    MapArrow.Point west = new MapArrow.Point(100, 200);
    MapArrow.Point east = new MapArrow.Point(500, 200);
    MapArrow there = MapArrow.of(arrow("AAA", "BBB", 1, Grade.A), "AAA-BBB", west, east, 2);
    MapArrow back = MapArrow.of(arrow("BBB", "AAA", 1, Grade.A), "BBB-AAA", east, west, 2);
    // A fifth of 400 to the left of the direction, and half of that where the curve is highest.
    assertEquals(160, there.at(0.5).y(), 1e-9);
    assertEquals(240, back.at(0.5).y(), 1e-9);
    assertEquals(west, there.at(0));
    assertEquals(east, there.at(1));
  }

  @Test
  void aFlowOfNothingIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> arrow("CHN", "JPN", 0, Grade.A));
    assertThrows(IllegalArgumentException.class, () -> arrow("CHN", "JPN", Double.NaN, Grade.A));
  }
}
