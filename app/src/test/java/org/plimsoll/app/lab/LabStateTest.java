package org.plimsoll.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.policy.BorderMeasure.GapGoesTo;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;

/** A state of the Lab as the query of its address. */
class LabStateTest {
  private static final LabWords WORDS = TinyLab.words();
  private static final List<ProductId> PRODUCTS = List.of(TinyWorld.ORE, TinyWorld.REFINED);
  private static final List<String> MORE =
      List.of(
          "",
          "- {type: tariff, products: [tinium/mine], to: [core], adValorem: 0.1, status: assumed}",
          "- type: stockPurchase\n  products: [tinium/refined]\n  to: [BBB]\n  tonnes: 1\n"
              + "  status: assumed\n  source: \"a caf\u00e9's own & more\"");

  @Test
  void whatIsPrintedIsReadAgain() {
    for (long seed = 0; seed < 1_000; seed++) {
      LabState state = state(new Random(seed));
      Loaded<LabState> read = LabState.parse(state.print(), WORDS);
      String which = "seed " + seed + ": " + state.print();
      assertEquals(List.of(), read.issues(), which);
      assertEquals(state, read.value(), which);
      assertEquals(state.print(), read.value().print(), which);
    }
  }

  static LabState state(Random random) {
    TreeMap<ProductId, Double> floors = new TreeMap<>();
    TreeMap<ProductId, GapGoesTo> gaps = new TreeMap<>();
    TreeMap<LabState.Exports, Double> kept = new TreeMap<>();
    TreeMap<ProductId, Double> released = new TreeMap<>();
    for (ProductId product : PRODUCTS) {
      if (random.nextBoolean()) {
        floors.put(product, number(random, 1e6));
      }
      if (random.nextBoolean()) {
        gaps.put(product, random.nextBoolean() ? GapGoesTo.IMPORTER : GapGoesTo.EXPORTER);
      }
      if (random.nextBoolean()) {
        kept.put(exports(random, product), number(random, 1));
      }
      if (random.nextBoolean()) {
        released.put(product, number(random, 1e10));
      }
    }
    TreeMap<String, Optional<Integer>> built = new TreeMap<>();
    for (String row : WORDS.projects().keySet()) {
      if (random.nextBoolean()) {
        built.put(
            row, random.nextBoolean() ? Optional.of(2000 + random.nextInt(101)) : Optional.empty());
      }
    }
    return new LabState(
        PRODUCTS.get(random.nextInt(2)),
        pick(random, new ArrayList<>(WORDS.scenarios().keySet())),
        floors,
        gaps,
        kept,
        random.nextBoolean() ? new TreeSet<>(List.of("AAA")) : Collections.emptySortedSet(),
        built,
        released,
        random.nextBoolean()
            ? Optional.of(pick(random, LabState.HORIZONS).getValue())
            : Optional.empty(),
        random.nextBoolean() ? Optional.of(pick(random, LabWords.VINTAGES)) : Optional.empty(),
        pick(random, MORE),
        random.nextBoolean() ? Long.toHexString(random.nextLong()) : "");
  }

  private static LabState.Exports exports(Random random, ProductId product) {
    List<String> places = List.of("AAA", "BBB", "CCC", "UNION");
    return new LabState.Exports(
        pick(random, places),
        random.nextBoolean() ? Optional.of(pick(random, places)) : Optional.empty(),
        product);
  }

  /** Short and long decimals, and the ends. */
  private static double number(Random random, double most) {
    return switch (random.nextInt(4)) {
      case 0 -> 0;
      case 1 -> most;
      case 2 -> Math.rint(random.nextDouble() * 100) / 100 * most;
      default -> random.nextDouble() * most;
    };
  }

  private static <T> T pick(Random random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** The order of the keys is the design's, whatever the order in which they were written. */
  @Test
  void keysHaveOneOrder() {
    String query =
        "w=3f2ac1&v=base2024&h=5y&release.tinium/refined=30&build=P001@2028&in=AAA"
            + "&keep.AAA-CCC.tinium/mine=0&keep.AAA.tinium/refined=0.5&gap.tinium/refined=exporter"
            + "&floor.tinium/refined=500&from=tiny&on=tinium/refined";
    Loaded<LabState> read = LabState.parse(query, WORDS);
    assertEquals(List.of(), read.issues());
    assertEquals(
        "on=tinium/refined&from=tiny&floor.tinium/refined=500&gap.tinium/refined=exporter"
            + "&keep.AAA-CCC.tinium/mine=0&keep.AAA.tinium/refined=0.5&in=AAA&build=P001@2028"
            + "&release.tinium/refined=30&h=5y&v=base2024&w=3f2ac1",
        read.value().print());
  }

  /** As browsers write it: an address, per cent signs, an empty field, a box ticked twice. */
  @Test
  void addressesOfFormsAreRead() {
    Loaded<LabState> read =
        LabState.parse(
            "/lab?on=tinium%2Frefined&floor.tinium%2Frefined=12.5&floor.tinium%2Fmine="
                + "&build=P001&build=P002@2028&",
            WORDS);
    assertEquals(List.of(), read.issues());
    assertEquals(
        "on=tinium/refined&from=controlled&floor.tinium/refined=12.5&build=P001.P002@2028",
        read.value().print());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "flor.tinium/refined=5 | no key 'flor' | you meant floor",
        "floor=5 | 'floor' is not a key | floor.PRODUCT",
        "on.x=5 | 'on.x' is not a key | on=",
        "floor.tinium/refind=5 | 'tinium/refind' | you meant tinium/refined",
        "floor.tinium/refined=-5 | '-5' is not a number from 0 to 1000000 | 400",
        "floor.tinium/refined=1e99 | '1e99' | 400",
        "floor.tinium/refined=NaN | 'NaN' | 400",
        "keep.AAA.tinium/refined=1.5 | '1.5' is not a number from 0 to 1 | 0.5",
        "keep.tinium/refined=1 | does not say whose | keep.CHN",
        "keep.AAB.tinium/refined=1 | no country or territory 'AAB' | AAA",
        "keep.AAA-.tinium/refined=1 | does not say whose | keep.CHN",
        "in=BBB | BBB is in the alliance already | outside",
        "in=UNION | UNION is in the alliance already | outside",
        "build=P009 | no project with a capacity 'P009' | P001",
        "build=P003 | project P003, Refinery P003, has no capacity | plimsoll projects",
        "build=P001@soon | 'soon' is not a year | P001@2028",
        "h=2y | no horizon '2y' | 5y",
        "v=lates | no price vintage 'lates' | you meant latest",
        "from=../tiny | no scenario '../tiny' | lab-state.md",
        "from=tinny | no scenario 'tinny' | you meant tiny",
        "w=xyz | not the hash | leave it out",
        "on=%ff | not percent-encoded UTF-8 | without",
        "on=%f | not percent-encoded UTF-8 | without",
        "more=%21%21 | 'more' cannot be read | copy",
        "on=tinium/mine&on=tinium/refined | 'on' stands twice | the first counts"
      })
  void whatCannotBeReadIsNamedAndLeftOut(String query, String problem, String wayOut) {
    Loaded<LabState> read = LabState.parse(query, WORDS);
    assertEquals(1, read.issues().size(), read.issues()::toString);
    Issue issue = read.issues().getFirst();
    assertTrue(issue.problem().contains(problem), issue.problem());
    assertTrue(issue.wayOut().contains(wayOut), issue.wayOut());
    assertTrue(
        List.of("tinium/mine", "tinium/refined").contains(read.value().on().toString()),
        read.value()::print);
    assertTrue(read.value().floors().isEmpty() && read.value().kept().isEmpty());
  }

  /** What could not be printed is no state. */
  @Test
  void aStateHasNothingThatAnAddressCannotSay() {
    LabState bare = LabState.of(TinyWorld.REFINED, "tiny");
    Optional<Scenario.Horizon> sevenMonths = Optional.of(new Scenario.Horizon(7));
    assertThrows(
        IllegalArgumentException.class, () -> with(bare, sevenMonths, Optional.empty(), 1));
    Optional<Scenario.Horizon> own = Optional.empty();
    assertThrows(IllegalArgumentException.class, () -> with(bare, own, Optional.of("base1999"), 1));
    assertThrows(IllegalArgumentException.class, () -> with(bare, own, Optional.empty(), -1));
    assertThrows(
        IllegalArgumentException.class, () -> with(bare, own, Optional.empty(), Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> LabState.of(TinyWorld.ORE, "../tiny"));
  }

  private static LabState with(
      LabState bare, Optional<Scenario.Horizon> time, Optional<String> vintage, double floor) {
    return new LabState(
        bare.on(),
        bare.from(),
        new TreeMap<>(Map.of(TinyWorld.REFINED, floor)),
        bare.gaps(),
        bare.kept(),
        bare.partners(),
        bare.built(),
        bare.released(),
        time,
        vintage,
        "",
        "");
  }

  @Test
  void placesAreColumnsOfTheAddress() {
    Loaded<LabState> read = LabState.parse("/lab?on=tinium/refined&flor=5", WORDS);
    assertEquals("address:1:24", read.issues().getFirst().place().toString());
  }

  @Test
  void aLongAddressIsNotRead() {
    Loaded<LabState> read = LabState.parse("on=" + "x".repeat(10_000), WORDS);
    assertTrue(read.issues().getFirst().problem().contains("at most 8192"));
  }

  /** Faults of measures in words have their line and column there. */
  @Test
  void measuresInWordsHavePlacesOfTheirOwn() {
    String text = "- type: tariff\n  products: [tinium/mine]\n  to: [core]\n  adValorem: much";
    String query = "more=" + PackedText.pack(text).orElseThrow();
    Loaded<LabState> read = LabState.parse(query, WORDS);
    assertTrue(
        read.issues().stream().anyMatch(i -> i.problem().startsWith("more:4:14: ")),
        read.issues()::toString);
    assertEquals("", read.value().more());
  }

  @Test
  void aKeyOfTheScenarioIsNoMeasure() {
    String text =
        "- {type: tariff, products: [tinium/mine], to: [core], adValorem: 0.1, status: assumed}\n"
            + "parameters: {freight-share: 9}";
    Loaded<LabState> read = LabState.parse("more=" + PackedText.pack(text).orElseThrow(), WORDS);
    assertTrue(read.hasErrors());
    assertEquals("", read.value().more());
  }
}
