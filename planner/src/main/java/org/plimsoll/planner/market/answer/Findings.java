package org.plimsoll.planner.market.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.Place;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.planner.market.measures.Names;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Quota;
import org.plimsoll.planner.market.rows.Sourcing;
import org.plimsoll.planner.market.rows.Wedges;

/**
 * Finds side effects of a floor, an undertaking or a partial levy in a solved chain.
 *
 * <p>Long because each finding reads the same few sums over the routes into the bloc, and none is
 * of use without the others.
 */
public final class Findings {
  /** Changes below this share are not worth a finding. */
  private static final double NOTICED = 1e-3;

  /** Share of a product's trade that counts as none. */
  private static final double NOTHING = 1e-9;

  /** Relative difference up to which two quantities, or two prices, just meet. */
  private static final double JUST = 1e-6;

  private final BorderMeasure floor;
  private final Names.Coverage coverage;
  private final Tally now;
  private final Tally before;
  private final Chain chain;
  private final int product;
  private final ProductId id;
  private final SortedSet<Place> bloc = new TreeSet<>();

  /** Buyers of the product in the bloc: nobody else's imports are levied. */
  private final int[] inside;

  /** Flow that is none, tonnes. */
  private final double idle;

  private final List<Finding> found = new ArrayList<>();

  private Findings(
      BorderMeasure floor, Names.Coverage coverage, Tally now, Tally before, ProductId id) {
    this.floor = floor;
    this.coverage = coverage;
    this.now = now;
    this.before = before;
    this.id = id;
    chain = now.s.chain;
    product = chain.findProduct(id);
    for (Place country : chain.buyerCountry) {
      if (coverage.hasDestination(country)) {
        bloc.add(country);
      }
    }
    inside =
        IntStream.range(chain.buyerStart[product], chain.buyerStart[product + 1])
            .filter(j -> bloc.contains(chain.buyerCountry[j]))
            .toArray();
    idle = none(product);
  }

  /** Tonnes of a product that are none: in a market file's base it may not be traded at all. */
  private double none(int k) {
    double largest = chain.baseTrade(k);
    for (int j = chain.buyerStart[k]; j < chain.buyerStart[k + 1]; j++) {
      largest = Math.max(largest, chain.buyerScale[j]);
    }
    return NOTHING * largest;
  }

  /** Whether a measure acts on the price at the border, so that there is something to find. */
  public static boolean isAbout(Measure measure) {
    return measure instanceof BorderMeasure.PriceFloor || isPartial(measure);
  }

  private static boolean isPartial(Measure measure) {
    return measure instanceof BorderMeasure.PartialLevy;
  }

  /** Findings about one floor on one product. */
  public static List<Finding> of(
      BorderMeasure floor, Names.Coverage coverage, Tally now, Tally before, ProductId product) {
    Findings findings = new Findings(floor, coverage, now, before, product);
    findings.look();
    return findings.found;
  }

  private void look() {
    double levied = 0;
    double paid = 0;
    double cheapest = Double.POSITIVE_INFINITY;
    double usd = 0;
    boolean keepsOut = false;
    for (int j : inside) {
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        if (isLevied(lane) && !isIdleLane(lane)) {
          levied += now.s.flow(lane);
          paid += now.s.flow(lane) * levy(j, lane);
          cheapest = Math.min(cheapest, reckoned(j, lane));
        } else if (isLevied(lane) && now.s.regime.isOpen(lane)) {
          keepsOut |= levy(j, lane) > 0 && isIdleLane(lane);
        }
        usd = isLevied(lane) ? threshold(lane) : usd;
      }
    }
    if (usd == 0) {
      return;
    }
    // Goods that it keeps out altogether pay nothing, and are missing all the same.
    boolean active = paid > 0 || (keepsOut && levied < cameIn() * (1 - NOTICED));
    if (levied > 0 && !active && cheapest >= usd * (1 - NOTICED)) {
      found.add(new Finding.FloorIdle(floor.id(), id, usd, cheapest));
    }
    if (!isPartial(floor)) {
      breaks(levied, usd);
    }
    if (active) {
      nextStages();
    }
    if (active && !isPartial(floor)) {
      notIdentified();
      splitNotIdentified();
    }
    leaks(usd);
  }

  /** A levy on a part of the gap is not meant to hold a price, so that it cannot fail to. */
  private void breaks(double levied, double usd) {
    double inside = price(now, product, true);
    if (levied == 0 && deliveredInside() <= idle && askedInside() < usd) {
      notHeld(Finding.FloorNotHeld.Reason.ABOVE_CHOKE, usd, askedInside());
    } else if (levied == 0 && inside > 0 && inside < usd) {
      notHeld(Finding.FloorNotHeld.Reason.NO_LEVIED_IMPORTS, usd, inside);
    }
    if (anyUndercuts(usd, (j, lane) -> isLevied(lane))) {
      notHeld(Finding.FloorNotHeld.Reason.BOUND_REACHED, usd, inside);
    }
    if (anyUndercuts(usd, this::isExemptRoute)) {
      notHeld(Finding.FloorNotHeld.Reason.EXEMPT_ORIGIN_UNDERCUTS, usd, inside);
    }
  }

  /** Tonnes that came in from outside before. */
  private double cameIn() {
    return imports(before, product);
  }

  private double deliveredInside() {
    return IntStream.of(inside).mapToDouble(j -> now.delivered[j]).sum();
  }

  /** Where nothing comes: what users would still pay, a mean by the size of their use. */
  private double askedInside() {
    double size = 0;
    double value = 0;
    for (int j : inside) {
      double choke = chain.products[product].lastChoke() * chain.buyerPrice0[j];
      size += chain.buyerScale[j];
      value += chain.buyerScale[j] * Math.min(choke, now.s.buyerPrice[j]);
    }
    return size > 0 ? value / size : Double.POSITIVE_INFINITY;
  }

  private void notHeld(Finding.FloorNotHeld.Reason reason, double usd, double inside) {
    found.add(new Finding.FloorNotHeld(floor.id(), id, reason, usd, inside));
  }

  private boolean isLevied(int lane) {
    Wedges wedges = now.s.regime.wedges;
    String measure =
        isPartial(floor) ? wedges.partial[lane].measure() : wedges.floor[lane].measure();
    return measure.equals(floor.id());
  }

  /** The price below which something is levied. */
  private double threshold(int lane) {
    Wedges wedges = now.s.regime.wedges;
    return isPartial(floor)
        ? wedges.partial[lane].ladder().bands().getFirst().below() * wedges.partial[lane].trigger()
        : wedges.floor[lane].usd();
  }

  private double levy(int j, int lane) {
    return isPartial(floor) ? now.s.partialLevy(j, lane) : now.s.paid(j, lane).floorGap();
  }

  /** The price at the border that is held against the floor, or against the trigger. */
  private double reckoned(int j, int lane) {
    return now.s.customsValue(j, lane)
        + (isPartial(floor)
            ? 0
            : now.s.duty(j, lane) + now.s.premium(j, lane) + now.s.partialLevy(j, lane));
  }

  private boolean isIdleLane(int lane) {
    return !(now.s.flow(lane) > idle);
  }

  private boolean isOutside(Place country) {
    return !bloc.contains(country);
  }

  /** Whether goods land inside below the floor on one of these routes. */
  private boolean anyUndercuts(double usd, BiPredicate<Integer, Integer> isMeant) {
    for (int j : inside) {
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        if (!isIdleLane(lane)
            && isMeant.test(j, lane)
            && now.s.landed(j, lane) < usd * (1 - NOTICED)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a route to a buyer of the bloc is from an exempt country outside it. */
  private boolean isExemptRoute(int j, int lane) {
    Place from = chain.makerCountry[chain.makerOf(j, lane)];
    return isOutside(from) && coverage.exempt().contains(from);
  }

  /** Quantity-weighted delivered price inside or outside; not a number's absence but 0 if none. */
  private double price(Tally tally, int k, boolean inside) {
    double tonnes = 0;
    double value = 0;
    Chain its = tally.s.chain;
    for (int j = its.buyerStart[k]; j < its.buyerStart[k + 1]; j++) {
      if (bloc.contains(its.buyerCountry[j]) == inside) {
        tonnes += tally.delivered[j];
        value += tally.delivered[j] * tally.s.buyerPrice[j];
      }
    }
    return tonnes > 0 ? value / tonnes : 0;
  }

  /** Rise of the price inside over that outside since the market without it. */
  private double rate(int k) {
    double outside = price(now, k, false) / price(before, k, false);
    double inside = price(now, k, true) / price(before, k, true);
    return inside / outside - 1;
  }

  /** Whether the product is bought inside and outside, before and now. */
  private boolean hasPrices(int k) {
    return Stream.of(before, now).allMatch(t -> price(t, k, true) > 0 && price(t, k, false) > 0);
  }

  private double imports(Tally tally, int k) {
    Chain its = tally.s.chain;
    return tally.sum(
        k,
        (j, i) -> bloc.contains(its.buyerCountry[j]) && isOutside(its.makerCountry[i]),
        (j, lane) -> 1);
  }

  private void nextStages() {
    TreeMap<String, Integer> users = new TreeMap<>();
    for (Block block : now.s.regime.blocks) {
      if (takesIt(now, block)) {
        users.putIfAbsent(block.activity(), chain.productOf(block));
      }
    }
    users.forEach(this::protect);
    TreeSet<Integer> outputs = new TreeSet<>(users.values());
    for (int next : outputs) {
      double was = imports(before, next);
      double is = imports(now, next);
      if (is > was * (1 + NOTICED) + none(next)) {
        found.add(new Finding.NextStageImportsRise(floor.id(), chain.products[next].id(), was, is));
      }
    }
  }

  /** Whether it is an activity of the bloc that the product goes into. */
  private boolean takesIt(Tally tally, Block block) {
    int[] products = tally.s.chain.buyerProduct;
    return block.links().role() == Block.Role.ACTIVITY
        && bloc.contains(block.country())
        && IntStream.of(block.links().buyers()).anyMatch(j -> products[j] == product);
  }

  /** The bloc's blocks of an activity; measures may split it, or number it anew. */
  private int[] blocks(Tally tally, String activity) {
    List<Block> all = tally.s.regime.blocks;
    return IntStream.range(0, all.size())
        .filter(b -> takesIt(tally, all.get(b)) && all.get(b).activity().equals(activity))
        .toArray();
  }

  private void protect(String activity, int next) {
    double was = 0;
    double cost = 0;
    double value = 0;
    Chain its = before.s.chain;
    for (int b : blocks(before, activity)) {
      Block.Links links = before.s.regime.blocks.get(b).links();
      double base = before.s.level[b];
      was += base;
      for (int i = 0; i < links.buyers().length; i++) {
        if (its.buyerProduct[links.buyers()[i]] == product) {
          cost += base * links.inputs()[i] * before.s.buyerPrice[links.buyers()[i]];
        }
      }
      for (int o = 0; o < links.makers().length; o++) {
        value += base * links.outputs()[o] * before.s.makerPrice[links.makers()[o]];
      }
    }
    double is = IntStream.of(blocks(now, activity)).mapToDouble(b -> now.s.level[b]).sum();
    if (is < was * (1 - NOTICED)) {
      found.add(new Finding.NextStageShrinks(floor.id(), id, activity, was, is));
    }
    double share = value > 0 ? cost / value : 1;
    if (share < 1 - NOTICED && hasPrices(product) && hasPrices(next)) {
      double in = rate(product);
      double out = rate(next);
      double g = (out - share * in) / (1 - share);
      if (g < -NOTICED) {
        found.add(new Finding.EffectiveProtection(floor.id(), id, activity, g, out, in, share));
      }
    }
  }

  private void leaks(double usd) {
    for (Place partner : coverage.exempt()) {
      if (isOutside(partner)) {
        double sold = sales(now, partner);
        double was = sales(before, partner);
        double bought =
            now.sum(
                product,
                (j, i) ->
                    chain.buyerCountry[j].equals(partner)
                        && !chain.makerCountry[i].equals(partner)
                        && isOutside(chain.makerCountry[i])
                        && !coverage.exempt().contains(chain.makerCountry[i]),
                (j, lane) -> 1);
        double landed = sold > 0 ? landed(partner) / sold : 0;
        if (sold > was * (1 + NOTICED) + idle && bought > idle && landed < usd) {
          found.add(new Finding.LeakyExemption(floor.id(), id, partner, was, sold, bought, landed));
        }
      }
    }
  }

  private double sales(Tally tally, Place partner) {
    Chain its = tally.s.chain;
    return tally.sum(
        product,
        (j, i) -> bloc.contains(its.buyerCountry[j]) && its.makerCountry[i].equals(partner),
        (j, lane) -> 1);
  }

  private double landed(Place partner) {
    return now.sum(
        product,
        (j, i) -> bloc.contains(chain.buyerCountry[j]) && chain.makerCountry[i].equals(partner),
        now.s::landed);
  }

  private void notIdentified() {
    if (!(chain.products[product].sourcing() instanceof Sourcing.Homogeneous alike)) {
      return;
    }
    boolean isExact = alike.equals(Sourcing.Homogeneous.EXACT);
    for (int j : inside) {
      List<Place> origins = new ArrayList<>();
      double dearest = 0;
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        boolean isTold = isExact && chain.routeSlope[lane] > 0;
        if (!isTold && isLevied(lane) && !isIdleLane(lane) && levy(j, lane) > 0) {
          origins.add(chain.makerCountry[chain.makerOf(j, lane)]);
          dearest = Math.max(dearest, reckoned(j, lane));
        }
      }
      if (origins.size() > 1) {
        found.add(
            new Finding.NotIdentified(
                floor.id(),
                id,
                chain.buyerCountry[j],
                origins,
                isExact
                    ? guidedRule(j, dearest)
                    : "origins keep their base flows, each answering by ε = " + alike.epsilon()));
      }
    }
  }

  /**
   * Where a quota or licence of the exporter carries just what is wanted at the floor, its rent may
   * be anything up to the gap, and the levy the rest of it.
   */
  private void splitNotIdentified() {
    for (int j : inside) {
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        double gap = now.s.exportRent[lane] + levy(j, lane);
        if (isLevied(lane) && !isIdleLane(lane) && gap > 0 && isAtFloor(j, lane)) {
          Place origin = chain.makerCountry[chain.makerOf(j, lane)];
          capOn(lane)
              .ifPresent(cap ->
                  found.add(
                      new Finding.GapNotIdentified(
                          floor.id(), id, chain.buyerCountry[j], origin, cap)));
        }
      }
    }
  }

  private boolean isAtFloor(int j, int lane) {
    return levy(j, lane) > 0 || Math.abs(now.s.landed(j, lane) / threshold(lane) - 1) < JUST;
  }

  /** The measure whose cap the lane just meets; empty if there is room, or none. */
  private Optional<String> capOn(int lane) {
    for (int q : now.s.quotasOn(lane)) {
      Quota quota = now.s.regime.quotas.get(q);
      double left = 1 - now.s.quotaCarried[q] / quota.capTonnes();
      if (quota.pays() instanceof Quota.ExportRent && Math.abs(left) < JUST) {
        return Optional.of(quota.measure());
      }
    }
    return Optional.empty();
  }

  /**
   * Of a market file the search takes goods from where they cost least before the levy, wherever
   * the levy alone stands between origins; what a route may carry, or a quota, leaves it to
   * proximal terms.
   *
   * @param dearest cost before the levy of goods that come
   */
  private String guidedRule(int j, double dearest) {
    double least = dearest * (1 - NOTICED);
    for (int lane : now.s.regime.latentLanes[j]) {
      if (isLevied(lane) && reckoned(j, lane) < least) {
        return "nearly the least sum of squares of flows";
      }
    }
    return "what costs least before the levy, and of what costs alike nearly the least sum of"
        + " squares of flows";
  }
}
