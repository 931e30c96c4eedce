package org.plimsoll.planner.floors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.SupplyMeasure;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.market.answer.Equilibrium;

/**
 * Instruments that bring the members' worst paid maker the same price: at the border by a price
 * that all pay, or by a payment to the maker.
 */
public final class Instruments {
  private static final double LEAST_RATE = 0.005;
  private static final double MOST_RATE = 10;

  private final FloorMarket market;
  private final ProductId product;
  private final double usdPerTonne;
  private final double highest;

  /**
   * @param usdPerTonne what the worst paid maker is to get
   * @param highest price at the border that is tried, USD a tonne
   */
  public Instruments(FloorMarket market, ProductId product, double usdPerTonne, double highest) {
    this.market = market;
    this.product = product;
    this.usdPerTonne = usdPerTonne;
    this.highest = highest;
  }

  /** What is set of an instrument, and in which unit. */
  public enum Kind {
    LEVY("levy to a floor", "USD/t"),
    AD_VALOREM("ad valorem duty", "1"),
    SPECIFIC("specific duty", "USD/t"),
    UNDERTAKING("price undertaking", "USD/t"),
    CONTRACT("contract for difference", "USD/t"),
    OFFTAKE("offtake", "t/year");

    private final String words;
    private final String unit;

    Kind(String words, String unit) {
      this.words = words;
      this.unit = unit;
    }

    public String words() {
      return words;
    }

    public String unit() {
      return unit;
    }
  }

  /**
   * An instrument.
   *
   * @param setting in the unit of its kind; empty if none has the effect
   * @param solved the market under it; empty if there is none
   */
  public record Instrument(Kind kind, OptionalDouble setting, Optional<Equilibrium> solved) {}

  /** All of them, in one order. */
  public List<Instrument> list() {
    double base = market.before().deliveredPrice(product, market.members()).orElse(usdPerTonne);
    double low = Math.min(base, usdPerTonne) / 2;
    Optional<Equilibrium> contracted = market.with(contract());
    return List.of(
        found(Kind.LEVY, low, highest, usd -> market.floor(product, usd)),
        found(
            Kind.AD_VALOREM,
            LEAST_RATE,
            MOST_RATE,
            rate ->
                new BorderMeasure.Tariff(
                    market.terms("duty", product), Interval.exactly(rate), Interval.exactly(0))),
        found(
            Kind.SPECIFIC,
            LEAST_RATE * base,
            highest,
            usd ->
                new BorderMeasure.Tariff(
                    market.terms("duty", product), Interval.exactly(0), Interval.exactly(usd))),
        found(
            Kind.UNDERTAKING,
            low,
            highest,
            usd ->
                BorderMeasure.PriceFloor.undertaking(
                    market.terms("undertaking", product), Interval.exactly(usd))),
        new Instrument(Kind.CONTRACT, OptionalDouble.of(usdPerTonne), contracted),
        offtake(contracted));
  }

  private Instrument found(Kind kind, double from, double to, DoubleFunction<Measure> measure) {
    RootSearch.Found found =
        RootSearch.between(
            from,
            to,
            setting -> {
              Optional<Equilibrium> solved = market.with(measure.apply(setting));
              return solved.isEmpty()
                  ? OptionalDouble.empty()
                  : market.gap(solved.get(), product, new FloorTarget.Paid(usdPerTonne));
            });
    return switch (found) {
      case RootSearch.Found.Reached(double setting, boolean _) ->
          new Instrument(kind, OptionalDouble.of(setting), market.with(measure.apply(setting)));
      case RootSearch.Found.Nowhere _ ->
          new Instrument(kind, OptionalDouble.empty(), Optional.empty());
    };
  }

  private Terms onMakers(String what, Parties makers) {
    return Terms.of(
        "tried-%s-%s".formatted(what, product.commodity()),
        List.of(product),
        makers,
        Parties.UNNAMED,
        Status.ASSUMED,
        "an instrument that is tried");
  }

  private SupplyMeasure contract() {
    return new SupplyMeasure.ContractForDifference(
        onMakers("contract", Parties.of(market.alliance())),
        Interval.exactly(usdPerTonne),
        Optional.empty(),
        Optional.empty());
  }

  /** Takes from each maker what it makes under the contract. */
  private Instrument offtake(Optional<Equilibrium> contracted) {
    if (contracted.isEmpty()) {
      return new Instrument(Kind.OFFTAKE, OptionalDouble.empty(), Optional.empty());
    }
    List<Measure> measures = new ArrayList<>();
    double all = 0;
    for (CountryCode maker : market.makers(contracted.get(), product)) {
      double tonnes = contracted.get().output(product, maker);
      all += tonnes;
      measures.add(
          new SupplyMeasure.Offtake(
              onMakers("offtake-" + maker.alpha3(), Parties.of(maker.alpha3())),
              Interval.exactly(usdPerTonne),
              Interval.exactly(tonnes)));
    }
    return new Instrument(Kind.OFFTAKE, OptionalDouble.of(all), market.with(measures));
  }
}
