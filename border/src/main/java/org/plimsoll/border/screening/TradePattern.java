package org.plimsoll.border.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.border.screening.TradeLane.Goods;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Price;
import org.plimsoll.model.trade.Production;

/** What an importer buys in a year by the pack, as far as it has a code and a price. */
public final class TradePattern {
  /** Tonnes below which a flow is no trade but a trace of balancing. */
  private static final double LEAST_TONNES = 0.1;

  private final List<TradeLane> lanes;

  private TradePattern(List<TradeLane> lanes) {
    this.lanes = List.copyOf(lanes);
  }

  /**
   * The lanes into a country or customs territory.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static TradePattern of(Evidence evidence, String importer) {
    Catalogue catalogue = new Catalogue(evidence);
    SortedMap<ProductId, Goods> goods = new TreeMap<>();
    for (Product product : evidence.products()) {
      findGoods(evidence, catalogue, product).ifPresent(g -> goods.put(product.id(), g));
    }
    SortedMap<ProductId, SortedMap<String, Double>> arriving = new TreeMap<>();
    for (Flow flow : evidence.flows()) {
      boolean isInto = evidence.customsTerritoryOf(flow.importer()).equals(importer);
      boolean isFromOutside = !evidence.customsTerritoryOf(flow.exporter()).equals(importer);
      if (isInto && isFromOutside && !flow.exporter().isAggregate()) {
        arriving
            .computeIfAbsent(flow.product(), p -> new TreeMap<>())
            .merge(flow.exporter().alpha3(), flow.tonnes(), Double::sum);
      }
    }
    List<TradeLane> lanes = new ArrayList<>();
    goods.forEach((id, good) ->
        arriving
            .getOrDefault(id, new TreeMap<>())
            .forEach((origin, tonnes) -> {
              if (tonnes >= LEAST_TONNES) {
                lanes.add(
                    new TradeLane(
                        good,
                        CountryCode.of(origin),
                        tonnes,
                        findHub(evidence, id, importer),
                        findSmallMaker(evidence, id, importer),
                        findCheaper(goods, good)));
              }
            }));
    if (lanes.isEmpty()) {
      throw new IllegalArgumentException(
          "the world has no trade with codes and prices into "
              + importer
              + "\nMaybe name a country or territory of it, such as USA or EU27");
    }
    return new TradePattern(lanes);
  }

  List<TradeLane> lanes() {
    return lanes;
  }

  private static Optional<Goods> findGoods(
      Evidence evidence, Catalogue catalogue, Product product) {
    Optional<Price> price =
        evidence
            .findBasePrice(product.id(), "latest")
            .or(() -> evidence.findBasePrice(product.id(), "base2024"));
    Optional<String> code =
        product.hsCodes().stream()
            .filter(c -> catalogue.findProduct(c, product.basis()).isPresent())
            .findFirst();
    if (price.isEmpty() || code.isEmpty()) {
      return Optional.empty();
    }
    boolean isElement =
        evidence.commodities().stream()
            .filter(c -> c.id().equals(product.id().commodity()))
            .anyMatch(c -> c.symbol().equals(product.basis()));
    double assay =
        switch (product.id().stage()) {
          case "mine" -> 0.5;
          case "oxide", "apt" -> isElement ? 0.8 : 0.98;
          default -> 0.98;
        };
    double width = assay == 0.5 ? 0.1 : 0.015;
    return Optional.of(
        new Goods(product, code.get(), price.get().usdPerTonne().central(), assay, width));
  }

  private static boolean isThird(Evidence evidence, CountryCode country, String importer) {
    return !country.isAggregate() && !evidence.customsTerritoryOf(country).equals(importer);
  }

  private static SortedMap<String, Double> output(Evidence evidence, ProductId product) {
    SortedMap<String, Double> output = new TreeMap<>();
    for (Production made : evidence.productions()) {
      if (made.product().equals(product) && made.tonnes() > 0) {
        output.merge(made.country().alpha3(), made.tonnes(), Double::sum);
      }
    }
    return output;
  }

  private static Optional<CountryCode> findHub(
      Evidence evidence, ProductId product, String importer) {
    SortedMap<String, Double> makers = output(evidence, product);
    SortedMap<String, Double> bought = new TreeMap<>();
    for (Flow flow : evidence.flows()) {
      if (flow.product().equals(product)
          && !makers.containsKey(flow.importer().alpha3())
          && isThird(evidence, flow.importer(), importer)) {
        bought.merge(flow.importer().alpha3(), flow.tonnes(), Double::sum);
      }
    }
    return bought.entrySet().stream()
        .max(Comparator.comparingDouble(java.util.Map.Entry::getValue))
        .map(most -> CountryCode.of(most.getKey()));
  }

  private static Optional<CountryCode> findSmallMaker(
      Evidence evidence, ProductId product, String importer) {
    return output(evidence, product).entrySet().stream()
        .filter(made -> isThird(evidence, CountryCode.of(made.getKey()), importer))
        .min(Comparator.comparingDouble(java.util.Map.Entry::getValue))
        .map(least -> CountryCode.of(least.getKey()));
  }

  private static Optional<Goods> findCheaper(SortedMap<ProductId, Goods> goods, Goods good) {
    return goods.values().stream()
        .filter(other -> Catalogue.isNeighbour(other.product().id(), good.product().id()))
        .filter(other -> !other.code().equals(good.code()))
        .filter(other -> other.usdPerGrossTonne() < good.usdPerGrossTonne())
        .max(Comparator.comparingDouble(Goods::usdPerGrossTonne));
  }
}
