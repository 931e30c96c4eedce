package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.Tier;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.planner.plan.ActionPlan;

/** As much of a world as the page of {@link SamplePlan} asks for. */
final class SampleWorld {
  static final ProductId ORE = ProductId.parse("neodymium-praseodymium/mine");
  static final ProductId OXIDE = ProductId.parse("neodymium-praseodymium/oxide");
  static final ProductId MAGNET = ProductId.parse("neodymium-praseodymium/magnet");
  static final ProductId DYSPROSIUM = ProductId.parse("dysprosium/oxide");
  static final ProductId GALLIUM = ProductId.parse("gallium/refined");
  static final ProductId ANTIMONY = ProductId.parse("antimony/metal");
  static final List<ProductId> PRODUCTS =
      List.of(ORE, OXIDE, MAGNET, DYSPROSIUM, GALLIUM, ANTIMONY);

  private SampleWorld() {}

  static Evidence evidence() {
    Evidence tiny = TinyWorld.evidence();
    return tiny.with(w -> {
      w.territories =
          List.of(
              new Evidence.Territory(
                  "EU27",
                  "European Union",
                  List.of("DEU", "FRA", "EST", "ITA", "ESP", "POL", "SWE", "NLD").stream()
                      .map(CountryCode::of)
                      .toList()));
      w.products =
          List.of(
              product(ORE, "NdPr in concentrate", Tier.SOLVED),
              product(OXIDE, "NdPr oxide", Tier.SOLVED),
              product(MAGNET, "NdFeB magnets", Tier.SOLVED),
              product(DYSPROSIUM, "Dysprosium oxide", Tier.INDICATIVE),
              product(GALLIUM, "Gallium", Tier.SOLVED),
              product(ANTIMONY, "Antimony metal", Tier.INDICATIVE));
      w.datasets =
          List.of(
              new Evidence.Dataset(
                  "made-up-trade",
                  "Nobody",
                  "2026",
                  "none",
                  true,
                  "Nobody (2026), Trade that never was",
                  ""));
    });
  }

  static String name(ProductId id) {
    return evidence().getProduct(id).name();
  }

  private static Product product(ProductId id, String name, Tier tier) {
    return new Product(id, name, tier, "REO", List.of(), false, "drums", OptionalDouble.of(20));
  }

  /** Countries of each customs territory, as a plan has them. */
  static SortedMap<String, List<String>> territories() {
    SortedMap<String, List<String>> territories = new TreeMap<>();
    evidence()
        .territories()
        .forEach(
            t -> territories.put(t.id(), t.members().stream().map(CountryCode::alpha3).toList()));
    return territories;
  }

  /** Every product, and one that is only listed. */
  static List<ActionPlan.Coverage> coverage() {
    List<ActionPlan.Coverage> lines = new ArrayList<>();
    evidence()
        .products()
        .forEach(p ->
            lines.add(
                new ActionPlan.Coverage(
                    p.id(), p.name(), p.tier(), "made up as " + p.tier().word())));
    lines.add(
        new ActionPlan.Coverage(
            ProductId.parse("silicon/metal"), "Silicon metal", Tier.LISTED, "no use by country"));
    return lines;
  }
}
