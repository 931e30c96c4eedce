package org.plimsoll.planner.floors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Route;
import org.plimsoll.planner.market.world.Market;

/**
 * The market of a scenario without any floor, on which floors of an alliance are tried.
 *
 * @param market without floors on the chain that is asked about
 * @param alliance as measures name it
 * @param members its countries
 * @param exempt partners on whose goods no floor is kept, as measures name them
 * @param solve solves a market, and remembers what it solved
 */
public record FloorMarket(
    Market market,
    String alliance,
    SortedSet<CountryCode> members,
    List<String> exempt,
    Function<Market, Outcome> solve) {
  private static final String HOW = "a floor that is tried";
  private static final double NO_LEVY = 1e-6;

  public FloorMarket {
    members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
    exempt = List.copyOf(exempt);
  }

  /** The same with other partners exempt. */
  public FloorMarket exempting(List<String> partners) {
    return new FloorMarket(market, alliance, members, partners, solve);
  }

  /** The same with further measures in force from the start. */
  public FloorMarket under(Collection<? extends Measure> measures) {
    return new FloorMarket(market.and(measures), alliance, members, exempt, solve);
  }

  /**
   * The market without a floor.
   *
   * @throws IllegalStateException if it has no solution, saying where and what to try
   */
  public Equilibrium before() {
    return solve.apply(market).getEquilibrium();
  }

  /** The market under these measures; empty if it has no solution. */
  public Optional<Equilibrium> with(Measure... measures) {
    return with(Arrays.asList(measures));
  }

  /** The same. */
  public Optional<Equilibrium> with(List<? extends Measure> measures) {
    return solve.apply(market.and(measures)) instanceof Outcome.Converged solved
        ? Optional.of(solved.equilibrium())
        : Optional.empty();
  }

  /** A floor of the alliance, kept by a levy. */
  public BorderMeasure.PriceFloor floor(ProductId product, double usdPerTonne) {
    return new BorderMeasure.PriceFloor(
        terms("floor", product),
        Interval.exactly(usdPerTonne),
        Optional.empty(),
        BorderMeasure.GapGoesTo.IMPORTER);
  }

  /** Terms of a measure of the alliance at its border. */
  Terms terms(String what, ProductId product) {
    List<String> free = new ArrayList<>(List.of(alliance));
    free.addAll(exempt);
    return Terms.of(
            "tried-%s-%s-%s".formatted(what, product.commodity(), product.stage()),
            List.of(product),
            Parties.UNNAMED,
            Parties.of(alliance),
            Status.ASSUMED,
            HOW)
        .exempting(new Parties(free));
  }

  /** Members that make the product. */
  public List<CountryCode> makers(Equilibrium solved, ProductId product) {
    return solved.listCountries(product).stream()
        .filter(country -> members.contains(country))
        .filter(country -> solved.producerPrice(product, country).isPresent())
        .toList();
  }

  /** What the members' worst paid maker is paid, USD a tonne; empty if no member makes it. */
  public OptionalDouble paid(Equilibrium solved, ProductId product) {
    return makers(solved, product).stream()
        .flatMapToDouble(country -> {
          OptionalDouble price = solved.producerPrice(product, country);
          return price.isPresent() ? DoubleStream.of(price.getAsDouble()) : DoubleStream.empty();
        })
        .min();
  }

  /** Tonnes that members make. */
  public double output(Equilibrium solved, ProductId product) {
    return members.stream().mapToDouble(country -> solved.output(product, country)).sum();
  }

  /** Tonnes that members use, as inputs too. */
  public double use(Equilibrium solved, ProductId product) {
    return members.stream()
        .mapToDouble(country -> solved.use(product, country) + solved.inputUse(product, country))
        .sum();
  }

  /** The largest share that one country outside supplies of what members are delivered. */
  public OptionalDouble firstShare(Equilibrium solved, ProductId product) {
    double all = members.stream().mapToDouble(c -> solved.delivered(product, c)).sum();
    return all > 0
        ? OptionalDouble.of(
            firstSupplier(solved, product).map(from -> supplied(solved, product, from)).orElse(0.0)
                / all)
        : OptionalDouble.empty();
  }

  /** The country outside that supplies members most; empty if none does. */
  public Optional<CountryCode> firstSupplier(Equilibrium solved, ProductId product) {
    return solved.listCountries(product).stream()
        .filter(country -> !members.contains(country) && supplied(solved, product, country) > 0)
        .max(
            Comparator.comparingDouble((CountryCode from) -> supplied(solved, product, from))
                .thenComparing(Comparator.reverseOrder()));
  }

  private double supplied(Equilibrium solved, ProductId product, CountryCode from) {
    return members.stream().mapToDouble(to -> solved.flow(product, from, to)).sum();
  }

  /** The largest levy on goods that come to members, USD a tonne. */
  public double largestLevy(Equilibrium solved, ProductId product) {
    return solved.listRoutes(product).stream()
        .filter(route -> members.contains(route.to()) && !members.contains(route.from()))
        .mapToDouble(Route::levyUsd)
        .max()
        .orElse(0);
  }

  /** What levies on the product bring in, USD a year. */
  public double revenueUsd(Equilibrium solved, ProductId product) {
    return members.stream().mapToDouble(c -> solved.levyUsd(product, c)).sum();
  }

  /** The verdict on a floor. */
  public FloorVerdict verdict(Equilibrium solved, ProductId product, double usdPerTonne) {
    List<Double> paid = new ArrayList<>();
    for (CountryCode maker : makers(solved, product)) {
      solved.producerPrice(product, maker).ifPresent(paid::add);
    }
    return FloorVerdict.of(usdPerTonne, largestLevy(solved, product), paid);
  }

  /** By how much a market is above a target; below 0 if it is not reached. */
  OptionalDouble gap(Equilibrium solved, ProductId product, FloorTarget target) {
    return switch (target) {
      case FloorTarget.Paid(double usd) -> {
        OptionalDouble paid = paid(solved, product);
        yield paid.isPresent()
            ? OptionalDouble.of(paid.getAsDouble() / usd - 1)
            : OptionalDouble.empty();
      }
      case FloorTarget.FirstSupplier(double share) -> {
        OptionalDouble first = firstShare(solved, product);
        yield first.isPresent()
            ? OptionalDouble.of(share - first.getAsDouble())
            : OptionalDouble.empty();
      }
      case FloorTarget.Output(double tonnes) ->
          OptionalDouble.of(output(solved, product) / tonnes - 1);
    };
  }

  /**
   * The smallest floor that reaches a target.
   *
   * @param others floors that stand on other stages
   * @param from lowest floor that is tried, USD a tonne
   * @param to highest
   */
  public RootSearch.Found smallest(
      ProductId product,
      FloorTarget target,
      List<? extends Measure> others,
      double from,
      double to) {
    return RootSearch.between(
        from,
        to,
        usd -> {
          List<Measure> measures = new ArrayList<>(others);
          measures.add(floor(product, usd));
          Optional<Equilibrium> solved = with(measures);
          return solved.isPresent() ? gap(solved.get(), product, target) : OptionalDouble.empty();
        });
  }

  /**
   * The highest floor under which no levy is due.
   *
   * @param to highest floor that is tried
   */
  public OptionalDouble idleUpTo(ProductId product, double from, double to) {
    RootSearch.Found found =
        RootSearch.between(
            from,
            to,
            usd -> {
              Optional<Equilibrium> solved = with(floor(product, usd));
              return solved.isEmpty()
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(largestLevy(solved.get(), product) > NO_LEVY * usd ? 1 : -1);
            });
    return found instanceof RootSearch.Found.Reached(double place, boolean atOnce) && !atOnce
        ? OptionalDouble.of(place)
        : OptionalDouble.empty();
  }
}
