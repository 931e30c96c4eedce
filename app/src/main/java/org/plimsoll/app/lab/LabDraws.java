package org.plimsoll.app.lab;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.plimsoll.app.answer.Known;
import org.plimsoll.app.market.DrawsOf;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.planner.study.Reading;
import org.plimsoll.planner.study.Settings;

/**
 * Asks a state of the Lab in draws of the parameters, one after another on the calling thread. Draw
 * n is the n-th of {@code leverage --draws}: it depends on the seed and on n alone. Of each draw
 * only the chains are calibrated that the levers move, and that of the product. Safe for any number
 * of threads.
 */
public final class LabDraws {
  /** Draws after which a band is said; the last draw has one too. */
  private static final List<Integer> BANDS = List.of(20, 50, 100);

  /** The draws of the first band: kept apart, so that a long run of later ones leaves them. */
  private static final int FIRST = 20;

  /** Bytes that calibrated draws of the first band may take, and as many for their solutions. */
  private static final long FIRST_BYTES = 32L << 20;

  /** The same of later draws. */
  private static final long LATER_BYTES = 16L << 20;

  private static final double MILLION = 1e6;

  /** Below a dollar is rounding. */
  private static final double ROUNDING_USD = 1;

  private final LabMarkets markets;
  private final DrawsOf of;
  private final Settings settings;
  private final DrawnChains first;
  private final DrawnChains later;

  /**
   * @param of what draws are drawn from
   */
  public LabDraws(LabMarkets markets, DrawsOf of) {
    this(markets, of, FIRST_BYTES, LATER_BYTES);
  }

  LabDraws(LabMarkets markets, DrawsOf of, long firstBytes, long laterBytes) {
    this.markets = markets;
    first = new DrawnChains(firstBytes);
    later = new DrawnChains(laterBytes);
    this.of = of;
    settings = Settings.QUICK.withFit(of.fit());
  }

  /** What draws are drawn from, for a reader. */
  public String drawnFrom() {
    return of.words();
  }

  /** How the figures of a state are known. */
  Known known(LabState state) {
    LabCase asked = LabCase.of(state, markets.words());
    return LabTables.known(markets.ground(asked.allied()).rows().of(state.on()));
  }

  /** Hears of draws as they come. */
  public interface Listener {
    void draw(LabDraw draw);

    /** After 20, 50, 100 draws, and after the last. */
    void band(LabBand band);
  }

  /**
   * Asks a state in the first draws.
   *
   * @param draws how many
   * @param limits of each search
   * @param isCancelled asked between draws and within each search
   * @throws CancellationException if it was cancelled
   * @throws IllegalArgumentException if the state names what the world does not have
   */
  public void stream(
      LabState state,
      int draws,
      SolverLimits limits,
      BooleanSupplier isCancelled,
      Listener listener) {
    LabQuestion asked = LabQuestion.of(state, markets);
    SolverLimits within = limits.unless(isCancelled);
    List<LabDraw> drawn = new ArrayList<>();
    for (int n = 1; n <= draws; n++) {
      if (isCancelled.getAsBoolean()) {
        throw new CancellationException("the draws were cancelled");
      }
      LabDraw draw = draw(asked, n, within);
      drawn.add(draw);
      listener.draw(draw);
      if (BANDS.contains(n) || n == draws) {
        listener.band(LabBand.of(drawn));
      }
    }
  }

  /** One draw of a state. */
  LabDraw draw(LabState state, int number) {
    return draw(LabQuestion.of(state, markets), number, SolverLimits.USUAL);
  }

  private LabDraw draw(LabQuestion asked, int number, SolverLimits limits) {
    Map<LabQuantity, Reading> readings = new EnumMap<>(LabQuantity.class);
    for (LabQuantity quantity : LabQuantity.values()) {
      readings.put(quantity, new Reading.Missing("no solved market"));
    }
    Answers answers = chains(number).answers();
    double gain = 0;
    boolean isAtMost = false;
    for (ProductId chain : asked.chains()) {
      Market before = drawn(asked.asked().extended(), asked.extended(), chain, number);
      Market allied =
          asked.asked().hasPartners()
              ? drawn(asked.asked().allied(), asked.allied(), chain, number)
              : before;
      Outcome without = answers.solve(before, limits, limits.isCancelled());
      if (without instanceof Outcome.Failure failure) {
        return LabDraw.without(number, "without levers " + LabQuestion.why(failure));
      }
      Outcome with =
          answers.solve(
              LabMarkets.laid(asked.asked(), asked.allied(), allied), limits, limits.isCancelled());
      if (with instanceof Outcome.Failure failure) {
        return LabDraw.without(number, LabQuestion.why(failure));
      }
      Equilibrium after = with.getEquilibrium();
      gain += asked.gainUsd(after, without.getEquilibrium());
      isAtMost |= asked.isGainAtMost(after, without.getEquilibrium());
      if (before.listProducts().contains(asked.on())) {
        read(asked, after, readings);
      }
    }
    readings.put(
        LabQuantity.MEMBERS_GAIN,
        new Reading.Known(Math.abs(gain) < ROUNDING_USD ? 0 : gain / MILLION, isAtMost ? 1 : 0));
    return new LabDraw(number, readings, Optional.empty());
  }

  private static void read(
      LabQuestion asked, Equilibrium after, Map<LabQuantity, Reading> readings) {
    ProductId on = asked.on();
    readings.put(LabQuantity.ALLIANCE_PRICE, price(after, on, asked.members()));
    readings.put(LabQuantity.THIRD_COUNTRIES_PRICE, price(after, on, asked.others()));
    readings.put(
        LabQuantity.DAYS_OF_SHORTAGE,
        new Reading.Known(after.daysOfShortage(on, asked.members()), 0));
    readings.put(
        LabQuantity.UNSERVED,
        new Reading.Known(
            asked.members().stream().mapToDouble(c -> after.unserved(on, c)).sum(), 0));
  }

  /** At the assumed ceiling nobody knows how far the price would rise. */
  private static Reading price(
      Equilibrium after, ProductId product, SortedSet<CountryCode> countries) {
    OptionalDouble mean = after.deliveredPrice(product, countries);
    OptionalDouble ceiling = after.lowestCeiling(product, countries);
    OptionalDouble usd = mean.isPresent() ? mean : ceiling;
    return usd.isPresent()
        ? new Reading.Known(usd.getAsDouble(), ceiling.isPresent() ? -1 : 0)
        : new Reading.Missing("no buyer");
  }

  private DrawnChains chains(int number) {
    return number <= FIRST ? first : later;
  }

  private Market drawn(Scenario scenario, LabMarkets.Ground ground, ProductId chain, int number) {
    return chains(number)
        .get(
            new DrawnChains.Key(scenario, chain, number),
            () -> ground.market().chainIn(settings.draw(number - 1), chain));
  }

  /** Bytes that calibrated draws take, by estimate. */
  long bytes() {
    return first.bytes() + later.bytes();
  }
}
