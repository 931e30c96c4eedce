package org.plimsoll.app.floors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.session.Amounts;
import org.plimsoll.app.session.Nearest;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Challenge;
import org.plimsoll.model.policy.ReferenceRows;
import org.plimsoll.model.policy.ReferenceRule.Kind;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.reference.CostPlus;
import org.plimsoll.planner.reference.Estimate;
import org.plimsoll.planner.reference.IncentivePrice;
import org.plimsoll.planner.reference.Input;
import org.plimsoll.planner.reference.Inputs;
import org.plimsoll.planner.reference.PriceIndex;
import org.plimsoll.planner.reference.ReferenceMethod;
import org.plimsoll.planner.reference.Revision;
import org.plimsoll.planner.reference.StructuralPrice;
import org.plimsoll.planner.study.Workers;

/**
 * The reference price of a product by one method, or by all side by side, and what a challenge of
 * an input changes.
 *
 * @param product commodity or product
 * @param method one of {@link ReferenceMethod}; all if empty
 * @param challenges as {@code F025=9USD/kg}
 * @param year of an index; the latest with quotes that say what traded if empty
 * @param tonnes that projects are to make, of the incentive price; by the first supplier's share if
 *     empty
 * @param inForce reference price in force, USD/kg, that a new estimate revises; empty for none
 * @param moved what energy, wages or currency moved since, as {@code energy=10%}
 * @param prices vintage of base prices; that of the scenario if empty
 */
public record ReferencePrice(
    String product,
    Optional<String> method,
    List<String> challenges,
    Optional<Integer> year,
    Optional<String> tonnes,
    Optional<String> inForce,
    List<String> moved,
    Optional<String> prices) {
  public ReferencePrice {
    challenges = List.copyOf(challenges);
    moved = List.copyOf(moved);
    method.ifPresent(ReferencePrice::method);
    Refusal.requireUse("--in-force", inForce.isEmpty() || method.isPresent(), "without --method");
    Refusal.requireUse("--moved", moved.isEmpty() || method.isPresent(), "without --method");
  }

  /** Words of the methods. */
  public static List<String> listMethods() {
    return Arrays.stream(ReferenceMethod.values()).map(ReferenceMethod::word).toList();
  }

  private static ReferenceMethod method(String word) {
    return Arrays.stream(ReferenceMethod.values())
        .filter(each -> each.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            Refusal.of(
                "there is no method '" + word + "'",
                Nearest.wayOut(word, listMethods(), "one of " + String.join(", ", listMethods()))));
  }

  /**
   * The answer.
   *
   * @param rows quotes, rules and challenges of the world
   * @throws Refusal if the world has no such product or input
   */
  public Answer answer(Evidence evidence, Scenario scenario, ReferenceRows rows, Workers workers) {
    ProductId id = FloorGround.product(evidence, product);
    Inputs own = new Inputs(evidence, rows, id, new TreeMap<>());
    SortedMap<String, Double> values = new TreeMap<>();
    List<Challenge> standing =
        rows.listStanding().stream().filter(its -> own.find(its.input()).isPresent()).toList();
    standing.forEach(its -> values.put(its.input(), its.value()));
    values.putAll(asked(own));
    Inputs challenged = new Inputs(evidence, rows, id, values);
    FloorGround ground = FloorGround.of(evidence, scenario, product, prices, List.of(), workers);
    List<ReferenceMethod> methods =
        method.map(word -> List.of(method(word))).orElse(List.of(ReferenceMethod.values()));
    List<Estimate> before = methods.stream().map(each -> estimate(each, own, ground)).toList();
    List<Estimate> now =
        values.isEmpty()
            ? before
            : methods.stream().map(each -> estimate(each, challenged, ground)).toList();
    ReferenceTables tables = new ReferenceTables(evidence.getProduct(id), own, challenged);
    Answer answer =
        Answer.of("Reference price of " + id)
            .fact("product", id.toString())
            .fact("asOf", scenario.asOf())
            .with(tables.methods(now));
    if (method.isPresent()) {
      answer =
          answer.with(tables.working(now.getFirst())).remark(methods.getFirst().formula() + ".");
    }
    answer =
        answer.with(
            method.isPresent() ? tables.inputs(now) : tables.inputs(now).forPrograms(),
            method.isPresent() ? tables.leftOut(now).ifAny() : tables.leftOut(now).forPrograms());
    if (method.isPresent() && inForce.isPresent()) {
      answer = answer.with(tables.revision(revision(now.getFirst(), challenged, scenario)));
    }
    if (!values.isEmpty()) {
      List<Effect> effects = effects(before, now, challenged, scenario, ground);
      answer =
          answer.with(
              tables.challenged(values.keySet()),
              tables.effects(effects),
              tables.schedule(effects));
    }
    return answer
        .with(tables.register(rows.challenges(), own).ifAny())
        .remark(remarks(now, challenged));
  }

  private SortedMap<String, Double> asked(Inputs own) {
    SortedMap<String, Double> values = new TreeMap<>();
    for (String challenge : challenges) {
      int equals = challenge.indexOf('=');
      if (equals < 1) {
        throw Refusal.of(
            "--challenge is '" + challenge + "'", "write ID=VALUE, such as F025=9USD/kg");
      }
      String id = challenge.substring(0, equals);
      Input input =
          own.find(id)
              .orElseThrow(() ->
                  Refusal.of(
                      "no input of %s is called '%s'".formatted(product, id),
                      Nearest.wayOut(
                          id,
                          own.listIds(),
                          "plimsoll reference %s --method index lists them".formatted(product))));
      double value =
          Amounts.in(input.unit(), "the challenge of " + id, challenge.substring(equals + 1));
      if (input.unit().startsWith("USD/t") && !(value > 0)) {
        throw Refusal.of(
            "the challenge of %s is %s, but a price is above 0".formatted(id, challenge),
            "write %s=9USD/kg".formatted(id));
      }
      values.put(id, value);
    }
    return values;
  }

  private Estimate estimate(ReferenceMethod each, Inputs inputs, FloorGround ground) {
    return switch (each) {
      case COST_PLUS -> new CostPlus(inputs).of();
      case INDEX ->
          new PriceIndex(inputs).of(year.map(OptionalInt::of).orElse(OptionalInt.empty()));
      case STRUCTURAL ->
          new StructuralPrice(
                  inputs, ground.market().market(), ground.uncontrolled(), ground.market().solve())
              .of();
      case INCENTIVE -> new IncentivePrice(inputs).of(wanted(inputs, ground));
    };
  }

  private IncentivePrice.Wanted wanted(Inputs inputs, FloorGround ground) {
    if (tonnes.isPresent()) {
      return new IncentivePrice.Wanted(
          Amounts.tonnes("--tonnes", tonnes.get()), "as asked", List.of());
    }
    Input most = inputs.getRule(Kind.FIRST_SUPPLIER_SHARE);
    Equilibrium now = ground.market().before();
    double use = ground.market().use(now, ground.product());
    OptionalDouble first = ground.market().firstShare(now, ground.product());
    double share = first.orElse(0);
    double limit = most.value().central();
    return share > limit
        ? new IncentivePrice.Wanted(
            (share - limit) * use,
            "brings the first supplier's %.0f%% of %.0f t that members use to %.0f%%"
                .formatted(100 * share, use, 100 * limit),
            List.of(most))
        : new IncentivePrice.Wanted(
            0,
            "the first supplier has %.0f%% of what members use, no more than %.0f%%; name one with"
                    .formatted(100 * share, 100 * limit)
                + " --tonnes",
            List.of(most));
  }

  /**
   * What challenges change of a method.
   *
   * @param before estimate by the rows' own values, USD a tonne
   * @param after estimate by challengers' values
   * @param revision of the reference price that was the first and is to be the second
   * @param floorBefore what a floor at it does
   */
  record Effect(
      ReferenceMethod method,
      double before,
      double after,
      Revision revision,
      Border floorBefore,
      Border floorAfter) {}

  /** A floor at a price, at the border: largest levy, USD a tonne, and what levies bring in. */
  record Border(double floorUsdPerTonne, double levyUsdPerTonne, double revenueUsd) {}

  private static List<Effect> effects(
      List<Estimate> before,
      List<Estimate> now,
      Inputs inputs,
      Scenario scenario,
      FloorGround ground) {
    List<Effect> effects = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      if (before.get(i) instanceof Estimate.Priced was
          && now.get(i) instanceof Estimate.Priced is
          && was.usdPerTonne().central() != is.usdPerTonne().central()) {
        double from = was.usdPerTonne().central();
        double to = is.usdPerTonne().central();
        Revision revision = Revision.of(from, to, rule(inputs), scenario.asOf());
        effects.add(
            new Effect(
                was.method(),
                from,
                to,
                revision,
                border(ground, from),
                border(ground, revision.after())));
      }
    }
    return effects;
  }

  private static Border border(FloorGround ground, double usdPerTonne) {
    return ground
        .market()
        .with(ground.market().floor(ground.product(), usdPerTonne))
        .map(solved ->
            new Border(
                usdPerTonne,
                ground.market().largestLevy(solved, ground.product()),
                ground.market().revenueUsd(solved, ground.product())))
        .orElse(new Border(usdPerTonne, 0, 0));
  }

  private static Revision.Rule rule(Inputs inputs) {
    return new Revision.Rule(
        inputs.getRule(Kind.REVISION_BAND).value().central(),
        inputs.getRule(Kind.REVISION_STEP).value().central(),
        (int) inputs.getRule(Kind.NOTICE_DAYS).value().central());
  }

  private Revision revision(Estimate estimate, Inputs inputs, Scenario scenario) {
    if (!(estimate instanceof Estimate.Priced priced)) {
      throw Refusal.of(
          "the method gives no price, so nothing revises the one in force",
          "leave --in-force out to see what is missing");
    }
    double made = Revision.indexed(priced.usdPerTonne().central(), moves(inputs));
    return Revision.of(
        Amounts.usdPerTonne("--in-force", inForce.orElseThrow()),
        made,
        rule(inputs),
        scenario.asOf());
  }

  private List<Revision.Move> moves(Inputs inputs) {
    List<Revision.Move> moves = new ArrayList<>();
    List<String> known = inputs.listWeights().stream().map(Inputs.Weight::of).toList();
    for (String move : moved) {
      int equals = move.indexOf('=');
      String of = equals < 0 ? move : move.substring(0, equals);
      if (equals < 1 || !known.contains(of)) {
        throw Refusal.of(
            "--moved is '" + move + "'",
            "write one of %s with a share, such as energy=10%%"
                .formatted(String.join(", ", known)));
      }
      double change = Amounts.share("--moved", move.substring(equals + 1));
      inputs.listWeights().stream()
          .filter(weight -> weight.of().equals(of))
          .forEach(
              weight -> moves.add(new Revision.Move(weight.share().value().central(), change)));
    }
    return moves;
  }

  private List<String> remarks(List<Estimate> estimates, Inputs inputs) {
    List<String> remarks = new ArrayList<>();
    if (method.isEmpty()) {
      List<Double> used =
          estimates.stream()
              .filter(Estimate.Priced.class::isInstance)
              .map(Estimate.Priced.class::cast)
              .filter(priced -> !priced.isIndicative())
              .map(priced -> priced.usdPerTonne().central())
              .sorted()
              .toList();
      double limit = inputs.getRule(Kind.SPREAD_LIMIT).value().central();
      if (used.size() < 2) {
        remarks.add("Fewer than two methods give a price that may be used, so there is no spread.");
      } else {
        double spread = used.getLast() / used.getFirst();
        remarks.add(
            spread > limit
                ? "Spread %.2f, above %.0f: no reference price agreed.".formatted(spread, limit)
                : "Spread %.2f, not above %.0f.".formatted(spread, limit));
      }
    }
    remarks.add(
        "R moves only if the estimate is off by more than %.0f%%, by at most %.0f%% at once, after"
                .formatted(
                    100 * inputs.getRule(Kind.REVISION_BAND).value().central(),
                    100 * inputs.getRule(Kind.REVISION_STEP).value().central())
            + " %.0f days' notice (rows R01, R02, R03: assumed)."
                .formatted(inputs.getRule(Kind.NOTICE_DAYS).value().central()));
    return remarks;
  }
}
