package org.plimsoll.planner.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.plimsoll.model.policy.ReferenceRule.Kind;
import org.plimsoll.model.trade.PriceQuote;

/**
 * The mean of a year's quotes, weighted by what traded at them. A quote at which next to nothing
 * trades is refused, whatever it says.
 */
public final class PriceIndex {
  private final Inputs inputs;

  public PriceIndex(Inputs inputs) {
    this.inputs = inputs;
  }

  /** A quote that may be weighed. */
  private record Weighed(Inputs.Quote quote, Input price, Input share) {}

  /**
   * The index of a year.
   *
   * @param year of the quotes; the latest for which anybody says what traded if empty
   */
  public Estimate of(OptionalInt year) {
    List<Inputs.Quote> quotes = inputs.listQuotes();
    OptionalInt latest =
        quotes.stream()
            .filter(quote -> quote.share().isPresent())
            .mapToInt(quote -> quote.row().year())
            .max();
    int of = year.orElse(latest.orElse(0));
    Input least = inputs.getRule(Kind.LEAST_TRADED_SHARE);
    List<Weighed> used = new ArrayList<>();
    List<Estimate.LeftOut> leftOut = new ArrayList<>();
    for (Inputs.Quote quote : quotes) {
      Optional<String> why = whyNot(quote, of, least);
      if (why.isPresent()) {
        leftOut.add(
            new Estimate.LeftOut(
                quote.price().id(),
                "%s, %s USD/kg".formatted(quote.price().what(), perKg(quote.price().central())),
                why.get()));
      } else {
        used.add(new Weighed(quote, quote.price(), quote.share().orElseThrow()));
      }
    }
    List<Input> from = new ArrayList<>();
    used.forEach(quote -> {
      from.add(quote.price());
      from.add(quote.share());
    });
    from.add(least);
    if (used.isEmpty()) {
      return new Estimate.Lacking(
          ReferenceMethod.INDEX,
          List.of(
              "a quote of %s of which somebody says how much traded at it"
                  .formatted(of == 0 ? "any year" : Integer.toString(of))),
          from,
          leftOut);
    }
    return priced(of, used, from, leftOut);
  }

  private static Optional<String> whyNot(Inputs.Quote quote, int year, Input least) {
    if (quote.row().year() != year) {
      return Optional.of("not of " + year);
    }
    if (quote.share().isEmpty()) {
      return Optional.of("nobody says how much traded at it");
    }
    return quote.share().get().central() < least.central()
        ? Optional.of("under %s%% of yearly use traded at it".formatted(percent(least.central())))
        : Optional.empty();
  }

  private Estimate priced(
      int year, List<Weighed> used, List<Input> from, List<Estimate.LeftOut> leftOut) {
    Input needed = inputs.getRule(Kind.LEAST_QUOTES);
    Input cover = inputs.getRule(Kind.AVERAGE_COVER);
    Input least = inputs.getRule(Kind.LEAST_TRADED_SHARE);
    from.add(needed);
    from.add(cover);
    double traded = used.stream().mapToDouble(quote -> quote.share().central()).sum();
    long publishers =
        used.stream().map(quote -> quote.quote().row().publisher()).distinct().count();
    boolean isOfDeals =
        used.stream()
            .anyMatch(quote ->
                quote.quote().row().type() == PriceQuote.Type.AVERAGE_OF_DEALS
                    && quote.share().central() >= cover.central());
    boolean isLiquid = (publishers >= needed.central() || isOfDeals) && traded >= least.central();
    List<String> working = new ArrayList<>();
    working.add(
        "window %d: %d quotes of %d publishers, %s%% of yearly use traded at them"
            .formatted(year, used.size(), publishers, percent(traded)));
    if (isOfDeals && publishers < needed.central()) {
      working.add(
          "a mean of deals that covers at least %s%% of yearly use counts as %.0f unrelated quotes"
                  .formatted(percent(cover.central()), needed.central())
              + " (assumed)");
    }
    working.add(
        isLiquid
            ? "liquid"
            : "indicative, not used: fewer than %.0f unrelated quotes, or under %s%% of yearly use"
                .formatted(needed.central(), percent(least.central())));
    return new Estimate.Priced(
        ReferenceMethod.INDEX,
        Drawn.of(value -> OptionalDouble.of(mean(used, value))),
        !isLiquid,
        working,
        from,
        leftOut);
  }

  private static double mean(List<Weighed> used, ToDoubleFunction<Input> value) {
    double weight = 0;
    double paid = 0;
    for (Weighed quote : used) {
      double share = value.applyAsDouble(Objects.requireNonNull(quote.share()));
      weight += share;
      paid += share * value.applyAsDouble(quote.price());
    }
    return paid / weight;
  }

  private static String percent(double share) {
    return trimmed(100 * share);
  }

  static String perKg(double usdPerTonne) {
    return trimmed(usdPerTonne / 1000);
  }

  private static String trimmed(double value) {
    return new java.math.BigDecimal(value)
        .round(new java.math.MathContext(3))
        .stripTrailingZeros()
        .toPlainString();
  }
}
