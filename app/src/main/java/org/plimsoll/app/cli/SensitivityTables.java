package org.plimsoll.app.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plimsoll.app.cli.Answer.Column;
import org.plimsoll.app.cli.Answer.Table;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.Membership;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.market.answer.Goal;
import org.plimsoll.planner.market.answer.Sensitivity;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.world.Sensitivities;

/** What the answer for one product hangs on, figure by figure. */
final class SensitivityTables {
  private static final double MILLION = 1e6;

  /** Figures that weigh less than this share of the heaviest are left out. */
  private static final double SHOWN = 1e-4;

  /** A figure without a range is weighed by so large a change of it. */
  private static final double A_TENTH = 0.1;

  private SensitivityTables() {}

  /**
   * A table for each goal, the figures that move it most first.
   *
   * @param scenario with all its measures
   */
  static List<Table> of(Evidence evidence, Scenario scenario, ProductId product) {
    Collection<CountryCode> members =
        new Membership(evidence, List.of(scenario.alliance()), scenario.asOf())
            .resolve(Parties.of(scenario.alliance().id()));
    Map<String, Goal> goals = new LinkedHashMap<>();
    goals.put("price inside, USD a tonne", Goal.insidePrice(product, members));
    goals.put("price outside, USD a tonne", Goal.outsidePrice(product, members));
    goals.put(
        "welfare of the members, USD million a year", Goal.welfare(members).times(1 / MILLION));
    Map<String, List<Sensitivity>> found =
        Sensitivities.of(evidence, scenario, ParameterDraw.central(), product, goals);
    List<Table> tables = new ArrayList<>();
    goals
        .keySet()
        .forEach(goal -> {
          List<Sensitivity> its = new ArrayList<>(found.getOrDefault(goal, List.of()));
          its.sort(Comparator.comparingDouble(s -> -weight(s)));
          tables.add(table(product + ": " + goal, its));
        });
    return tables;
  }

  /** What its range, or a tenth of it, moves the goal by. */
  private static double weight(Sensitivity s) {
    double slope = Math.max(Math.abs(s.below()), Math.abs(s.above()));
    return Math.max(Math.abs(s.swing()), A_TENTH * Math.abs(s.value()) * slope);
  }

  private static Table table(String title, List<Sensitivity> sensitivities) {
    Answer.Builder table =
        Table.of(
            title,
            "What moves " + title + ": to the first order, one figure at a time",
            new Column("figure", "figure"),
            new Column("scope", "of"),
            new Column("value", "value"),
            new Column("range", "range"),
            new Column("below", "a unit less"),
            new Column("above", "a unit more"),
            new Column("swing", "over its range"));
    double largest = sensitivities.stream().mapToDouble(SensitivityTables::weight).max().orElse(0);
    for (Sensitivity s : sensitivities) {
      if (weight(s) > SHOWN * largest) {
        table.row(
            Cell.words(s.name()),
            Cell.words(s.scope()),
            new Cell.Figure(s.value(), Cell.DIGITS),
            new Cell.Span(s.range().low(), s.range().high(), Cell.DIGITS),
            new Cell.Figure(s.below(), Cell.DIGITS),
            new Cell.Figure(s.above(), Cell.DIGITS),
            new Cell.Figure(s.swing(), Cell.DIGITS));
      }
    }
    return table.build();
  }
}
