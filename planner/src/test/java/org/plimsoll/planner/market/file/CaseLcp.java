package org.plimsoll.planner.market.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.market.CaseActivity;
import org.plimsoll.model.market.CaseArc;
import org.plimsoll.model.market.CaseCurve;
import org.plimsoll.model.market.CaseNode;
import org.plimsoll.model.market.CaseProduct;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Region;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Terms;

/**
 * A market of straight lines, without sourcing shares, as a linear complementarity problem: the
 * textbook's conditions written out once more, for {@link Lemke} to solve without rounding.
 *
 * <pre>
 *   π_i   supply + stock + outputs − Σ x ≥ 0      ρ_j   Σ x + unserved − demand − inputs ≥ 0
 *   s_i   c(s) + rent − π ≥ 0                     d_j   ρ − p(d) + rent ≥ 0
 *   x     landed + slope x + rent − ρ ≥ 0         y     c(y) + Σ a ρ − Σ b π + rent ≥ 0
 *   u_j   choke − ρ ≥ 0                           λ     value + duty + λ − floor ≥ 0
 *   ν     quota − Σ x ≥ 0
 * </pre>
 *
 * <p>Long because every condition of a market stands here a second time.
 */
final class CaseLcp {
  /** Far above every price of a random market. */
  private static final double AT_ANY_PRICE = 1e7;

  private final MarketCase market;
  private final List<TreeMap<Integer, BigDecimal>> rows = new ArrayList<>();
  private final List<BigDecimal> constants = new ArrayList<>();

  private final TreeMap<At, Integer> producerPrice = new TreeMap<>();
  private final TreeMap<At, Integer> buyerPrice = new TreeMap<>();
  private final TreeMap<At, Quantity> supply = new TreeMap<>();
  private final TreeMap<At, Quantity> demand = new TreeMap<>();
  private final TreeMap<String, Quantity> level = new TreeMap<>();
  private final TreeMap<String, Integer> quotaRents = new TreeMap<>();

  /** A product at a place. */
  record At(ProductId product, Region place) implements Comparable<At> {
    @Override
    public int compareTo(At other) {
      int byProduct = product.compareTo(other.product);
      return byProduct != 0 ? byProduct : place.compareTo(other.place);
    }
  }

  /**
   * A quantity: a constant and an unknown above it.
   *
   * @param least the constant
   * @param unknown its number; −1 without one
   * @param perPrice what its row is multiplied by, so that nothing need be divided; above 0
   */
  private record Quantity(BigDecimal least, int unknown, BigDecimal perPrice) {
    static Quantity fixed(double quantity) {
      return new Quantity(exact(quantity), -1, BigDecimal.ONE);
    }
  }

  /**
   * The exact answer.
   *
   * @param producerPrice by product and place
   * @param buyerPrice by product and place
   * @param supply by product and place
   * @param demand by product and place, before what goes unserved
   */
  record Answer(
      TreeMap<At, Double> producerPrice,
      TreeMap<At, Double> buyerPrice,
      TreeMap<At, Double> supply,
      TreeMap<At, Double> demand) {}

  private CaseLcp(MarketCase market) {
    this.market = market;
    market.nodes().forEach(this::addNode);
    market.activities().forEach(this::addPricesOf);
    market.nodes().forEach(this::addCurves);
    market.nodes().forEach(this::addCrossTerms);
    market.activities().forEach(this::addActivity);
    market.activities().forEach(this::capByHost);
    addLanes();
  }

  /** How many unknowns the problem has; the work grows with their fourth power and more. */
  static int size(MarketCase market) {
    return new CaseLcp(market).rows.size();
  }

  /** The exact answer; empty if there is none. */
  static Optional<Answer> solve(MarketCase market) {
    CaseLcp lcp = new CaseLcp(market);
    int n = lcp.rows.size();
    BigDecimal[][] m = new BigDecimal[n][n];
    for (int i = 0; i < n; i++) {
      Arrays.fill(m[i], BigDecimal.ZERO);
      BigDecimal[] row = m[i];
      lcp.rows.get(i).forEach((j, value) -> row[j] = value);
    }
    return Lemke.solve(m, lcp.constants.toArray(BigDecimal[]::new)).map(lcp::answer);
  }

  private Answer answer(List<BigDecimal> z) {
    Answer answer = new Answer(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    producerPrice.forEach((at, p) -> answer.producerPrice().put(at, z.get(p).doubleValue()));
    buyerPrice.forEach((at, p) -> answer.buyerPrice().put(at, z.get(p).doubleValue()));
    supply.forEach((at, q) -> answer.supply().put(at, value(q, z)));
    demand.forEach((at, q) -> answer.demand().put(at, value(q, z)));
    return answer;
  }

  private static double value(Quantity quantity, List<BigDecimal> z) {
    BigDecimal more = quantity.unknown < 0 ? BigDecimal.ZERO : z.get(quantity.unknown);
    return quantity.least.add(more).doubleValue();
  }

  private static BigDecimal exact(double value) {
    return BigDecimal.valueOf(value);
  }

  private int unknown(BigDecimal constant) {
    rows.add(new TreeMap<>());
    constants.add(constant);
    return rows.size() - 1;
  }

  private void add(int row, int column, BigDecimal value) {
    rows.get(row).merge(column, value, BigDecimal::add);
  }

  private void addConstant(int row, BigDecimal value) {
    constants.set(row, constants.get(row).add(value));
  }

  private void add(int row, Quantity quantity, BigDecimal perUnit) {
    addConstant(row, quantity.least.multiply(perUnit));
    if (quantity.unknown >= 0) {
      add(row, quantity.unknown, perUnit);
    }
  }

  private int priceOf(Map<At, Integer> prices, At at) {
    return prices.computeIfAbsent(at, key -> unknown(BigDecimal.ZERO));
  }

  private void addNode(CaseNode node) {
    node.supply().keySet().forEach(p -> priceOf(producerPrice, new At(p, node.place())));
    node.stock()
        .forEach((p, tonnes) ->
            addConstant(priceOf(producerPrice, new At(p, node.place())), exact(tonnes)));
    node.demand().keySet().forEach(p -> priceOf(buyerPrice, new At(p, node.place())));
  }

  private void addPricesOf(CaseActivity activity) {
    activity.outputs().keySet().forEach(p -> priceOf(producerPrice, new At(p, activity.place())));
    activity.inputs().keySet().forEach(p -> priceOf(buyerPrice, new At(p, activity.place())));
  }

  private void addCurves(CaseNode node) {
    node.supply()
        .forEach((product, curve) -> {
          At at = new At(product, node.place());
          Quantity made = quantity(curve, 1);
          supply.put(at, made);
          int price = priceOf(producerPrice, at);
          add(price, made, BigDecimal.ONE);
          if (made.unknown >= 0) {
            add(made.unknown, price, made.perPrice.negate());
          }
        });
    node.demand()
        .forEach((product, curve) -> {
          At at = new At(product, node.place());
          Quantity used = quantity(curve, -1);
          demand.put(at, used);
          int price = priceOf(buyerPrice, at);
          add(price, used, BigDecimal.ONE.negate());
          if (used.unknown >= 0) {
            add(used.unknown, price, used.perPrice);
          }
          figures(product)
              .chokePrice()
              .ifPresent(choke -> {
                int unserved = unknown(exact(choke));
                add(unserved, price, BigDecimal.ONE.negate());
                add(price, unserved, BigDecimal.ONE);
              });
        });
  }

  private CaseProduct figures(ProductId product) {
    return market.products().stream().filter(p -> p.id().equals(product)).findFirst().orElseThrow();
  }

  /**
   * The quantity of a curve and the row of its unknown, still without a price.
   *
   * @param sign 1 for supply, −1 for demand
   */
  private Quantity quantity(CaseCurve curve, int sign) {
    return switch (curve) {
      case CaseCurve.Fixed fixed -> Quantity.fixed(fixed.quantity());
      case CaseCurve.Linear line -> {
        double least = Math.max(0, line.min());
        if (line.slope() == 0) {
          yield Quantity.fixed(Math.min(line.max(), Math.max(least, line.intercept())));
        }
        // Supply: (least + t − a)/b − π ≥ 0, times |b|; demand: ρ − (least + t − a)/b, times |b|.
        BigDecimal constant = exact(least).subtract(exact(line.intercept()));
        BigDecimal perPrice = exact(Math.abs(line.slope()));
        yield bounded(exact(least), constant, BigDecimal.ONE, line.max(), perPrice);
      }
      case CaseCurve.InverseLinear line ->
          bounded(
              BigDecimal.ZERO,
              exact(sign * line.intercept()),
              exact(sign * line.slope()),
              line.max(),
              BigDecimal.ONE);
      case CaseCurve.ConstantElasticity power -> throw notStraight(power);
      case CaseCurve.LogBarrier barrier -> throw notStraight(barrier);
    };
  }

  private static IllegalArgumentException notStraight(CaseCurve curve) {
    return new IllegalArgumentException("not a straight line: " + curve);
  }

  /** 0 ≤ t ⊥ constant + slope t + rent ≥ 0, and 0 ≤ rent ⊥ most − least − t ≥ 0. */
  private Quantity bounded(
      BigDecimal least, BigDecimal constant, BigDecimal slope, double most, BigDecimal perPrice) {
    int unknown = unknown(constant);
    add(unknown, unknown, slope);
    if (most < CaseCurve.UNLIMITED) {
      int rent = rent(unknown);
      addConstant(rent, exact(most).subtract(least));
    }
    return new Quantity(least, unknown, perPrice);
  }

  /** The rent of a cap on this unknown; the cap itself is still nothing. */
  private int rent(int unknown) {
    int rent = unknown(BigDecimal.ZERO);
    add(rent, unknown, BigDecimal.ONE.negate());
    add(unknown, rent, BigDecimal.ONE);
    return rent;
  }

  private void addCrossTerms(CaseNode node) {
    node.supply().forEach((product, curve) -> addCrossTerms(product, node, curve, supply, 1));
    node.demand().forEach((product, curve) -> addCrossTerms(product, node, curve, demand, -1));
  }

  private void addCrossTerms(
      ProductId product, CaseNode node, CaseCurve curve, Map<At, Quantity> quantities, int sign) {
    if (curve instanceof CaseCurve.InverseLinear line) {
      int row = found(quantities, new At(product, node.place())).unknown;
      line.cross()
          .forEach((other, slope) ->
              add(row, found(quantities, new At(product, other)), exact(sign * slope)));
    }
  }

  private static <K> Quantity found(Map<K, Quantity> quantities, K key) {
    @Nullable Quantity quantity = quantities.get(key);
    if (quantity == null) {
      throw new IllegalArgumentException("no quantity of " + key);
    }
    return quantity;
  }

  /** A fixed level that a host may cut: a line that is worth running at nearly any loss. */
  private static CaseCurve atAnyPrice(CaseCurve curve) {
    return curve instanceof CaseCurve.Fixed fixed
        ? new CaseCurve.InverseLinear(
            -AT_ANY_PRICE, 0, fixed.quantity(), Collections.emptySortedMap())
        : curve;
  }

  private void addActivity(CaseActivity activity) {
    Quantity run =
        activity
            .level()
            .map(curve -> quantity(activity.cappedBy().isPresent() ? atAnyPrice(curve) : curve, 1))
            .orElseGet(
                () -> new Quantity(BigDecimal.ZERO, unknown(BigDecimal.ZERO), BigDecimal.ONE));
    level.put(activity.id(), run);
    activity
        .outputs()
        .forEach((product, perUnit) -> {
          int price = priceOf(producerPrice, new At(product, activity.place()));
          add(price, run, exact(perUnit));
          if (run.unknown >= 0) {
            add(run.unknown, price, run.perPrice.multiply(exact(-perUnit)));
          }
        });
    activity
        .inputs()
        .forEach((product, perUnit) -> {
          int price = priceOf(buyerPrice, new At(product, activity.place()));
          add(price, run, exact(-perUnit));
          if (run.unknown >= 0) {
            add(run.unknown, price, run.perPrice.multiply(exact(perUnit)));
          }
        });
  }

  private void capByHost(CaseActivity activity) {
    activity
        .cappedBy()
        .ifPresent(cap -> {
          int rent = rent(found(level, activity.id()).unknown);
          add(rent, found(level, cap.activity()), exact(cap.perUnit()));
        });
  }

  private void addLanes() {
    producerPrice.forEach((from, maker) ->
        buyerPrice.forEach((to, buyer) -> {
          if (from.product.equals(to.product)) {
            arc(from, to).ifPresent(arc -> addLane(new Lane(from, to), arc, maker, buyer));
          }
        }));
  }

  /** The arc between two places, if goods may pass; one for the product alone wins. */
  private Optional<CaseArc> arc(At from, At to) {
    Optional<CaseArc> free = Optional.of(CaseArc.of(from.place, to.place, 0));
    if (market.arcs().isEmpty()) {
      return free;
    }
    List<CaseArc> stated =
        market.arcs().get().stream()
            .filter(arc -> arc.from().equals(from.place) && arc.to().equals(to.place))
            .filter(arc -> arc.product().map(from.product::equals).orElse(true))
            .sorted(Comparator.comparingInt(arc -> arc.product().isPresent() ? 0 : 1))
            .toList();
    return !stated.isEmpty()
        ? Optional.of(stated.getFirst())
        : from.place.equals(to.place) ? free : Optional.empty();
  }

  /** A route. */
  private record Lane(At from, At to) {}

  /** What the measures on a route come to: rates added up, the highest floor, quotas. */
  private final class Wedge {
    private BigDecimal exportTax = BigDecimal.ZERO;
    private BigDecimal exportTaxUsd = BigDecimal.ZERO;
    private BigDecimal duty = BigDecimal.ZERO;
    private BigDecimal floor = BigDecimal.ZERO;
    private final List<Integer> quotas = new ArrayList<>();
    private boolean isBanned;

    Wedge(Lane lane) {
      market.measures().stream().filter(m -> covers(m, lane)).forEach(m -> add(m, lane));
    }

    private void add(Measure measure, Lane lane) {
      switch (measure) {
        case BorderMeasure.ExportBan ban -> isBanned = true;
        case BorderMeasure.ExportTax tax -> {
          exportTax = exportTax.add(exact(tax.adValorem().central()));
          exportTaxUsd = exportTaxUsd.add(exact(tax.usdPerTonne().central()));
        }
        case BorderMeasure.Tariff tariff -> duty = duty.add(exact(tariff.adValorem().central()));
        case BorderMeasure.PriceFloor price ->
            floor = floor.max(exact(price.usdPerTonne().central()));
        case BorderMeasure.ExportQuota quota -> quotas.add(quotaRent(quota, lane.from));
        default ->
            throw new IllegalArgumentException("not a measure of straight lines: " + measure);
      }
    }
  }

  private boolean covers(Measure measure, Lane lane) {
    Terms terms = measure.terms();
    return terms.products().contains(lane.from.product)
        && !lane.from.place.equals(lane.to.place)
        && (terms.from().isUnnamed() || names(terms.from(), lane.from.place))
        && (terms.to().isUnnamed() || names(terms.to(), lane.to.place))
        && !names(terms.exempt(), lane.from.place);
  }

  private boolean names(Parties parties, Region place) {
    return parties.ids().stream()
        .anyMatch(id ->
            id.equals(place.id())
                || market.alliances().getOrDefault(id, List.of()).contains(place));
  }

  /** The rent of a quota on what one maker exports: 0 ≤ ν ⊥ quota − Σ x ≥ 0. */
  private int quotaRent(BorderMeasure.ExportQuota quota, At maker) {
    return quotaRents.computeIfAbsent(
        quota.id() + " of " + maker, key -> unknown(exact(quota.tonnesPerYear().central())));
  }

  private void addLane(Lane lane, CaseArc arc, int maker, int buyer) {
    Wedge wedge = new Wedge(lane);
    if (wedge.isBanned) {
      return;
    }
    int flow = unknown(BigDecimal.ZERO);
    add(maker, flow, BigDecimal.ONE.negate());
    add(buyer, flow, BigDecimal.ONE);
    add(flow, buyer, BigDecimal.ONE.negate());
    add(flow, flow, exact(arc.costSlope()));
    if (arc.capacity() < CaseCurve.UNLIMITED) {
      addConstant(rent(flow), exact(arc.capacity()));
    }
    wedge.quotas.forEach(rent -> add(rent, flow, BigDecimal.ONE.negate()));
    addDutyPaid(flow, wedge, arc, maker);
    if (wedge.floor.signum() > 0) {
      int levy = unknown(wedge.floor.negate());
      addDutyPaid(levy, wedge, arc, maker);
      add(levy, levy, BigDecimal.ONE);
      add(flow, levy, BigDecimal.ONE);
    }
  }

  /** (π (1 + export tax) + specific export tax + rents + cost) (1 + duty). */
  private void addDutyPaid(int row, Wedge wedge, CaseArc arc, int maker) {
    BigDecimal dutyPaid = BigDecimal.ONE.add(wedge.duty);
    add(row, maker, BigDecimal.ONE.add(wedge.exportTax).multiply(dutyPaid));
    wedge.quotas.forEach(rent -> add(row, rent, dutyPaid));
    addConstant(row, exact(arc.cost()).add(wedge.exportTaxUsd).multiply(dutyPaid));
  }
}
