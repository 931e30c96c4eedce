package org.plimsoll.planner.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Change;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.ReferenceRule.Kind;
import org.plimsoll.model.policy.SupplyMeasure;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.world.Market;

/**
 * The price of the market solved again without what distorts it: subsidies first, then taxes that
 * exports bear, stage after stage, and at last the licences and quotas in force.
 */
public final class StructuralPrice {
  private static final String HOW = "a distortion taken away";

  private final Inputs inputs;
  private final Market controlled;
  private final Market free;
  private final Function<Market, Outcome> solve;

  /**
   * @param controlled the chain of the product with the licences and quotas in force
   * @param free the same without them
   * @param solve solves a market
   */
  public StructuralPrice(
      Inputs inputs, Market controlled, Market free, Function<Market, Outcome> solve) {
    this.inputs = inputs;
    this.controlled = controlled;
    this.free = free;
    this.solve = solve;
  }

  /** A distortion at a stage. */
  private record Named(Kind kind, ProductId at, String area, Input size) {
    String words() {
      return "without %s at %s".formatted(kind.word().replace('-', ' '), at.stage());
    }
  }

  /** The estimate, or what it lacks. */
  public Estimate of() {
    List<Named> named = named();
    List<Input> from = new ArrayList<>(named.stream().map(Named::size).distinct().toList());
    if (named.isEmpty()) {
      return new Estimate.Lacking(
          ReferenceMethod.STRUCTURAL,
          List.of("the size of a subsidy, export tax or unrefunded tax at a stage of its chain"),
          from,
          List.of());
    }
    OptionalDouble before = price(controlled, List.of());
    OptionalDouble central = price(free, measures(named, Input::central));
    if (before.isEmpty() || central.isEmpty()) {
      return new Estimate.Lacking(
          ReferenceMethod.STRUCTURAL,
          List.of("a market of the product that is solved with and without its distortions"),
          from,
          List.of());
    }
    List<Double> all = new ArrayList<>(List.of(central.getAsDouble()));
    price(free, measures(named, input -> input.value().low())).ifPresent(all::add);
    price(free, measures(named, input -> input.value().high())).ifPresent(all::add);
    return new Estimate.Priced(
        ReferenceMethod.STRUCTURAL,
        new Interval(
            all.stream().min(Double::compare).orElseThrow(),
            central.getAsDouble(),
            all.stream().max(Double::compare).orElseThrow()),
        false,
        working(named, before.getAsDouble(), central.getAsDouble()),
        from,
        List.of());
  }

  private List<Named> named() {
    List<Named> named = new ArrayList<>();
    for (Kind kind : List.of(Kind.SUBSIDY_SHARE, Kind.EXPORT_TAX, Kind.VAT_NOT_REFUNDED)) {
      for (ProductId at : controlled.listChain(inputs.product())) {
        if (at.commodity().equals(inputs.product().commodity())) {
          inputs
              .listDistortions(kind, at)
              .forEach(its -> named.add(new Named(kind, at, its.area(), its.size())));
        }
      }
    }
    return named;
  }

  private List<String> working(List<Named> named, double before, double central) {
    List<String> working = new ArrayList<>();
    working.add("as it stands: %s USD/kg".formatted(PriceIndex.perKg(before)));
    List<Named> gone = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      gone.add(named.get(i));
      boolean isLastOfStep =
          i + 1 == named.size() || !named.get(i + 1).words().equals(named.get(i).words());
      if (isLastOfStep) {
        price(controlled, measures(gone, Input::central))
            .ifPresent(usd ->
                working.add(
                    "%s: %s USD/kg".formatted(gone.getLast().words(), PriceIndex.perKg(usd))));
      }
    }
    working.add("without licences and quotas: %s USD/kg".formatted(PriceIndex.perKg(central)));
    return working;
  }

  private List<Measure> measures(List<Named> named, ToDoubleFunction<Input> size) {
    List<Measure> measures = new ArrayList<>();
    Equilibrium base = controlled.base();
    for (Named its : named) {
      double share = size.applyAsDouble(its.size());
      OptionalDouble price = base.producerPrice(its.at(), CountryCode.of(its.area()));
      if (share == 0 || price.isEmpty()) {
        continue;
      }
      Terms terms =
          Terms.of(
              "without-%s-%s-%s".formatted(its.kind().word(), its.at().stage(), its.area()),
              List.of(its.at()),
              Parties.of(its.area()),
              Parties.UNNAMED,
              Status.ASSUMED,
              HOW);
      measures.add(
          its.kind() == Kind.SUBSIDY_SHARE
              ? new SupplyMeasure.CostShift(
                  terms, new Change.By(Interval.exactly(share * price.getAsDouble())))
              : new BorderMeasure.ExportTax(
                  terms,
                  Interval.exactly(its.kind() == Kind.EXPORT_TAX ? -share : -share / (1 + share))));
    }
    return measures;
  }

  /** The price at makers in market economies, by their output; of all users if there are none. */
  private OptionalDouble price(Market market, List<Measure> removing) {
    return solve.apply(market.and(removing)) instanceof Outcome.Converged solved
        ? price(solved.equilibrium())
        : OptionalDouble.empty();
  }

  private OptionalDouble price(Equilibrium solved) {
    SortedSet<String> outside = inputs.nonMarketEconomies();
    double tonnes = 0;
    double value = 0;
    for (CountryCode country : solved.listCountries(inputs.product())) {
      OptionalDouble paid = solved.producerPrice(inputs.product(), country);
      if (!outside.contains(country.alpha3()) && paid.isPresent()) {
        double made = solved.output(inputs.product(), country);
        tonnes += made;
        value += made * paid.getAsDouble();
      }
    }
    return tonnes > 0
        ? OptionalDouble.of(value / tonnes)
        : solved.deliveredPrice(
            inputs.product(),
            solved.listCountries(inputs.product()).stream()
                .filter(country -> !outside.contains(country.alpha3()))
                .toList());
  }
}
