package org.plimsoll.app.floors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.Selection;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.Membership;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.floors.FloorMarket;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.planner.plan.Planner;
import org.plimsoll.planner.plan.StatusQuo;
import org.plimsoll.planner.study.Bloc;
import org.plimsoll.planner.study.Workers;

/**
 * What floors and reference prices of a product stand on: its chain under a scenario, whose own
 * floors on that chain are taken away.
 *
 * @param scenario with what is in force, its own floors on the chain left out
 * @param bloc the alliance on its date
 * @param leftOut ids of those floors
 * @param market on which floors are tried
 * @param uncontrolled the same market without controls of the register
 */
record FloorGround(
    Evidence evidence,
    ProductId product,
    Scenario scenario,
    Bloc bloc,
    List<String> leftOut,
    FloorMarket market,
    Market uncontrolled) {
  private static final List<String> VINTAGES =
      List.of("base2024", Scenario.PRE_CONTROL, Scenario.LATEST);

  /**
   * The ground of a product.
   *
   * @param word commodity or product
   * @param prices vintage of base prices; that of the scenario if empty
   * @param exempt partners on whose goods no floor is kept
   * @throws Refusal if the world has no such product, market, vintage or partner
   */
  static FloorGround of(
      Evidence evidence,
      Scenario asked,
      String word,
      Optional<String> prices,
      List<String> exempt,
      Workers workers) {
    ProductId product = product(evidence, word);
    prices
        .filter(vintage -> !VINTAGES.contains(vintage))
        .ifPresent(vintage -> {
          throw Refusal.of(
              "there are no prices '" + vintage + "'", "one of " + String.join(", ", VINTAGES));
        });
    Scenario based = prices.map(asked::withPriceVintage).orElse(asked);
    StatusQuo today = Planner.inForce(evidence, based, SolverLimits.USUAL, workers);
    Market all = Market.ofChain(evidence, bare(based), ParameterDraw.central(), product);
    List<ProductId> chain = all.listChain(product);
    List<String> leftOut = new ArrayList<>();
    List<Measure> kept = onChain(today.whole().measures(), chain, leftOut);
    List<Measure> free = onChain(today.withShifts().measures(), chain, new ArrayList<>());
    Bloc bloc = Bloc.of(evidence, based);
    Function<Market, Outcome> solve =
        market -> workers.answers().solve(market, SolverLimits.USUAL, workers.cancelled());
    return new FloorGround(
        evidence,
        product,
        today.whole(),
        bloc,
        leftOut,
        new FloorMarket(
            all.with(kept), bloc.id(), bloc.countries(), partners(evidence, based, exempt), solve),
        all.with(free));
  }

  private static Scenario bare(Scenario scenario) {
    return scenario.withMeasures(List.of());
  }

  /** The one solved product of a word. */
  static ProductId product(Evidence evidence, String word) {
    List<Product> meant = new Selection(evidence).products(word);
    List<Product> solved = meant.stream().filter(Product::isSolved).toList();
    if (solved.isEmpty()) {
      throw Refusal.of(
          meant.getFirst().id() + " has no solved market",
          "name a product of another stage: plimsoll world show "
              + meant.getFirst().id().commodity());
    }
    if (solved.size() > 1) {
      throw Refusal.of(
          "'" + word + "' is several products",
          "you meant "
              + String.join(" or ", solved.stream().map(its -> its.id().toString()).toList()));
    }
    return solved.getFirst().id();
  }

  private static List<Measure> onChain(
      List<Measure> measures, List<ProductId> chain, List<String> leftOut) {
    List<Measure> kept = new ArrayList<>();
    for (Measure measure : measures) {
      List<ProductId> its = measure.terms().products().stream().filter(chain::contains).toList();
      if (its.isEmpty()) {
        continue;
      }
      if (measure instanceof BorderMeasure.PriceFloor) {
        leftOut.add(measure.id());
      } else {
        kept.add(measure);
      }
    }
    return kept;
  }

  private static List<String> partners(Evidence evidence, Scenario scenario, List<String> words) {
    Selection selection = new Selection(evidence);
    Membership membership = new Membership(evidence, List.of(scenario.alliance()), scenario.asOf());
    return words.stream()
        .map(word -> membership.knows(word) ? word : selection.country(word).alpha3())
        .toList();
  }

  /**
   * Stages of the product's own commodity from it on downstream, each what an activity makes first
   * of the one before.
   */
  List<ProductId> downstream() {
    List<ProductId> stages = new ArrayList<>(List.of(product));
    Optional<ProductId> next = next(product, stages);
    while (next.isPresent()) {
      stages.add(next.get());
      next = next(next.get(), stages);
    }
    return stages;
  }

  private Optional<ProductId> next(ProductId stage, List<ProductId> known) {
    return evidence.activities().stream()
        .filter(activity -> activity.inputs().containsKey(stage))
        .map(Activity::primary)
        .filter(made -> made.commodity().equals(product.commodity()) && !known.contains(made))
        .filter(market.market().listProducts()::contains)
        .findFirst();
  }
}
