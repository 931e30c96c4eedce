package org.plimsoll.app.market;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Kind;
import org.plimsoll.app.answer.Table;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.Membership;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.market.answer.Goal;
import org.plimsoll.planner.market.answer.Sensitivity;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.measures.PriceSides;
import org.plimsoll.planner.market.world.Sensitivities;
import org.plimsoll.planner.study.Progress;

/** What the answer for one product hangs on, figure by figure. */
final class SensitivityTables {
  private static final double MILLION = 1e6;

  /** Figures that weigh less than this share of the heaviest are left out. */
  private static final double SHOWN = 1e-4;

  /** A figure without a range is weighed by so large a change of it. */
  private static final double A_TENTH = 0.1;

  private SensitivityTables() {}

  private record Moved(String goal, ProductId product, Sensitivity by) {}

  /**
   * For each product and goal the figures that move it, those that move it most first.
   *
   * @param scenario with all its measures
   */
  static Table<?> of(
      Evidence evidence, Scenario scenario, List<ProductId> products, Progress progress) {
    List<Moved> rows = new ArrayList<>();
    for (int i = 0; i < products.size(); i++) {
      progress.at(i + 1, products.size(), "sensitivities");
      rows.addAll(moved(evidence, scenario, products.get(i)));
    }
    return Table.of(
            "sensitivities",
            "What moves prices and welfare: to the first order, one figure at a time",
            rows)
        .product("product", "product", Moved::product)
        .words("goal", "goal", Moved::goal)
        .words("figure", "figure", m -> m.by().name())
        .words("scope", "of", m -> m.by().scope())
        .figure("value", "value", m -> m.by().value())
        .cell(
            "range",
            "range",
            Kind.RANGE,
            m -> new Cell.Span(m.by().range().low(), m.by().range().high(), Cell.DIGITS))
        .figure("below", "a unit less", m -> m.by().below())
        .figure("above", "a unit more", m -> m.by().above())
        .figure("swing", "over its range", m -> m.by().swing());
  }

  private static List<Moved> moved(Evidence evidence, Scenario scenario, ProductId product) {
    Membership membership = new Membership(evidence, List.of(scenario.alliance()), scenario.asOf());
    Collection<CountryCode> members = membership.resolve(Parties.of(scenario.alliance().id()));
    SortedSet<CountryCode> known =
        new TreeSet<>(
            PriceSides.restrictors(product, scenario.measures(), membership, scenario.asOf()));
    known.addAll(members);
    Map<String, Goal> goals = new LinkedHashMap<>();
    goals.put("price in the alliance, USD a tonne", Goal.deliveredPrice(product, members));
    goals.put("price in third countries, USD a tonne", Goal.deliveredPriceBut(product, known));
    goals.put(
        "welfare of the members, USD million a year", Goal.welfare(members).times(1 / MILLION));
    Map<String, List<Sensitivity>> found =
        Sensitivities.of(evidence, scenario, ParameterDraw.central(), product, goals);
    List<Moved> rows = new ArrayList<>();
    for (String goal : goals.keySet()) {
      List<Sensitivity> its = found.getOrDefault(goal, List.of());
      double largest = its.stream().mapToDouble(SensitivityTables::weight).max().orElse(0);
      its.stream()
          .filter(s -> weight(s) > SHOWN * largest)
          .sorted(Comparator.comparingDouble(s -> -weight(s)))
          .forEach(s -> rows.add(new Moved(goal, product, s)));
    }
    return rows;
  }

  /** What its range, or a tenth of it, moves the goal by. */
  private static double weight(Sensitivity s) {
    double slope = Math.max(Math.abs(s.below()), Math.abs(s.above()));
    return Math.max(Math.abs(s.swing()), A_TENTH * Math.abs(s.value()) * slope);
  }
}
