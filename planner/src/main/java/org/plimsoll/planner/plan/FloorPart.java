package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.Price;
import org.plimsoll.planner.floors.FloorRule;
import org.plimsoll.planner.market.answer.Finding;
import org.plimsoll.planner.risk.Region;

/** Floors, reported and proposed, each tested alone at both price vintages. */
final class FloorPart {
  private static final double NOTHING = 1e-6;

  private final Evidence evidence;
  private final Bloc bloc;
  private final List<Vintage> vintages;

  /**
   * A price vintage and its runs.
   *
   * @param name {@code base2024} or {@code latest}
   * @param ensemble on that base
   */
  record Vintage(String name, Ensemble ensemble) {}

  FloorPart(Evidence evidence, Bloc bloc, List<Vintage> vintages) {
    this.evidence = evidence;
    this.bloc = bloc;
    this.vintages = List.copyOf(vintages);
  }

  List<ActionPlan.Floor> floors(List<FloorRule.Proposal> proposals) {
    List<ActionPlan.Floor> floors = new ArrayList<>();
    for (FloorRule.Proposal proposal : proposals) {
      List<ActionPlan.FloorAt> at = new ArrayList<>();
      for (Vintage vintage : vintages) {
        at.add(at(proposal, vintage));
      }
      Interval price = proposal.measure().usdPerTonne();
      floors.add(
          new ActionPlan.Floor(
              proposal.product(),
              LeveragePart.nameOf(evidence, proposal.product()),
              proposal.measure().terms().status(),
              proposal.measure().terms().source(),
              price(proposal, price),
              proposal
                  .measure()
                  .boundUsdPerTonne()
                  .map(bound -> price(proposal, Interval.exactly(bound))),
              proposal.measure().gapGoesTo(),
              proposal.incentive().map(p -> Figure.read(p.usdPerTonne(), "USD/t", p.provenance())),
              at));
    }
    return floors;
  }

  private Figure price(FloorRule.Proposal proposal, Interval price) {
    return proposal.isReported()
        ? Figure.derived(
            price,
            "USD/t",
            org.plimsoll.model.provenance.Grade.B,
            List.of("register row " + proposal.measure().terms().source()))
        : Figure.derived(
            price,
            "USD/t",
            org.plimsoll.model.provenance.Grade.C,
            List.of(proposal.measure().terms().source(), "docs/method/floors.md"));
  }

  private ActionPlan.FloorAt at(FloorRule.Proposal proposal, Vintage vintage) {
    ProductId product = proposal.product();
    List<Measure> floor = List.of(proposal.measure());
    Ensemble ensemble = vintage.ensemble();
    Runs central = ensemble.central();
    Solved held = central.also(floor);
    Price base = evidence.findBasePrice(product, vintage.name()).orElseThrow();
    String run = "floor on " + product + " at prices " + vintage.name();
    List<ActionPlan.CountryFigure> cost = new ArrayList<>();
    for (Region region : bloc.regions()) {
      cost.add(
          new ActionPlan.CountryFigure(
              region.id(),
              central.figure(
                  ensemble.range(r -> userCost(r, floor, region)), "USD/year", run, product)));
    }
    double levy = held.largestLevy(product, bloc.countries());
    return new ActionPlan.FloorAt(
        vintage.name(),
        base.date(),
        verdict(held, product, levy),
        Figure.read(base.usdPerTonne(), "USD/t", base.provenance()),
        price(ensemble, r -> r.also(floor).insidePrice(product, bloc.countries()), run, product),
        price(ensemble, r -> r.also(floor).outsidePrice(product, bloc.countries()), run, product),
        central.figure(
            ensemble.range(r -> r.also(floor).largestLevy(product, bloc.countries())),
            "USD/t",
            run,
            product),
        central.figure(
            ensemble.range(r -> r.also(floor).levyRevenue(product, bloc.countries())),
            "USD/year",
            run,
            product),
        cost,
        outputChange(ensemble, floor, product, run),
        nextStage(product).flatMap(next -> outputChange(ensemble, floor, next, run)),
        FindingWords.of(evidence, held.findings(), proposal.measure().id()));
  }

  /** What users of the region lose, final users and makers of the next stage alike. */
  private static double userCost(Runs runs, List<Measure> floor, Region region) {
    Solved before = runs.statusQuo();
    Solved after = runs.also(floor);
    double lost = 0;
    for (var country : region.members()) {
      lost += before.users(country) - after.users(country);
      lost += Math.max(0, before.makers(country) - after.makers(country));
    }
    return lost;
  }

  /** A price over the draws; empty if the central case has none, or only the assumed ceiling. */
  private static Optional<Figure> price(
      Ensemble ensemble, Function<Runs, OptionalDouble> price, String run, ProductId product) {
    return price.apply(ensemble.central()).isEmpty()
        ? Optional.empty()
        : Optional.of(
            ensemble
                .central()
                .figure(
                    ensemble.range(r -> price.apply(r).orElse(Double.NaN)), "USD/t", run, product));
  }

  private String verdict(Solved held, ProductId product, double levy) {
    if (levy <= NOTHING) {
      return "idle";
    }
    return held.findings().stream().anyMatch(f -> isBroken(f, product)) ? "broken" : "binds";
  }

  private static boolean isBroken(Finding finding, ProductId product) {
    return finding instanceof Finding.FloorBroken broken && broken.product().equals(product);
  }

  /** Change of the alliance's output over that of the status quo; empty if it makes none. */
  private Optional<Figure> outputChange(
      Ensemble ensemble, List<Measure> floor, ProductId product, String run) {
    double now = ensemble.central().statusQuo().output(product, bloc.countries());
    if (!(now > 0)) {
      return Optional.empty();
    }
    return Optional.of(
        ensemble
            .central()
            .figure(
                ensemble.range(r ->
                    r.also(floor).output(product, bloc.countries())
                            / r.statusQuo().output(product, bloc.countries())
                        - 1),
                "1",
                run,
                product));
  }

  /** The first product that an activity makes of this one. */
  private Optional<ProductId> nextStage(ProductId product) {
    return evidence.activities().stream()
        .filter(a -> a.inputs().containsKey(product))
        .map(Activity::primary)
        .findFirst();
  }
}
