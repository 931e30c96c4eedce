package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.Disruption;
import org.plimsoll.planner.risk.Region;
import org.plimsoll.planner.study.Quantity;
import org.plimsoll.planner.study.Reading;
import org.plimsoll.planner.study.Series;
import org.plimsoll.planner.study.Stop;

/**
 * The plan's stops beside what others published of the same disruption: losses of GDP beside value
 * added at risk, price changes beside price multiples, and whether both put minerals in the same
 * order. A check of order, not of level: the concepts differ, and the page says how.
 */
final class SanityPart {
  /** Nearer ends of ranges beyond this factor are flagged. */
  private static final double FAR = 3;

  private static final CountryCode USA = CountryCode.of("USA");
  private static final String LARGEST = "loss of GDP in the largest scenario";
  private static final String FULL_STOP = "loss of GDP in a full stop";
  private static final String PRICE = "price change in a full stop";
  private static final String METHOD = "docs/method/shocks.md";
  private static final String NO_STOP = "no stop of this mineral is in the plan";
  private static final double MILLION = 1e6;

  private final PlanContext context;
  private final StopCards cards;
  private final ValueAtRisk atRisk;
  private final SortedMap<String, Stop> worst = new TreeMap<>();

  /**
   * @param stops that were solved; of each commodity the one to all with the most American value
   *     added at risk stands beside what was published, the first where none has any
   */
  SanityPart(PlanContext context, StopCards cards, List<Stop> stops) {
    this.context = context;
    this.cards = cards;
    atRisk = new ValueAtRisk(context.evidence);
    SortedMap<String, Double> largest = new TreeMap<>();
    for (Stop stop : stops) {
      double loss = atRisk(stop, usa()).findCentral().orElse(Double.NEGATIVE_INFINITY);
      String commodity = stop.product().commodity();
      if (!worst.containsKey(commodity)
          || loss > largest.getOrDefault(commodity, Double.NEGATIVE_INFINITY)) {
        largest.put(commodity, loss);
        worst.put(commodity, stop);
      }
    }
  }

  private Region usa() {
    return context.bloc.regions().stream()
        .filter(region -> region.contains(USA))
        .findFirst()
        .orElse(Region.of(USA));
  }

  private OptionalDouble usersLoss(Stop stop, Region who) {
    Quantity users = cards.surplus(stop, who, Quantity.Account.USERS);
    Reading before = context.inquiry.ask(cards.reference(stop)).read(users);
    return number(before.minus(context.inquiry.ask(cards.toAll(stop)).read(users)));
  }

  private static OptionalDouble number(Reading reading) {
    return reading instanceof Reading.Known known
        ? OptionalDouble.of(known.value())
        : OptionalDouble.empty();
  }

  ActionPlan.SanityCheck check() {
    List<ActionPlan.Sanity> lines = new ArrayList<>();
    for (Disruption published : context.evidence.resilience().disruptions()) {
      switch (published.measure()) {
        case LARGEST, FULL_STOP -> lines.add(loss(published));
        case PRICE -> lines.add(price(published));
        default -> {}
      }
    }
    lines.sort(
        Comparator.comparing(ActionPlan.Sanity::measure)
            .thenComparing(ActionPlan.Sanity::published, Result::largestFirst));
    lines.addAll(new PublishedElsewhere(context.evidence).lines(worst.keySet()));
    return new ActionPlan.SanityCheck(lines, ranks());
  }

  private ActionPlan.Sanity loss(Disruption published) {
    Optional<Stop> stop = Optional.ofNullable(worst.get(published.commodity()));
    Region area = area(published);
    Result ours =
        stop.<Result>map(s -> atRisk(s, area)).orElseGet(() -> new NoFigure("USD/year", NO_STOP));
    boolean isMoney = published.unit().startsWith("USD");
    Figure theirs =
        Figure.read(
            isMoney ? published.value().times(MILLION) : published.value(),
            isMoney ? "USD/year" : published.unit(),
            published.provenance());
    return line(
        published,
        stop,
        ours,
        theirs,
        isMoney
            ? "theirs counts every sector down the chain"
            : "theirs is a share of GDP, which this world does not hold");
  }

  /** A price change of more than 1.5 is a multiple of more than 2.5. */
  private ActionPlan.Sanity price(Disruption published) {
    Optional<Stop> stop = Optional.ofNullable(worst.get(published.commodity()));
    Interval change = published.value();
    Figure theirs =
        Figure.read(
            new Interval(1 + change.low(), 1 + change.central(), 1 + change.high()),
            PlanContext.MULTIPLE,
            published.provenance());
    Result ours =
        stop.<Result>map(this::multiple)
            .orElseGet(() -> new NoFigure(PlanContext.MULTIPLE, NO_STOP));
    return line(
        published,
        stop,
        ours,
        theirs,
        "both are of a full stop; theirs is of the year 2022, before the licences of 2023");
  }

  private Result multiple(Stop stop) {
    Quantity price = new Quantity.DeliveredPrice(stop.product(), context.whole);
    Reading after = context.inquiry.ask(cards.toAll(stop)).read(price);
    Reading before = context.inquiry.ask(cards.base()).read(price);
    return context.multiple(Series.of(after.over(before)), cards.toAll(stop), stop.product());
  }

  private Region area(Disruption published) {
    return context.bloc.regions().stream()
        .filter(region -> region.id().equals(published.area()))
        .findFirst()
        .orElseGet(() ->
            published.area().matches("[A-Z]{3}")
                ? Region.of(CountryCode.of(published.area()))
                : context.whole);
  }

  private double rankedAtRisk(Stop stop) {
    Result usd = atRisk(stop, usa());
    return usd.equals(ValueAtRisk.NOTHING) ? 0 : usd.findCentral().orElse(Double.NaN);
  }

  private Result atRisk(Stop stop, Region area) {
    Quantity lost = new Quantity.FinalUseLost(stop.product(), area);
    Reading share =
        context
            .inquiry
            .ask(cards.toAll(stop))
            .read(lost)
            .minus(context.inquiry.ask(cards.reference(stop)).read(lost));
    return atRisk.of(stop.product(), area, Series.of(share), PlanContext.run(cards.toAll(stop)));
  }

  private ActionPlan.Sanity line(
      Disruption published, Optional<Stop> stop, Result ours, Figure theirs, String reason) {
    String what =
        stop.map(s ->
                context.nameOf(s.exporter()) + " stops " + context.nameOf(s.product()) + " to all")
            .orElse(published.commodity());
    return line(what, published, ours, theirs, reason);
  }

  /**
   * Ours beside a published number.
   *
   * @param reason why they may be far apart
   */
  static ActionPlan.Sanity line(
      String what, Disruption published, Result ours, Figure theirs, String reason) {
    ActionPlan.Agreement agreement =
        ours instanceof Figure figure && figure.unit().equals(theirs.unit())
            ? agreement(figure.value(), theirs.value())
            : ActionPlan.Agreement.NOT_COMPARED;
    String why =
        switch (agreement) {
          case FAR -> reason;
          case NOT_COMPARED -> ours instanceof NoFigure none ? none.why() : reason;
          case WITHIN, OVERLAPPING, NEAR -> "";
        };
    return new ActionPlan.Sanity(
        what,
        published.measure(),
        published.event(),
        published.area(),
        ours,
        theirs,
        agreement,
        why);
  }

  /** How two ranges of numbers above 0 stand to one another. */
  static ActionPlan.Agreement agreement(Interval ours, Interval theirs) {
    if (ours.low() <= theirs.central() && theirs.central() <= ours.high()) {
      return ActionPlan.Agreement.WITHIN;
    }
    if (ours.low() <= theirs.high() && theirs.low() <= ours.high()) {
      return ActionPlan.Agreement.OVERLAPPING;
    }
    return ours.high() * FAR < theirs.low() || theirs.high() * FAR < ours.low()
        ? ActionPlan.Agreement.FAR
        : ActionPlan.Agreement.NEAR;
  }

  private List<ActionPlan.RankAgreement> ranks() {
    return List.of(
        rank("value added at risk in the United States, stop to all", this::rankedAtRisk),
        rank(
            "loss of users in the United States, stop to all",
            stop -> usersLoss(stop, usa()).orElse(Double.NaN)));
  }

  /** Spearman's rank correlation with the published losses over the minerals that both have. */
  private ActionPlan.RankAgreement rank(String what, ToDoubleFunction<Stop> ours) {
    List<double[]> pairs = new ArrayList<>();
    List<String> from = new ArrayList<>();
    for (Disruption published : context.evidence.resilience().disruptions()) {
      Stop stop = worst.get(published.commodity());
      if (published.measure().equals(LARGEST) && stop != null) {
        double value = ours.applyAsDouble(stop);
        if (Double.isFinite(value)) {
          pairs.add(new double[] {value, published.value().central()});
          from.add(published.provenance().source().toString());
        }
      }
    }
    from.add(METHOD);
    Result rho =
        pairs.size() < 3
            ? new NoFigure("correlation", "fewer than three minerals are in both lists")
            : Figure.ofRows(Interval.exactly(Ranks.spearman(pairs)), "correlation", Grade.C, from);
    return new ActionPlan.RankAgreement(
        what, LARGEST, Figure.count(pairs.size(), "minerals in both lists"), rho);
  }
}
