package org.plimsoll.planner.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.function.ToDoubleFunction;
import org.plimsoll.model.policy.ReferenceRule.Kind;
import org.plimsoll.planner.finance.Returns;

/**
 * The full cost of the dearest maker that is needed for a share of what makers in market economies
 * can make.
 */
public final class CostPlus {
  private final Inputs inputs;

  public CostPlus(Inputs inputs) {
    this.inputs = inputs;
  }

  /** A maker with all of its costs. */
  private record Maker(Inputs.Cost operating, Inputs.Cost capital, double tonnes) {}

  /** The estimate, or what it lacks. */
  public Estimate of() {
    List<Estimate.LeftOut> leftOut = new ArrayList<>();
    List<Maker> makers = makers(leftOut);
    List<Input> from = new ArrayList<>();
    for (Maker maker : makers) {
      from.add(maker.operating.input());
      from.add(maker.capital.input());
      maker.operating.rate().ifPresent(from::add);
      maker.capital.rate().ifPresent(from::add);
    }
    Input least = inputs.getRule(Kind.LEAST_MAKERS);
    Rates rates =
        new Rates(
            inputs.getRule(Kind.RETURN),
            inputs.getRule(Kind.LIFE_YEARS),
            inputs.getRule(Kind.COST_QUANTILE),
            inputs.getRule(Kind.OPERATING_COST_FACTOR),
            inputs.getRule(Kind.CAPITAL_COST_FACTOR));
    List<Input> all = new ArrayList<>(from.stream().distinct().toList());
    all.addAll(
        List.of(rates.wanted, rates.years, rates.quantile, rates.operating, rates.capital, least));
    all.addAll(inputs.listBases());
    if (makers.size() < least.central()) {
      return new Estimate.Lacking(
          ReferenceMethod.COST_PLUS,
          List.of(
              ("operating cost, capital cost and capacity of %.0f makers in market economies;"
                      + " known of %d")
                  .formatted(least.central(), makers.size())),
          all,
          leftOut);
    }
    List<String> working =
        makers.stream()
            .sorted(Comparator.comparingDouble(maker -> cost(maker, rates, Input::central)))
            .map(maker ->
                "%s: %s USD/kg for %.0f t a year"
                    .formatted(
                        maker.operating.row().project(),
                        PriceIndex.perKg(cost(maker, rates, Input::central)),
                        maker.tonnes))
            .toList();
    return new Estimate.Priced(
        ReferenceMethod.COST_PLUS,
        Drawn.of(value -> OptionalDouble.of(quantile(makers, rates, value))),
        false,
        working,
        all,
        leftOut);
  }

  private List<Maker> makers(List<Estimate.LeftOut> leftOut) {
    SortedSet<String> outside = inputs.nonMarketEconomies();
    List<Inputs.Cost> sums = inputs.listSums("capital-cost");
    List<Maker> makers = new ArrayList<>();
    for (Inputs.Cost operating : inputs.listCosts("cash-cost")) {
      Optional<Inputs.Cost> capital =
          sums.stream()
              .filter(sum -> sum.row().project().equals(operating.row().project()))
              .findFirst();
      OptionalDouble tonnes =
          operating.row().capacityTonnesPerYear().isPresent()
              ? operating.row().capacityTonnesPerYear()
              : capital
                  .map(sum -> sum.row().capacityTonnesPerYear())
                  .orElse(OptionalDouble.empty());
      Optional<String> why = whyNot(operating, capital, tonnes, outside);
      if (why.isPresent()) {
        leftOut.add(
            new Estimate.LeftOut(operating.input().id(), operating.input().what(), why.get()));
      } else {
        makers.add(new Maker(operating, capital.orElseThrow(), tonnes.orElseThrow()));
      }
    }
    return makers;
  }

  private static Optional<String> whyNot(
      Inputs.Cost operating,
      Optional<Inputs.Cost> capital,
      OptionalDouble tonnes,
      SortedSet<String> outside) {
    if (outside.stream().anyMatch(operating.row().place()::contains)) {
      return Optional.of("not in a market economy");
    }
    if (capital.isEmpty()) {
      return Optional.of("its capital cost is not known");
    }
    if (tonnes.isEmpty()) {
      return Optional.of("its capacity is not known");
    }
    return lacksRate(operating) || lacksRate(capital.get())
        ? Optional.of("no exchange rate of its currency")
        : Optional.empty();
  }

  static boolean lacksRate(Inputs.Cost cost) {
    return cost.rate().isEmpty() && !Inputs.isInDollars(cost);
  }

  /** What all makers share. */
  private record Rates(Input wanted, Input years, Input quantile, Input operating, Input capital) {}

  private static double usd(Inputs.Cost cost, ToDoubleFunction<Input> value) {
    double rate = cost.rate().map(value::applyAsDouble).orElse(1.0);
    return cost.usd(value.applyAsDouble(cost.input()), rate);
  }

  private static double cost(Maker maker, Rates rates, ToDoubleFunction<Input> value) {
    double charge =
        Returns.capitalCharge(
            value.applyAsDouble(rates.capital) * usd(maker.capital, value),
            value.applyAsDouble(rates.wanted),
            value.applyAsDouble(rates.years));
    return value.applyAsDouble(rates.operating) * usd(maker.operating, value)
        + charge / maker.tonnes * maker.operating.toBasis();
  }

  /** The cost of the maker at which the share of all output is reached, cheapest first. */
  private static double quantile(List<Maker> makers, Rates rates, ToDoubleFunction<Input> value) {
    record At(double cost, double tonnes) {}
    List<At> sorted =
        makers.stream()
            .map(maker -> new At(cost(maker, rates, value), maker.tonnes))
            .sorted(Comparator.comparingDouble(At::cost))
            .toList();
    double wanted =
        value.applyAsDouble(rates.quantile) * sorted.stream().mapToDouble(At::tonnes).sum();
    double sum = 0;
    for (At at : sorted) {
      sum += at.tonnes;
      if (sum >= wanted * (1 - 1e-12)) {
        return at.cost;
      }
    }
    return sorted.getLast().cost;
  }
}
