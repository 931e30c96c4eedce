package org.plimsoll.app.lab;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Kind;
import org.plimsoll.app.answer.Known;
import org.plimsoll.app.answer.Table;
import org.plimsoll.model.policy.ExportControl;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.trade.Parameter;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.market.world.Answers;

/** What the Lab's answer hangs on: the levers, unit by unit, and figures over their ranges. */
public final class LabWhy {
  /** Holds the solutions of one question. */
  private static final long MOST_BYTES = 32L << 20;

  private static final String MARKET = "docs/method/market.md";
  private static final String RESPONSE = "docs/method/response.md";

  /** Parameters that {@value #RESPONSE} explains. */
  private static final Set<String> RESPONSES =
      new TreeSet<>(
          List.of(
              "leak-lag-months",
              "leak-premium",
              "leak-share",
              "precautionary-buying",
              "private-stock-days",
              "private-stock-elasticity",
              "qualification-months",
              "restrictor-output-cut",
              "value-choke-share"));

  private final LabMarkets markets;
  private final LabState state;
  private final LabQuestion asked;

  private LabWhy(LabMarkets markets, LabState state) {
    this.markets = markets;
    this.state = state;
    asked = LabQuestion.of(state, markets);
  }

  /**
   * Why the answer to a state is what it is.
   *
   * @param limits of each search; the longest bars are solved again while their time lasts
   * @param isCancelled asked between figures and within each search
   * @return what {@link LabMarkets#ask} gives if the state has no market
   * @throws java.util.concurrent.CancellationException if it was cancelled
   * @throws IllegalArgumentException if the state names what the world does not have
   */
  public static Answer of(
      LabMarkets markets, LabState state, SolverLimits limits, BooleanSupplier isCancelled) {
    LabAnswer answer = markets.ask(state, limits, isCancelled);
    return answer.isSolved()
        ? in(
            Answer.of("Why: " + markets.words().nameOf(state.on()))
                .fact("asOf", answer.asked().scenario().asOf())
                .fact("world", Cell.words(markets.world()))
                .fact("query", Cell.words(state.print()))
                .fact("status", "converged"),
            markets,
            state,
            limits.unless(isCancelled))
        : answer.answer();
  }

  /** An answer of a state that has a market, with what it hangs on. */
  public static Answer in(Answer answer, LabMarkets markets, LabState state, SolverLimits limits) {
    return new LabWhy(markets, state).in(answer, limits);
  }

  private Answer in(Answer answer, SolverLimits limits) {
    Answers answers = new Answers(MOST_BYTES);
    Known known = LabTables.known(asked.allied().rows().of(state.on()));
    List<LabSlopes.Slope> slopes = LabSlopes.of(asked, state, markets, answers, limits);
    List<LabTornado.Bar> bars = LabTornado.of(asked, answers, limits);
    return answer
        .with(
            slopeTable(slopes).knownAs(slope -> known).ifAny(),
            barTable(bars, LabQuantity.ALLIANCE_PRICE, "priceBars").knownAs(bar -> known).ifAny(),
            barTable(bars, LabQuantity.MEMBERS_GAIN, "gainBars").knownAs(bar -> known).ifAny())
        .remark(
            "A slope is the change for each unit, to the first order; a unit less and a unit more"
                + " part at a kink. A bar moves one figure over its range, all else central;"
                + " gains are along the chain of the product. The longest bars are solved at both"
                + " ends, the others are slopes times ranges.");
  }

  private static Table<LabSlopes.Slope> slopeTable(List<LabSlopes.Slope> slopes) {
    return Table.of("slopes", "What a unit of a lever changes", slopes)
        .words("key", "", slope -> slope.lever().key())
        .words("lever", "lever", slope -> slope.lever().name())
        .words("unit", "unit", slope -> slope.lever().unit())
        .words("quantity", "changes", slope -> slope.quantity().label())
        .figure("less", "a unit less", LabSlopes.Slope::less, "cannot be less")
        .figure("more", "a unit more", LabSlopes.Slope::more, "cannot be more")
        .flag("isAtKink", "", LabSlopes.Slope::isAtKink);
  }

  private Table<LabTornado.Bar> barTable(
      List<LabTornado.Bar> bars, LabQuantity quantity, String key) {
    return Table.of(
            key,
            "What figures change over their ranges: " + quantity.label(),
            bars.stream().filter(bar -> bar.quantity() == quantity).toList())
        .words("figure", "figure", bar -> bar.figure().name())
        .words("scope", "of", bar -> bar.figure().scope())
        .figure("value", "value", LabTornado.Bar::value)
        .cell(
            "range",
            "range",
            Kind.RANGE,
            bar -> new Cell.Span(bar.range().low(), bar.range().high(), Cell.DIGITS))
        .figure("atLow", "at the low end", LabTornado.Bar::atLow)
        .figure("atHigh", "at the high end", LabTornado.Bar::atHigh)
        .flag("isSolved", "solved", LabTornado.Bar::isSolved)
        .words("row", "row", this::row)
        .words("source", "", this::source)
        .words("method", "page", LabWhy::method)
        .first(LabTornado.SOLVED);
  }

  private static String method(LabTornado.Bar bar) {
    return RESPONSES.contains(bar.figure().name()) ? RESPONSE : MARKET;
  }

  /** Where the figure stands. */
  private String row(LabTornado.Bar bar) {
    String name = bar.figure().name();
    String scope = bar.figure().scope();
    if (name.equals("measure")) {
      String id = scope.substring(0, scope.lastIndexOf('/'));
      return asked.market().listMeasures().stream()
          .filter(measure -> measure.id().equals(id))
          .findFirst()
          .map(this::place)
          .orElse("measure " + id);
    }
    if (name.equals("incentive-price")) {
      return "world/prices.csv: %s, incentive".formatted(scope);
    }
    if (asked.asked().extended().parameters().containsKey(name)) {
      return "parameters of the scenario: " + name;
    }
    return parameter(bar).isPresent()
        ? "world/parameters.csv: %s, %s".formatted(name, scope)
        : "assumed where the world has no row: " + name;
  }

  private Optional<Parameter> parameter(LabTornado.Bar bar) {
    return markets.words().evidence().parameters().stream()
        .filter(p -> p.name().equals(bar.figure().name()))
        .filter(p -> p.scope().equals(bar.figure().scope()))
        .findFirst();
  }

  /** What its row was read in; empty if it stands in no row of the world with a source. */
  private Optional<Source> source(LabTornado.Bar bar) {
    return asked.asked().extended().parameters().containsKey(bar.figure().name())
        ? Optional.empty()
        : parameter(bar)
            .map(row -> row.provenance().source())
            .or(() -> control(bar).map(row -> row.provenance().source()));
  }

  /** The control that a bar's measure stands for. */
  private Optional<ExportControl> control(LabTornado.Bar bar) {
    String scope = bar.figure().scope();
    return asked.market().listMeasures().stream()
        .filter(measure -> scope.startsWith(measure.id() + "/"))
        .findFirst()
        .flatMap(this::control);
  }

  private Optional<ExportControl> control(Measure measure) {
    return markets.words().evidence().exportControls().stream()
        .filter(control -> control.id().equals(measure.terms().source()))
        .findFirst();
  }

  private String place(Measure measure) {
    String source = measure.terms().source();
    return control(measure).isPresent()
        ? "world/export_controls.csv: " + source
        : "measure %s%s".formatted(measure.id(), source.isEmpty() ? "" : ", " + source);
  }
}
