package org.plimsoll.sources.scenario;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.plimsoll.model.commodity.Commodity;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.Tier;
import org.plimsoll.model.evidence.Developments;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.ProductsInUse;
import org.plimsoll.model.evidence.Resilience;
import org.plimsoll.model.place.Country;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.ExportControl;
import org.plimsoll.model.policy.Fact;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.Parameter;

/**
 * A world that has the names which the shipped scenarios use, and no figures: F001 is the contract
 * floor of the United States and MP Materials of 2025-07-10, E020 and E021 are China's measures
 * towards Japan of January 2026.
 */
final class NamesOfTheWorld {
  private static final Provenance MADE_UP =
      new Provenance(Source.parse("names@1#fixture"), Grade.A, Status.ASSUMED, "");

  private NamesOfTheWorld() {}

  static Evidence evidence() {
    List<ProductId> products =
        Stream.of(
                "neodymium-praseodymium: mine oxide metal magnet",
                "dysprosium: mine oxide metal magnet",
                "gallium: refined",
                "alumina: refined",
                "antimony: mine metal oxide",
                "tungsten: mine apt",
                "cobalt: mine refined",
                "graphite: flake anode",
                "silicon: metal")
            .flatMap(NamesOfTheWorld::products)
            .toList();
    return new Evidence(
        LocalDate.of(2026, 11, 24),
        2024,
        List.of(
            new Evidence.Territory(
                "EU27",
                "European Union",
                List.of(CountryCode.of("DEU"), CountryCode.of("FRA"), CountryCode.REST_OF_EU))),
        Stream.of(
                "CHN China",
                "COD DR Congo",
                "DEU Germany",
                "FRA France",
                "JPN Japan",
                "ROW rest of world",
                "USA United States",
                "XEU rest of the European Union")
            .map(NamesOfTheWorld::country)
            .toList(),
        products.stream()
            .map(ProductId::commodity)
            .distinct()
            .map(c -> new Commodity(c, c, "", List.of()))
            .toList(),
        products.stream().map(NamesOfTheWorld::product).toList(),
        List.of(),
        Stream.of("sourcing-elasticity", "capacity-headroom", "new-route-premium")
            .map(name -> new Parameter(name, "*", Interval.exactly(1), "1", MADE_UP))
            .toList(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        ProductsInUse.NONE,
        Resilience.NONE,
        List.of(),
        List.of(control("E020"), control("E021")),
        List.of(),
        List.of(),
        List.of(new Fact("F001", "2025-07-10", "contract floor of 110 USD/kg", "", MADE_UP)),
        List.of(new Evidence.Dataset("names", "nobody", "1", "none", true, "", "")),
        List.of(),
        List.of(),
        List.of(),
        Developments.NONE);
  }

  private static Stream<ProductId> products(String line) {
    List<String> words = Arrays.asList(line.split(":? "));
    return words.subList(1, words.size()).stream()
        .map(stage -> new ProductId(words.getFirst(), stage));
  }

  private static Country country(String line) {
    return new Country(
        CountryCode.of(line.substring(0, 3)),
        line.substring(4),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  private static Product product(ProductId id) {
    Tier tier = id.commodity().equals("silicon") ? Tier.LISTED : Tier.SOLVED;
    return new Product(
        id, id.toString(), tier, "content", List.of(), false, "", OptionalDouble.empty());
  }

  private static ExportControl control(String id) {
    return new ExportControl(
        id,
        "China",
        "2026-01",
        "2026-01",
        "",
        "",
        "",
        "Japan",
        "",
        Optional.empty(),
        List.of(),
        "",
        MADE_UP);
  }
}
