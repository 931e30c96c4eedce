package org.plimsoll.sources.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.SupplyMeasure;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Status;

/** What a scenario file means, and that printing it loses nothing. */
final class ScenarioFileTest {
  private static final Evidence WORLD = NamesOfTheWorld.evidence();

  private static final String FLOOR_AND_LICENCE =
      """
      name: floor-and-licence
      title: A floor, and a licence
      asOf: 2026-11-24
      alliance:
        id: core
        members:
          - {country: USA, from: 2026-02-04}
          - {territory: EU27, from: 2026-02-04, until: 2030-01-01}
      measures:
        - {type: priceFloor, products: [neodymium-praseodymium/oxide], usdPerKg: 110, to: [core],
           exempt: [core], status: reported, source: F001}
        - type: exportLicence
          by: CHN
          to: [JPN]
          products: [dysprosium/oxide, gallium/refined]
          share: {low: 0.2, central: 0.5, high: 0.8}
          status: assumed
        - {controls: inForce}
      stockpile: {budgetUsd: 12e9}
      parameters:
        sourcing-elasticity: 2.5
      """;

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @Test
  void theFormOfTheDesignIsRead() {
    Loaded<Optional<Scenario>> loaded = ScenarioFile.parse("f.yaml", FLOOR_AND_LICENCE, WORLD);
    assertEquals(List.of(), loaded.issues());
    Scenario scenario = loaded.value().orElseThrow();
    assertEquals(Scenario.Horizon.ONE_YEAR, scenario.horizon());
    assertEquals("preControl", scenario.priceVintage());
    assertEquals(true, scenario.controlsInForce());
    assertEquals(false, scenario.zeroInternalTariffs());
    assertEquals(12_000_000_000.0, scenario.stockpileBudgetUsd());
    assertEquals(Interval.exactly(2.5), scenario.parameters().get("sourcing-elasticity"));
    assertEquals(
        "[Member[party=USA, from=2026-02-04, until=Optional.empty],"
            + " Member[party=EU27, from=2026-02-04, until=Optional[2030-01-01]]]",
        scenario.alliance().members().toString());

    var floor = (BorderMeasure.PriceFloor) scenario.measures().get(0);
    // 110 USD/kg × 1000 kg/t
    assertEquals(Interval.exactly(110_000), floor.usdPerTonne());
    assertEquals(BorderMeasure.GapGoesTo.IMPORTER, floor.gapGoesTo());
    assertEquals("priceFloor-1", floor.id());
    assertEquals(Parties.UNNAMED, floor.terms().from());
    assertEquals(Status.REPORTED, floor.terms().status());

    var licence = (BorderMeasure.ExportLicence) scenario.measures().get(1);
    assertEquals(new Interval(0.2, 0.5, 0.8), licence.share());
    assertEquals(Parties.of("CHN"), licence.terms().from());
    assertEquals("exportLicence-2", licence.id());
  }

  @Test
  void theCanonicalForm() {
    Scenario scenario =
        ScenarioFile.parse("f.yaml", FLOOR_AND_LICENCE, WORLD).value().orElseThrow();
    assertEquals(
        """
        name: floor-and-licence
        title: A floor, and a licence
        asOf: 2026-11-24
        horizon: one-year
        priceVintage: preControl
        alliance:
          id: core
          internalTariffs: keep
          members:
            - {country: USA, from: 2026-02-04}
            - {territory: EU27, from: 2026-02-04, until: 2030-01-01}
        measures:
          - type: priceFloor
            id: priceFloor-1
            products: [neodymium-praseodymium/oxide]
            to: [core]
            exempt: [core]
            usdPerTonne: 110000
            gapGoesTo: importer
            status: reported
            source: F001
          - type: exportLicence
            id: exportLicence-2
            products: [dysprosium/oxide, gallium/refined]
            by: [CHN]
            to: [JPN]
            share: {low: 0.2, central: 0.5, high: 0.8}
            status: assumed
          - {controls: inForce}
        stockpile: {budgetUsd: 12000000000, aim: emergency}
        parameters:
          sourcing-elasticity: 2.5
        """,
        ScenarioFile.print(scenario));
  }

  @Test
  void byAndFromMeanTheSame() {
    String by = FLOOR_AND_LICENCE;
    String from = by.replace("by: CHN", "from: [CHN]");
    assertEquals(
        ScenarioFile.parse("f.yaml", by, WORLD).value(),
        ScenarioFile.parse("f.yaml", from, WORLD).value());
  }

  @Test
  void everybodyIsWrittenAll() {
    String text = FLOOR_AND_LICENCE.replace("by: CHN", "by: all");
    Scenario scenario = ScenarioFile.parse("f.yaml", text, WORLD).value().orElseThrow();
    assertEquals(Parties.UNNAMED, scenario.measures().get(1).terms().from());
  }

  @Test
  void everyProductIsWrittenAll() {
    String text = FLOOR_AND_LICENCE.replace("[dysprosium/oxide, gallium/refined]", "all");
    Scenario scenario = ScenarioFile.parse("f.yaml", text, WORLD).value().orElseThrow();
    List<ProductId> solved =
        WORLD.products().stream().filter(Product::isSolved).map(Product::id).sorted().toList();
    assertEquals(solved, scenario.measures().get(1).terms().products());
    // Listed products are not among them, and nothing is remarked on them.
    assertEquals(WORLD.products().size() - 1, solved.size());
    assertEquals(List.of(), ScenarioFile.parse("f.yaml", text, WORLD).issues());
  }

  @Test
  void subsidisedSupplyIsACostCut() {
    String text =
        FLOOR_AND_LICENCE
            .replace("exportLicence", "subsidisedSupply")
            .replace("          to: [JPN]\n", "");
    Scenario scenario = ScenarioFile.parse("f.yaml", text, WORLD).value().orElseThrow();
    var cut = (SupplyMeasure.CostCut) scenario.measures().get(1);
    assertEquals(new Interval(0.2, 0.5, 0.8), cut.share());
  }

  @Test
  void aListedProductIsKeptWithARemark() {
    String text = FLOOR_AND_LICENCE.replace("gallium/refined", "silicon/metal");
    Loaded<Optional<Scenario>> loaded = ScenarioFile.parse("f.yaml", text, WORLD);
    assertEquals(true, loaded.value().isPresent());
    assertEquals(
        "f.yaml:15:34: 'silicon/metal' is listed, not solved, so the measure changes no result"
            + " for it",
        loaded.issues().getFirst().toString());
  }

  @Test
  void aScenarioMayHaveNoMeasures() {
    String text = FLOOR_AND_LICENCE.substring(0, FLOOR_AND_LICENCE.indexOf("measures:"));
    Scenario scenario = ScenarioFile.parse("f.yaml", text, WORLD).value().orElseThrow();
    assertEquals(List.of(), scenario.measures());
    assertEquals(false, scenario.controlsInForce());
    assertEquals(0, scenario.stockpileBudgetUsd());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void parseAfterPrintIsTheIdentity(long seed) {
    Scenario scenario = RandomScenario.of(seed);
    String text = ScenarioFile.print(scenario);
    Loaded<Optional<Scenario>> loaded = ScenarioFile.parse("drawn.yaml", text, WORLD);
    assertEquals(List.of(), loaded.issues().stream().filter(i -> i.isError()).toList(), text);
    assertEquals(Optional.of(scenario), loaded.value(), text);
    assertEquals(text, ScenarioFile.print(loaded.value().orElseThrow()));
  }
}
