package org.plimsoll.app.floors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.session.Amounts;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.StopText;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.floors.FloorMarket;
import org.plimsoll.planner.floors.FloorTarget;
import org.plimsoll.planner.floors.Instruments;
import org.plimsoll.planner.floors.JointFloors;
import org.plimsoll.planner.floors.RootSearch;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.study.Stop;
import org.plimsoll.planner.study.Workers;

/**
 * The smallest floor of a product that reaches a target, what it does, and what else would do as
 * much.
 *
 * @param product commodity or product
 * @param target as {@code paid=110}; the price that projects need if empty
 * @param isChain whether floors of the later stages are set with it
 * @param sweep floors that are shown beside, as {@code 50..200}
 * @param exempt partners on whose goods no floor is kept
 * @param trigger price in the alliance above which the floor is suspended, USD/kg
 * @param stop in which it is looked at, as {@code CHN:gallium/refined}; of the first supplier if
 *     empty
 * @param prices vintage of base prices; that of the scenario if empty
 */
public record DesignFloor(
    String product,
    Optional<String> target,
    boolean isChain,
    Optional<String> sweep,
    List<String> exempt,
    Optional<String> trigger,
    Optional<String> stop,
    Optional<String> prices) {
  private static final double LOWEST = 0.5;
  private static final double HIGHEST = 6;

  public DesignFloor {
    exempt = List.copyOf(exempt);
    target.ifPresent(FloorQuestion::target);
    stop.ifPresent(StopText::parse);
    sweep.ifPresent(FloorQuestion.Range::parse);
    trigger.ifPresent(text -> Amounts.usdPerTonne("--suspend-above", text));
  }

  /**
   * The answer.
   *
   * @throws Refusal if the world has no such product, partner or price
   */
  public Answer answer(Evidence evidence, Scenario scenario, Workers workers) {
    FloorGround ground = FloorGround.of(evidence, scenario, product, prices, exempt, workers);
    Optional<Stop> named = stop.map(text -> stop(ground, StopText.parse(text)));
    FloorMarket market = ground.market();
    ProductId id = ground.product();
    FloorTarget aim =
        target.map(FloorQuestion::target).orElseGet(() -> FloorQuestion.usual(evidence, id));
    Equilibrium before = before(market);
    FloorQuestion.Range range =
        sweep.map(FloorQuestion.Range::parse).orElseGet(() -> range(market, before, id, aim));
    RootSearch.Found found = market.smallest(id, aim, List.of(), range.from(), range.to());
    FloorTables tables = new FloorTables(ground, before);
    Answer answer =
        Answer.of("Floors of " + id)
            .fact("product", id.toString())
            .fact("asOf", ground.scenario().asOf())
            .fact("scenario", scenario.name())
            .fact("prices", ground.scenario().priceVintage())
            .fact("target", FloorQuestion.words(aim))
            .fact("isReached", found instanceof RootSearch.Found.Reached);
    List<FloorTables.Trial> trials = new ArrayList<>();
    trials.add(new FloorTables.Trial("no floor", OptionalDouble.empty(), before));
    OptionalDouble needed = needed(found);
    needed.ifPresent(floor -> trials.addAll(trials(market, id, floor, found)));
    answer = answer.with(tables.trials(trials));
    if (sweep.isPresent()) {
      answer = answer.with(tables.sweep(swept(market, id, range)));
    }
    if (needed.isPresent()) {
      answer = withFloor(answer, ground, tables, needed.getAsDouble(), aim, range, named);
    }
    return answer.remark(remarks(ground, found, aim, before, range));
  }

  /** The floor that is looked at; empty if the target is met without one. */
  private static OptionalDouble needed(RootSearch.Found found) {
    return switch (found) {
      case RootSearch.Found.Reached(double place, boolean isAtOnce) ->
          isAtOnce ? OptionalDouble.empty() : OptionalDouble.of(place);
      case RootSearch.Found.Nowhere(double best, OptionalDouble _) -> OptionalDouble.of(best);
    };
  }

  /** What the floor does, what else would do as much, and what becomes of it in a stop. */
  private Answer withFloor(
      Answer answer,
      FloorGround ground,
      FloorTables tables,
      double floor,
      FloorTarget aim,
      FloorQuestion.Range range,
      Optional<Stop> named) {
    FloorMarket market = ground.market();
    ProductId id = ground.product();
    Answer with = answer.with(tables.instruments(instruments(market, id, aim, floor, range)));
    with =
        isChain
            ? withChain(with, ground, tables, floor)
            : market
                .with(market.floor(id, floor))
                .map(held -> withGoods(tables, held))
                .map(with::with)
                .orElse(with);
    return trigger.isPresent() || stop.isPresent()
        ? with.with(
            tables.suspension(
                situations(ground, market.before(), floor, named), triggerUsdPerTonne()))
        : with;
  }

  private static Equilibrium before(FloorMarket market) {
    try {
      return market.before();
    } catch (IllegalStateException unsolved) {
      throw Refusal.ofMessage(new IllegalArgumentException(unsolved.getMessage(), unsolved));
    }
  }

  /** Between half of the lower and six times the higher of what is paid and what is aimed at. */
  private static FloorQuestion.Range range(
      FloorMarket market, Equilibrium before, ProductId id, FloorTarget aim) {
    double price = before.deliveredPrice(id, market.members()).orElse(0);
    double aimed = aim instanceof FloorTarget.Paid(double usd) ? usd : price;
    double low = LOWEST * (price > 0 ? Math.min(price, aimed) : aimed);
    return new FloorQuestion.Range(low, HIGHEST * Math.max(price, aimed));
  }

  private List<FloorTables.Trial> trials(
      FloorMarket market, ProductId id, double floor, RootSearch.Found found) {
    String label =
        found instanceof RootSearch.Found.Reached ? "smallest floor" : "best that a floor does";
    List<FloorTables.Trial> trials = new ArrayList<>();
    market
        .with(market.floor(id, floor))
        .ifPresent(
            solved -> trials.add(new FloorTables.Trial(label, OptionalDouble.of(floor), solved)));
    if (!exempt.isEmpty()) {
      FloorMarket all = market.exempting(List.of());
      all.with(all.floor(id, floor))
          .ifPresent(solved ->
              trials.add(
                  new FloorTables.Trial(
                      "the same, nobody exempt", OptionalDouble.of(floor), solved)));
    }
    return trials;
  }

  private static List<FloorTables.Trial> swept(
      FloorMarket market, ProductId id, FloorQuestion.Range range) {
    List<FloorTables.Trial> trials = new ArrayList<>();
    for (double usd : RootSearch.levels(range.from(), range.to())) {
      market
          .with(market.floor(id, usd))
          .ifPresent(
              solved -> trials.add(new FloorTables.Trial("", OptionalDouble.of(usd), solved)));
    }
    return trials;
  }

  /** At the effect of the floor: what the worst paid maker gets. */
  private static List<Instruments.Instrument> instruments(
      FloorMarket market, ProductId id, FloorTarget aim, double floor, FloorQuestion.Range range) {
    OptionalDouble paid =
        aim instanceof FloorTarget.Paid(double usd)
            ? OptionalDouble.of(usd)
            : market
                .with(market.floor(id, floor))
                .map(solved -> market.paid(solved, id))
                .orElse(OptionalDouble.empty());
    return paid.isPresent()
        ? new Instruments(market, id, paid.getAsDouble(), range.to()).list()
        : List.of();
  }

  private static List<Table<?>> withGoods(FloorTables tables, Equilibrium held) {
    return List.of(tables.goods(held, "this floor alone").ifAny());
  }

  private static Answer withChain(
      Answer answer, FloorGround ground, FloorTables tables, double floor) {
    List<ProductId> stages = ground.downstream();
    if (stages.size() < 2) {
      return answer.remark(ground.product() + " has no later stage, so no floor goes with it.");
    }
    Optional<JointFloors.Joint> joint = new JointFloors(ground.market(), stages).above(floor);
    if (joint.isEmpty()) {
      return answer.remark("No market is found with floors along the chain.");
    }
    Answer with =
        answer
            .with(tables.chain(stages, joint.get()), tables.chainGains(joint.get()))
            .with(tables.goods(joint.get().all(), "floors along the chain").ifAny());
    return joint.get().lacking().isEmpty()
        ? with
        : with.remark(
            "No floor brings %s back to what members made; the best is shown."
                .formatted(
                    String.join(
                        ", ", joint.get().lacking().stream().map(ProductId::toString).toList())));
  }

  private OptionalDouble triggerUsdPerTonne() {
    return trigger
        .map(text -> OptionalDouble.of(Amounts.usdPerTonne("--suspend-above", text)))
        .orElse(OptionalDouble.empty());
  }

  /** Today's market and a stop, each without the floor and with it. */
  private List<FloorTables.Situation> situations(
      FloorGround ground, Equilibrium before, double floor, Optional<Stop> named) {
    FloorMarket market = ground.market();
    List<FloorTables.Situation> situations = new ArrayList<>();
    market
        .with(market.floor(ground.product(), floor))
        .ifPresent(held -> situations.add(new FloorTables.Situation("today", before, held)));
    Optional<Stop> asked =
        named.or(() ->
            market
                .firstSupplier(before, ground.product())
                .map(first -> new Stop(first, ground.product())));
    asked.ifPresent(its -> {
      FloorMarket stopped = market.under(List.of(its.ban(ground.bloc())));
      Optional<Equilibrium> without = stopped.with();
      Optional<Equilibrium> held = stopped.with(stopped.floor(ground.product(), floor));
      if (without.isPresent() && held.isPresent()) {
        situations.add(
            new FloorTables.Situation(
                "%s stops %s".formatted(its.exporter().alpha3(), its.product()),
                without.get(),
                held.get()));
      }
    });
    return situations;
  }

  private static Stop stop(FloorGround ground, StopText words) {
    Evidence evidence = ground.evidence();
    List<ProductId> chain = ground.market().market().listProducts();
    List<ProductId> products = words.products(evidence).stream().filter(chain::contains).toList();
    if (products.isEmpty()) {
      throw Refusal.of(
          "--stop is of %s, which is not in the chain of %s"
              .formatted(words.product(), ground.product()),
          "name one of " + String.join(", ", chain.stream().map(ProductId::toString).toList()));
    }
    return new Stop(words.country(evidence), products);
  }

  private List<String> remarks(
      FloorGround ground,
      RootSearch.Found found,
      FloorTarget aim,
      Equilibrium before,
      FloorQuestion.Range range) {
    FloorMarket market = ground.market();
    List<String> remarks = new ArrayList<>();
    remarks.add(
        switch (found) {
          case RootSearch.Found.Reached(double place, boolean isAtOnce) when isAtOnce ->
              "The target needs no floor: %s (tried from %s USD/kg on)."
                  .formatted(FloorQuestion.words(aim), FloorTables.number(place / 1000));
          case RootSearch.Found.Reached(double place, boolean _) ->
              "The smallest floor with which %s: %s USD/kg, to 0.1%%."
                  .formatted(FloorQuestion.words(aim), FloorTables.number(place / 1000));
          case RootSearch.Found.Nowhere(double best, OptionalDouble gap) ->
              "No floor does it up to %s USD/kg: %s; best reached at %s USD/kg%s."
                  .formatted(
                      FloorTables.number(range.to() / 1000),
                      FloorQuestion.words(aim),
                      FloorTables.number(best / 1000),
                      reached(market, ground.product(), aim, best, gap));
        });
    OptionalDouble idle = market.idleUpTo(ground.product(), range.from() / 2, range.to());
    remarks.add(
        idle.isPresent()
            ? "Idle up to %s USD/kg: no levy is due below it."
                .formatted(FloorTables.number(idle.getAsDouble() / 1000))
            : "No range of floors without a levy was found between %s and %s USD/kg."
                .formatted(
                    FloorTables.number(range.from() / 2000),
                    FloorTables.number(range.to() / 1000)));
    if (!ground.leftOut().isEmpty()) {
      remarks.add(
          "The scenario's own floors on this chain are left out: "
              + String.join(", ", ground.leftOut())
              + ".");
    }
    if (market.makers(before, ground.product()).isEmpty()) {
      remarks.add("No member makes it today.");
    }
    return remarks;
  }

  private static String reached(
      FloorMarket market, ProductId id, FloorTarget aim, double best, OptionalDouble gap) {
    if (gap.isEmpty()) {
      return ", where no member makes it";
    }
    Optional<Equilibrium> solved = market.with(market.floor(id, best));
    return solved
        .map(its ->
            switch (aim) {
              case FloorTarget.Paid _ ->
                  ", where the worst paid gets %s"
                      .formatted(FloorTables.number(market.paid(its, id).orElse(0) / 1000));
              case FloorTarget.FirstSupplier _ ->
                  ", where the first supplier has %s%%"
                      .formatted(FloorTables.number(100 * market.firstShare(its, id).orElse(0)));
              case FloorTarget.Output _ ->
                  ", where members make %s t".formatted(FloorTables.number(market.output(its, id)));
            })
        .orElse("");
  }
}
