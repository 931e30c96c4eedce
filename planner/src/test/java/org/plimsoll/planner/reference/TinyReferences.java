package org.plimsoll.planner.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.policy.ReferenceRows;
import org.plimsoll.model.policy.ReferenceRule;
import org.plimsoll.model.policy.ReferenceRule.Kind;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.PriceQuote;
import org.plimsoll.model.trade.ProjectCost;

/** Quotes, rules and costs of tinium that a person can check by hand. */
final class TinyReferences {
  private final List<PriceQuote> quotes = new ArrayList<>();
  private final List<ReferenceRule> rules = new ArrayList<>();
  private final List<ProjectCost> costs = new ArrayList<>();
  private final Map<String, Double> challenged = new TreeMap<>();

  TinyReferences() {
    rule("R05", Kind.LEAST_QUOTES, "*", "*", 3);
    rule("R06", Kind.LEAST_TRADED_SHARE, "*", "*", 0.01);
    rule("R07", Kind.AVERAGE_COVER, "*", "*", 0.1);
    rule("R08", Kind.RETURN, "*", "*", 0.1);
    rule("R09", Kind.LIFE_YEARS, "*", "*", 20);
    rule("R10", Kind.COST_QUANTILE, "*", "*", 0.9);
    rule("R11", Kind.LEAST_MAKERS, "*", "*", 2);
    rule("R12", Kind.OPERATING_COST_FACTOR, "*", "*", 1);
    rule("R13", Kind.CAPITAL_COST_FACTOR, "*", "*", 1);
    rule("N01", Kind.NON_MARKET_ECONOMY, "*", "AAA", 1);
    rules.add(
        new ReferenceRule(
            "B01",
            Kind.COST_BASIS,
            TinyWorld.REFINED.toString(),
            "*",
            Interval.exactly(1),
            "tin",
            TinyWorld.MADE_UP));
  }

  TinyReferences rule(String id, Kind kind, String scope, String area, double value) {
    rules.add(
        new ReferenceRule(id, kind, scope, area, Interval.exactly(value), "1", TinyWorld.MADE_UP));
    return this;
  }

  /** A quote of 2025 in USD/kg; a share below 0 is not known. */
  TinyReferences quote(
      String id, PriceQuote.Type type, String publisher, double usdPerKg, double share) {
    quotes.add(
        new PriceQuote(
            id,
            TinyWorld.REFINED,
            "2025-12-31",
            "Europe",
            type,
            publisher,
            Interval.exactly(1000 * usdPerKg),
            share < 0 ? Optional.empty() : Optional.of(Interval.exactly(share)),
            TinyWorld.MADE_UP));
    return this;
  }

  TinyReferences cost(
      String project, String measure, String place, double value, String unit, double tonnes) {
    costs.add(
        new ProjectCost(
            "tinium",
            project,
            measure,
            "2024",
            place,
            Interval.exactly(value),
            unit,
            tonnes > 0 ? OptionalDouble.of(tonnes) : OptionalDouble.empty(),
            TinyWorld.MADE_UP));
    return this;
  }

  TinyReferences challenge(String id, double value) {
    challenged.put(id, value);
    return this;
  }

  Inputs inputs() {
    Evidence world = TinyWorld.evidence().with(draft -> draft.projectCosts = costs);
    return new Inputs(
        world,
        new ReferenceRows(quotes, rules, List.of()),
        TinyWorld.REFINED,
        new TreeMap<>(challenged));
  }
}
