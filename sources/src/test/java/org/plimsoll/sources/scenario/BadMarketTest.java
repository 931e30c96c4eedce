package org.plimsoll.sources.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.model.market.CaseLever;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;

/** Each fault of a market file is named with its place. */
final class BadMarketTest {
  private static final String GOOD =
      """
      products: [{id: ore}, {id: metal}]
      nodes:
        - {id: here, supply: {ore: {linear: {intercept: 0, slope: 1}}}}
        - {id: there, demand: {metal: {linear: {intercept: 10, slope: -1}}}}
      activities:
        - {id: smelt, node: here, inputs: {ore: 2}, outputs: {metal: 1}}
      arcs:
        - {from: here, to: there, cost: 1}
      alliances: {club: [there]}
      measures:
        - {type: tariff, products: [metal], from: [here], to: [club], adValorem: 0.1}
      """;

  @Test
  void theGoodFileIsRead() {
    Loaded<Optional<MarketCase>> loaded = MarketFile.parse("good.yaml", GOOD);
    assertEquals(List.of(), loaded.issues());
    assertEquals("measures[0]", loaded.value().orElseThrow().measures().getFirst().id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "id: ore} | id: ore, colour: red} | 1:22 | unknown key 'colour' in product",
        "{id: metal} | {id: ore} | 1:28 | two products are called 'ore'",
        "id: here, | name: here, | 3:6 | unknown key 'name' in node",
        "linear: | lineal: | 3:31 | unknown key 'lineal' in curve",
        "slope: 1} | slope: -1} | 3:61 | 'slope' of supply must not be negative",
        "slope: -1} | slope: 1} | 4:65 | 'slope' of demand must not be positive",
        "intercept: 0, | intercept: zero, | 3:51 | 'intercept' must be a number",
        "node: here, | node: hero, | 6:23 | the file has no node 'hero'",
        "linear: {intercept: 10, slope: -1} | inverseLinear: {intercept: 9, slope: -1, cross:"
            + " {there: 1}} | 4:25 | the price of metal at 'there' has a cross term of its own",
        "inputs: {ore: 2} | inputs: {oar: 2} | 6:38 | the file has no product 'oar'",
        "inputs: {ore: 2} | inputs: {ore: 0} | 6:43 | 'ore' must be above 0",
        "from: here, to | from: her, to | 8:12 | the file has no node 'her'",
        "cost: 1} | cost: 1, capacity: -1} | 8:48 | 'capacity' must be at least 0",
        "club: [there] | here: [there] | 9:13 | an alliance and a node are called",
        "type: tariff | type: tarif | 11:12 | there is no type of measure 'tarif'",
        "to: [club] | to: [clubs] | 11:58 | the file has no node or alliance 'clubs'",
        "{id: metal} | {id: metal, response: {leakShere: 1}} | 1:46 | unknown key 'leakShere' in"
            + " response",
        "{id: metal} | {id: metal, response: {leakShare: 1.1}} | 1:57 | 'leakShare' must be at most"
            + " 1",
        "{id: metal} | {id: metal, response: {outputCut: -0.1}} | 1:57 | 'outputCut' must be at"
            + " least 0",
        "{id: metal} | {id: metal, response: {months: 0.5}} | 1:54 | 'months' must be",
        "{id: metal} | {id: metal, response: {privateStockElasticity: 0}} | 1:70 |"
            + " 'privateStockElasticity' must be above 0",
        "{id: metal} | {id: metal, response: 3} | 1:45 | response must be a block of keys",
        "adValorem: 0.1 | floor: 0.1 | 11:65 | unknown key 'floor' in tariff",
      })
  void theFaultIsNamedWithItsPlace(String good, String bad, String place, String problem) {
    Loaded<Optional<MarketCase>> loaded = MarketFile.parse("bad.yaml", GOOD.replace(good, bad));
    assertTrue(loaded.value().isEmpty());
    List<String> found =
        loaded.issues().stream()
            .filter(Issue::isError)
            .map(issue ->
                issue.place().line() + ":" + issue.place().column() + " " + issue.problem())
            .toList();
    assertTrue(
        found.stream().anyMatch(text -> text.startsWith(place + " " + problem)),
        () -> place + " " + problem + " is not in " + found);
    assertTrue(loaded.issues().stream().noneMatch(issue -> issue.wayOut().isEmpty()));
  }

  /** What the file says of all holds where a product says nothing, and not beside what it says. */
  @Test
  void aProductsOwnResponseReplacesThatOfTheFile() {
    String told =
        GOOD.replace("{id: metal}", "{id: metal, response: {months: 3}}")
            .replace("nodes:", "response: {months: 6, leakShare: 0.5}\nnodes:");
    MarketCase market = MarketFile.parse("told.yaml", told).value().orElseThrow();
    assertEquals(
        List.of(
            Map.of(CaseLever.MONTHS, 6.0, CaseLever.LEAK_SHARE, 0.5),
            Map.of(CaseLever.MONTHS, 3.0)),
        market.products().stream().map(product -> product.response().given()).toList());
    assertEquals(0, market.products().getLast().response().value(CaseLever.LEAK_SHARE));
  }

  /** Metal would have to pass through a harbour that has nothing to do with it. */
  @Test
  void goodsDoNotPassThroughANodeThatHasNothingToDoWithThem() {
    String transit =
        GOOD.replace("activities:", "  - {id: harbour}\nactivities:")
            .replace(
                "- {from: here, to: there, cost: 1}",
                "- {from: here, to: harbour, cost: 1}\n  - {from: harbour, to: there, cost: 1}");
    Loaded<Optional<MarketCase>> loaded = MarketFile.parse("transit.yaml", transit);
    assertEquals(
        List.of(
            "'harbour' neither makes nor uses anything, and nothing passes through a node; write"
                + " one arc from 'here' to 'there' at the cost of the whole way"),
        loaded.issues().stream().map(i -> i.problem() + "; " + i.wayOut()).toList());
    assertTrue(loaded.value().isEmpty());
    String told = transit.replace("cost: 1}", "product: metal}");
    assertEquals(1, MarketFile.parse("told.yaml", told).issues().size());
    String used = transit.replace("{id: harbour}", "{id: harbour, stock: {metal: 1}}");
    assertEquals(List.of(), MarketFile.parse("used.yaml", used).issues());
  }

  @Test
  void activitiesThatCapOneAnotherAreRefused() {
    String ring =
        GOOD.replace(
            "outputs: {metal: 1}}",
            """
            outputs: {metal: 1},
                 cappedBy: {activity: next, perUnit: 1}}
              - {id: next, node: here, inputs: {}, outputs: {ore: 1},
                 cappedBy: {activity: smelt, perUnit: 1}}\
            """);
    Loaded<Optional<MarketCase>> loaded = MarketFile.parse("ring.yaml", ring);
    assertEquals(
        List.of("'smelt' is capped by itself by way of 'next'"),
        loaded.issues().stream().map(Issue::problem).toList());
    assertTrue(loaded.value().isEmpty());
  }
}
