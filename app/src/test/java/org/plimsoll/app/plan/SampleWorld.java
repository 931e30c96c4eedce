package org.plimsoll.app.plan;

import java.util.List;
import java.util.OptionalDouble;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.Tier;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.place.CountryCode;

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
}
