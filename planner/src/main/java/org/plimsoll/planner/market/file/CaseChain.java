package org.plimsoll.planner.market.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.market.CaseArc;
import org.plimsoll.model.market.CaseCurve;
import org.plimsoll.model.market.CaseLever;
import org.plimsoll.model.market.CaseNode;
import org.plimsoll.model.market.CaseProduct;
import org.plimsoll.model.market.CaseResponse;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Place;
import org.plimsoll.model.place.Region;
import org.plimsoll.planner.market.draw.Adjustment;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Demand;
import org.plimsoll.planner.market.rows.Node;
import org.plimsoll.planner.market.rows.ProductFigures;
import org.plimsoll.planner.market.rows.Quota;
import org.plimsoll.planner.market.rows.Response;
import org.plimsoll.planner.market.rows.Sourcing;

/** Numbers the rows of a market file. */
public final class CaseChain {
  private final MarketCase market;
  private final CaseScales scales;
  private final List<CaseProduct> products;
  private final Map<ProductId, Integer> productRow = new HashMap<>();
  private final Chain chain;

  /** By lane: its route in the file; none, if nothing is said of it. */
  private final @Nullable CaseArc[] arcOf;

  private CaseChain(MarketCase market, CaseScales scales) {
    this.market = market;
    this.scales = scales;
    products = market.products().stream().sorted(Comparator.comparing(CaseProduct::id)).toList();
    for (CaseProduct product : products) {
      productRow.put(product.id(), productRow.size());
    }
    TreeSet<Node> makers = new TreeSet<>();
    TreeMap<Node, Double> buyers = new TreeMap<>();
    listNodes(makers, buyers);
    chain =
        new Chain(products.stream().map(this::figures).toList(), makers, buyers.navigableKeySet());
    arcOf = new CaseArc[chain.laneCount()];
    findLanes();
    for (int j = 0; j < chain.buyerCount(); j++) {
      fillBuyer(
          j, buyers.getOrDefault(new Node(chain.buyerProduct[j], chain.buyerCountry[j]), 0.0));
    }
    for (int i = 0; i < chain.makerCount(); i++) {
      chain.makerPrice0[i] = referencePrice(i);
    }
    for (int j = 0; j < chain.buyerCount(); j++) {
      fillLanes(j);
    }
    new CaseBlocks(market, scales, chain, this::row).fill();
  }

  /** The chain of a market file without its measures. */
  static Chain of(MarketCase market) {
    return of(market, market);
  }

  /**
   * The chain of a market file whose measures have moved its curves, in the scales of the file as
   * it stands, so that surplus is counted from the same prices in both.
   */
  static Chain of(MarketCase moved, MarketCase file) {
    return new CaseChain(moved, new CaseScales(file)).chain;
  }

  private int row(ProductId product) {
    return productRow.getOrDefault(product, -1);
  }

  private ProductFigures figures(CaseProduct product) {
    Sourcing sourcing =
        switch (product.sourcing()) {
          case CaseProduct.Sourcing.Homogeneous alike -> Sourcing.Homogeneous.EXACT;
          case CaseProduct.Sourcing.Armington goods -> new Sourcing.Armington(goods.sigma());
          case CaseProduct.Sourcing.SourceShares shares ->
              new Sourcing.SourceShares(shares.sigma());
        };
    return ProductFigures.of(
        product.id(),
        scales.price(product.id()),
        sourcing,
        product.response().value(CaseLever.BUYING_ELASTICITY),
        response(product.response()));
  }

  /** A cut of output moves curves ({@link CaseCapacity#cut}). */
  private static Response response(CaseResponse levers) {
    Adjustment adjustment = Adjustment.ofMonths(levers.value(CaseLever.MONTHS));
    return new Response(
        adjustment.stockShare(levers.value(CaseLever.PRIVATE_STOCK_DAYS)),
        levers.value(CaseLever.PRIVATE_STOCK_ELASTICITY),
        adjustment.hoardingShare(levers.value(CaseLever.PRECAUTIONARY_BUYING)),
        adjustment.leakShare(
            levers.value(CaseLever.LEAK_SHARE), levers.value(CaseLever.LEAK_LAG_MONTHS)),
        levers.value(CaseLever.LEAK_PREMIUM),
        0);
  }

  private void listNodes(Set<Node> makers, Map<Node, Double> buyers) {
    for (CaseNode node : market.nodes()) {
      node.supply().keySet().forEach(id -> makers.add(new Node(row(id), node.place())));
      node.stock().keySet().forEach(id -> makers.add(new Node(row(id), node.place())));
      node.demand()
          .forEach((id, curve) ->
              buyers.put(new Node(row(id), node.place()), scales.quantity(curve, id, false)));
    }
    market
        .activities()
        .forEach(activity -> {
          for (ProductId id : activity.outputs().keySet()) {
            makers.add(new Node(row(id), activity.place()));
          }
          for (ProductId id : activity.inputs().keySet()) {
            buyers.merge(new Node(row(id), activity.place()), scales.quantity(id), Double::sum);
          }
        });
  }

  private void fillBuyer(int j, double quantity) {
    ProductFigures product = chain.products[chain.buyerProduct[j]];
    chain.buyerScale[j] = quantity;
    chain.baseUse[j] = quantity;
    chain.buyerPrice0[j] = product.priceUsdPerTonne();
    chain.finalUse[j] = Demand.NONE;
    chain.choke[j] =
        products.get(chain.buyerProduct[j]).chokePrice().orElse(Double.POSITIVE_INFINITY);
    chain.stockBuild[j] = product.stock(0, 0, product.priceUsdPerTonne());
    chain.privateStock[j] = product.privateStock(0, product.priceUsdPerTonne());
  }

  /** The price that a maker's own curve names, for shares; else the product's usual one. */
  private double referencePrice(int i) {
    ProductFigures product = chain.products[chain.makerProduct[i]];
    if (product.sourcing() instanceof Sourcing.Homogeneous) {
      return product.priceUsdPerTonne();
    }
    for (CaseNode node : market.nodes()) {
      @Nullable CaseCurve curve = node.supply().get(product.id());
      if (node.place().equals(chain.makerCountry[i])
          && curve instanceof CaseCurve.ConstantElasticity power) {
        return power.price();
      }
    }
    return product.priceUsdPerTonne();
  }

  /** Gives each route of the file its lanes; one of a product comes before one of all. */
  private void findLanes() {
    List<CaseArc> arcs = market.arcs().orElse(List.of());
    List<Map<Place, Integer>> makers = rows(chain.makerProduct, chain.makerCountry);
    List<Map<Place, Integer>> buyers = rows(chain.buyerProduct, chain.buyerCountry);
    for (boolean ofOne : new boolean[] {false, true}) {
      for (CaseArc arc : arcs) {
        if (arc.product().isPresent() == ofOne) {
          int first = arc.product().map(this::row).orElse(0);
          int last = ofOne ? first : products.size() - 1;
          for (int k = Math.max(0, first); k <= last; k++) {
            @Nullable Integer i = makers.get(k).get(arc.from());
            @Nullable Integer j = buyers.get(k).get(arc.to());
            if (i != null && j != null) {
              arcOf[chain.lane(i, j)] = arc;
            }
          }
        }
      }
    }
  }

  /** By product: the row of each place. */
  private List<Map<Place, Integer>> rows(int[] product, Place[] place) {
    List<Map<Place, Integer>> rows = new ArrayList<>();
    products.forEach(each -> rows.add(new HashMap<>()));
    for (int row = 0; row < product.length; row++) {
      rows.get(product[row]).put(place[row], row);
    }
    return rows;
  }

  /** The route of a lane: the file's, or, where it lists none or stays at home, one for nothing. */
  private Optional<CaseArc> arc(int lane, Region from, Region to) {
    @Nullable CaseArc own = arcOf[lane];
    if (own != null) {
      return Optional.of(own);
    }
    return market.arcs().isEmpty() || from.equals(to)
        ? Optional.of(CaseArc.of(from, to, 0))
        : Optional.empty();
  }

  private void fillLanes(int j) {
    ProductFigures product = chain.products[chain.buyerProduct[j]];
    Region to = (Region) chain.buyerCountry[j];
    double shares = 0;
    double cheapest = Double.POSITIVE_INFINITY;
    for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
      int i = chain.makerOf(j, lane);
      Region from = (Region) chain.makerCountry[i];
      Optional<CaseArc> arc = arc(lane, from, to);
      chain.passable[lane] = arc.isPresent();
      chain.inside[lane] = from.equals(to);
      chain.freight[lane] = arc.map(CaseArc::cost).orElse(0.0);
      chain.valued[lane] = chain.freight[lane];
      chain.laneCap[lane] = arc.map(CaseArc::capacity).orElse(CaseCurve.UNLIMITED);
      chain.routeSlope[lane] = arc.map(CaseArc::costSlope).orElse(0.0);
      chain.landed0[lane] = chain.makerPrice0[i] + chain.freight[lane];
      boolean isClosed = chain.laneCap[lane] == 0;
      chain.baseShare[lane] =
          isClosed ? 0 : arc.map(CaseArc::share).orElse(OptionalDouble.empty()).orElse(0);
      shares += chain.baseShare[lane];
      if (arc.isPresent()) {
        cheapest = Math.min(cheapest, chain.landed0[lane]);
      }
    }
    if (product.sourcing() instanceof Sourcing.Homogeneous) {
      alike(j, cheapest);
    } else {
      told(j, shares);
    }
  }

  /** Goods alike: routes without slopes of their own, so that a proximal term is needed. */
  private void alike(int j, double cheapest) {
    if (cheapest > 0 && cheapest < Double.POSITIVE_INFINITY) {
      chain.buyerPrice0[j] = cheapest;
    }
    double slope = chain.buyerPrice0[j] / chain.buyerScale[j];
    for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
      chain.proximalSlope[lane] = slope;
      chain.baseShare[lane] = 0;
    }
  }

  /** Goods told apart by origin: what each base share is worth at base prices. */
  private void told(int j, double shares) {
    boolean ofValue =
        chain.products[chain.buyerProduct[j]].sourcing() instanceof Sourcing.Armington;
    double price = 0;
    for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
      chain.passable[lane] = false;
      if (ofValue && chain.baseShare[lane] > 0 && chain.laneCap[lane] < CaseCurve.UNLIMITED) {
        int[] lanes = {lane};
        Quota.Pays rent = new Quota.ExportRent(chain.landed0[lane]);
        chain.routeQuotas.add(new Quota(Quota.NO_MEASURE, lanes, chain.laneCap[lane], rent));
        chain.laneCap[lane] = CaseCurve.UNLIMITED;
      }
      if (chain.baseShare[lane] > 0) {
        chain.baseShare[lane] /= shares;
        price +=
            ofValue
                ? chain.baseShare[lane] / chain.landed0[lane]
                : chain.baseShare[lane] * chain.landed0[lane];
      }
    }
    if (shares > 0) {
      chain.buyerPrice0[j] = ofValue ? 1 / price : price;
    }
    for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
      double perTonne = ofValue ? chain.buyerPrice0[j] / chain.landed0[lane] : 1;
      chain.baseTonnes[lane] = chain.baseShare[lane] * perTonne * chain.buyerScale[j];
    }
  }
}
