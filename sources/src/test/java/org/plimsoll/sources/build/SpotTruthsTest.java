package org.plimsoll.sources.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.MaterialBalance;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Production;
import org.plimsoll.model.trade.Use;
import org.plimsoll.sources.GeneratedPage;
import org.plimsoll.sources.pack.Pack;
import org.plimsoll.sources.reconcile.EarnedTier;

/** Facts that everybody in the field knows, looked up in the committed world. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SpotTruthsTest {
  private static final CountryCode CHN = CountryCode.of("CHN");
  private static final CountryCode COD = CountryCode.of("COD");
  private static final CountryCode USA = CountryCode.of("USA");
  private static final ProductId NDPR_OXIDE = ProductId.parse("neodymium-praseodymium/oxide");
  private static final ProductId DY_OXIDE = ProductId.parse("dysprosium/oxide");

  private final Evidence world = readWorld();

  private static Evidence readWorld() {
    Loaded<Evidence> read = Pack.read(GeneratedPage.root().resolve("world"));
    assertFalse(read.hasErrors(), read.issues().toString());
    return read.value();
  }

  /** USGS, Mineral Commodity Summaries 2026. */
  @Test
  void minesOfTheUsgs() {
    assertEquals(226_000, made("cobalt-with-copper", COD));
    assertEquals(270_000, made("rare-earth-mining-all", CHN));
    assertEquals(45_500, made("rare-earth-mining-all", USA));
    assertEquals(1_270_000, made("graphite-mining", CHN));
    assertEquals(67_000, made("tungsten-mining", CHN));
  }

  /** USGS: 839 t of 848 t, 98.9%. */
  @Test
  void nearlyAllPrimaryGalliumIsChinese() {
    double all =
        world.productions().stream()
            .filter(p -> p.activity().equals("gallium-recovery"))
            .mapToDouble(Production::tonnes)
            .sum();
    assertEquals(848, all);
    assertEquals(0.989, made("gallium-recovery", CHN) / all, 5e-4);
  }

  /**
   * IEA 2025 counts 80,805 t of Nd, Pr, Dy and Tb refined in 2024, of which China 73,757 t: 91.3%.
   * Here NdPr oxide weighs 1.177 of its metal and Dy oxide 1.148, Tb is left out, and China
   * separates all dysprosium: (84,226 ÷ 1.177 + 2,463 ÷ 1.148) ÷ (92,417 ÷ 1.177 + 2,463 ÷ 1.148).
   */
  @Test
  void chinaRefinesNineTenthsOfMagnetRareEarths() {
    SortedMap<CountryCode, Double> ndpr = output(NDPR_OXIDE);
    SortedMap<CountryCode, Double> dy = output(DY_OXIDE);
    assertEquals(Set.of(CHN), dy.keySet());
    double elements = sum(ndpr) / 1.177 + sum(dy) / 1.148;
    double chinese = ndpr.getOrDefault(CHN, 0.0) / 1.177 + dy.getOrDefault(CHN, 0.0) / 1.148;
    assertEquals(73_757.0 / 80_805.0, chinese / elements, 0.003);
    assertEquals(80_805, elements, 0.01 * 80_805, "the aggregate is IEA's within a hundredth");
  }

  @Test
  void everySolvedProductBalancesInEveryCountry() {
    for (Product product : world.listSolvedProducts()) {
      ProductId id = product.id();
      SortedMap<CountryCode, Double> made = output(id);
      SortedMap<CountryCode, Double> taken = taken(id);
      double size = sum(made);
      flowSums(id, Flow::exporter)
          .forEach((country, shipped) ->
              assertEquals(
                  made.getOrDefault(country, 0.0), shipped, 1e-9 * size, id + country.alpha3()));
      flowSums(id, Flow::importer)
          .forEach((country, received) ->
              assertEquals(
                  taken.getOrDefault(country, 0.0), received, 1e-9 * size, id + country.alpha3()));
      assertEquals(size, sum(taken), 1e-9 * size, id.toString());
    }
  }

  /** What sanctions and geography forbid, or nobody has ever seen. */
  @Test
  void noFlowIsAbsurd() {
    Set<String> west = new TreeSet<>(Set.of("USA", "JPN", "GBR", "KOR", "CAN", "AUS"));
    world.findTerritory("EU27").orElseThrow().members().forEach(c -> west.add(c.alpha3()));
    Set<String> findings = new TreeSet<>();
    for (Flow flow : world.flows()) {
      String from = flow.exporter().alpha3();
      String to = flow.importer().alpha3();
      boolean forbidden =
          switch (from) {
            case "PRK" -> !to.equals("PRK") && !to.equals("CHN");
            case "CUB" -> to.equals("USA");
            // What customs saw in 2024 was not under sanctions: palladium, titanium, nickel feed.
            case "RUS" -> west.contains(to) && flow.observedTonnes().isEmpty();
            case "CHN" ->
                flow.product().stage().equals("mine")
                    && !to.equals("CHN")
                    && !flow.product().commodity().equals("tungsten")
                    && flow.observedTonnes().isEmpty();
            default ->
                to.equals("COD")
                    && flow.product().commodity().equals("cobalt")
                    && flow.product().stage().equals("mine")
                    && !from.equals("COD");
          };
      // A sample in the post is no trade.
      if (forbidden && flow.tonnes() > 0.01) {
        findings.add(flow.product() + " " + from + " to " + to + " " + flow.tonnes());
      }
    }
    assertEquals(Set.of(), findings);
  }

  /** The rule of tiers in docs/method/reconciliation.md. */
  @Test
  void solvedIsWhatRestsOnPriorsByAThirdAtMost() {
    MaterialBalance balance = MaterialBalance.ofBaseYear(world);
    assertEquals(
        List.of(),
        world.products().stream()
            .filter(p -> EarnedTier.isTooKind(balance, p))
            .map(Product::id)
            .toList());
  }

  @Test
  void theAlliesBuyWhereTheFieldKnowsThatTheyBuy() {
    CountryCode jpn = CountryCode.of("JPN");
    assertEquals(1, share("dysprosium/oxide", jpn, CHN), "nobody else separates it");
    assertTrue(share("neodymium-praseodymium/metal", jpn, CountryCode.of("VNM")) > 0.6);
    // USGS 2026: China 66% of the oxide that the United States imported in 2021 to 2024.
    assertEquals(0.66, share("antimony/oxide", USA, CHN), 0.05);
    assertTrue(share("neodymium-praseodymium/magnet", USA, CHN) > 0.8);
    assertTrue(share("cobalt/mine", CHN, COD) > 0.75);
    // Chinese customs, 2024: about 58,000 t of magnets.
    double magnets =
        world.flows().stream()
            .filter(f -> f.product().stage().equals("magnet") && f.exporter().equals(CHN))
            .filter(f -> !f.importer().equals(CHN))
            .mapToDouble(Flow::tonnes)
            .sum();
    assertEquals(58_000, magnets, 6_000);
  }

  /** The exporter's share in what a country imports. */
  private double share(String product, CountryCode importer, CountryCode exporter) {
    double all = 0;
    double from = 0;
    for (Flow flow : world.flows()) {
      if (flow.product().equals(ProductId.parse(product))
          && flow.importer().equals(importer)
          && !flow.exporter().equals(importer)) {
        all += flow.tonnes();
        from += flow.exporter().equals(exporter) ? flow.tonnes() : 0;
      }
    }
    return from / all;
  }

  /** In either vintage a processor is paid more than its inputs cost. */
  @Test
  void pricesOfStagesAreInOrder() {
    for (Activity activity : world.activities()) {
      if (activity.inputs().isEmpty()) {
        continue;
      }
      for (String vintage : Set.of("base2024", "latest")) {
        double paid = value(activity.outputs(), vintage);
        double cost = value(activity.inputs(), vintage);
        assertTrue(paid > cost, activity.id() + " " + vintage + ": " + paid + " of " + cost);
      }
    }
  }

  private double value(Map<ProductId, Double> amounts, String vintage) {
    double usd = 0;
    for (Map.Entry<ProductId, Double> amount : amounts.entrySet()) {
      usd +=
          amount.getValue()
              * world.findBasePrice(amount.getKey(), vintage).orElseThrow().usdPerTonne().central();
    }
    return usd;
  }

  @Test
  void everyCitedDatasetExistsAndMayBeShipped() {
    Map<String, Evidence.Dataset> datasets = new TreeMap<>();
    world.datasets().forEach(d -> datasets.put(d.id(), d));
    Set<String> findings = new TreeSet<>();
    eachProvenance((what, provenance) -> {
      Evidence.Dataset dataset = datasets.get(provenance.source().dataset());
      if (dataset == null) {
        findings.add(what + " cites " + provenance.source() + ", which is no dataset");
      } else if (!dataset.redistributable()) {
        findings.add(what + " cites " + dataset.id() + ", which may not be shipped");
      } else if (!dataset.edition().equals(provenance.source().edition())) {
        findings.add(what + " cites " + provenance.source() + ", not edition " + dataset.edition());
      }
    });
    assertEquals(Set.of(), findings);
  }

  @Test
  void whatWasReadFromFilesHasTheirHash() {
    Set<String> byHand =
        Set.of(
            "corporate-tax",
            "customs-valuation",
            "disruption-rates",
            "ecb-rates",
            "judgement",
            "project-studies");
    for (Evidence.Dataset dataset : world.datasets()) {
      assertTrue(
          byHand.contains(dataset.id()) || dataset.sha256().matches("[0-9a-f]{64}"),
          dataset.toString());
    }
  }

  private double made(String activity, CountryCode country) {
    return world.productions().stream()
        .filter(p -> p.activity().equals(activity) && p.country().equals(country))
        .mapToDouble(Production::tonnes)
        .sum();
  }

  private SortedMap<CountryCode, Double> output(ProductId product) {
    TreeMap<CountryCode, Double> made = new TreeMap<>();
    for (Production level : world.productions()) {
      Activity activity = world.getActivity(level.activity(), level.country());
      double perUnit = activity.outputs().getOrDefault(product, 0.0);
      if (perUnit > 0) {
        made.merge(level.country(), perUnit * level.tonnes(), Double::sum);
      }
    }
    return made;
  }

  private SortedMap<CountryCode, Double> taken(ProductId product) {
    TreeMap<CountryCode, Double> taken = new TreeMap<>();
    for (Production level : world.productions()) {
      Activity activity = world.getActivity(level.activity(), level.country());
      double perUnit = activity.inputs().getOrDefault(product, 0.0);
      if (perUnit > 0) {
        taken.merge(level.country(), perUnit * level.tonnes(), Double::sum);
      }
    }
    for (Use use : world.uses()) {
      if (use.product().equals(product)) {
        taken.merge(use.country(), use.tonnes(), Double::sum);
      }
    }
    return taken;
  }

  private SortedMap<CountryCode, Double> flowSums(
      ProductId product, java.util.function.Function<Flow, CountryCode> side) {
    TreeMap<CountryCode, Double> sums = new TreeMap<>();
    for (Flow flow : world.flows()) {
      if (flow.product().equals(product)) {
        sums.merge(side.apply(flow), flow.tonnes(), Double::sum);
      }
    }
    return sums;
  }

  private void eachProvenance(BiConsumer<String, Provenance> visitor) {
    world.activities().forEach(a -> visitor.accept("activity " + a.id(), a.provenance()));
    world.parameters().forEach(p -> visitor.accept("parameter " + p.name(), p.provenance()));
    world.productions().forEach(p -> visitor.accept("output of " + p.activity(), p.provenance()));
    world.uses().forEach(u -> visitor.accept("use of " + u.product(), u.provenance()));
    world.flows().forEach(f -> visitor.accept("flow of " + f.product(), f.provenance()));
    world.prices().forEach(p -> visitor.accept("price of " + p.product(), p.provenance()));
    world.duties().forEach(d -> visitor.accept("duty on " + d.product(), d.provenance()));
    world.endUses().forEach(e -> visitor.accept("end use of " + e.commodity(), e.provenance()));
    world.projects().forEach(p -> visitor.accept("project " + p.id(), p.provenance()));
    world.exportControls().forEach(c -> visitor.accept("control " + c.id(), c.provenance()));
    world.commitments().forEach(c -> visitor.accept("commitment " + c.id(), c.provenance()));
    world.partners().forEach(p -> visitor.accept("partner " + p.country(), p.provenance()));
    world.facts().forEach(f -> visitor.accept("fact " + f.id(), f.provenance()));
  }

  private static double sum(SortedMap<CountryCode, Double> tonnes) {
    return tonnes.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
