package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.planner.risk.Region;

/**
 * What each exporter could do to each member by stopping each product, for a year, on top of what
 * is in force: from the solved market, not from a score.
 */
final class LeveragePart {
  /** Exporters with less than this share of the alliance's use are left out. */
  private static final double SMALLEST_SHARE = 0.02;

  private final Evidence evidence;
  private final Bloc bloc;
  private final Runs runs;
  private final Exposures exposures;

  LeveragePart(Evidence evidence, Bloc bloc, Runs runs) {
    this.evidence = evidence;
    this.bloc = bloc;
    this.runs = runs;
    this.exposures = new Exposures(evidence);
  }

  /** A stop of one product by one exporter to all members. */
  record Stop(CountryCode exporter, ProductId product) {}

  /** The ban that a stop is. */
  static BorderMeasure.ExportBan ban(Stop stop, Bloc bloc) {
    return new BorderMeasure.ExportBan(
        new Terms(
            "stop-"
                + stop.exporter().alpha3().toLowerCase(java.util.Locale.ROOT)
                + "-"
                + stop.product().commodity()
                + "-"
                + stop.product().stage(),
            List.of(stop.product()),
            Parties.of(stop.exporter().alpha3()),
            bloc.parties(),
            Parties.UNNAMED,
            Optional.empty(),
            Optional.empty(),
            Status.ASSUMED,
            "leverage"));
  }

  /** Every stop worth solving, in order of product and exporter. */
  List<Stop> stops() {
    List<Stop> stops = new ArrayList<>();
    for (ProductId product : runs.products()) {
      Map<CountryCode, Double> sales = new TreeMap<>();
      double use = 0;
      for (Flow flow : evidence.flows()) {
        if (flow.product().equals(product) && bloc.contains(flow.importer())) {
          use += flow.tonnes();
          if (!bloc.contains(flow.exporter())
              && !flow.exporter().equals(CountryCode.REST_OF_WORLD)) {
            sales.merge(flow.exporter(), flow.tonnes(), Double::sum);
          }
        }
      }
      for (Map.Entry<CountryCode, Double> sale : sales.entrySet()) {
        if (sale.getValue() >= SMALLEST_SHARE * use) {
          stops.add(new Stop(sale.getKey(), product));
        }
      }
    }
    return stops;
  }

  ActionPlan.Leverage leverage() {
    List<ActionPlan.LeverageCell> cells = new ArrayList<>();
    List<Stop> stops = stops();
    runs.prepare(stops.stream().map(stop -> List.of(ban(stop, bloc))).toList());
    for (Stop stop : stops) {
      runs.find(List.of(ban(stop, bloc))).ifPresent(stopped -> cells.add(cell(stop, stopped)));
    }
    Map<String, Double> strength = new TreeMap<>();
    cells.forEach(c -> strength.merge(c.exporter(), c.loss().central(), Double::sum));
    List<String> exporters =
        strength.entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    return new ActionPlan.Leverage(runs.products(), exporters, cells);
  }

  private ActionPlan.LeverageCell cell(Stop stop, Solved stopped) {
    Solved now = runs.statusQuo();
    List<ActionPlan.MemberLoss> members = new ArrayList<>();
    boolean atCeiling = false;
    for (Region region : bloc.regions()) {
      double unserved = stopped.unservedShare(stop.product(), region.members());
      double loss = now.welfare(region.members()) - stopped.welfare(region.members());
      atCeiling |= stopped.isAtCeiling(stop.product(), region.members());
      members.add(
          new ActionPlan.MemberLoss(
              region.id(),
              figure(loss, "USD/year", stop),
              figure(unserved, "1", stop),
              exposures.of(stop.product(), region, unserved)));
    }
    double loss = now.welfare(bloc.countries()) - stopped.welfare(bloc.countries());
    Set<CountryCode> own = Collections.singleton(stop.exporter());
    return new ActionPlan.LeverageCell(
        stop.exporter().alpha3(),
        stop.product(),
        figure(loss, "USD/year", stop),
        figure(stopped.unservedShare(stop.product(), bloc.countries()), "1", stop),
        figure(now.welfare(own) - stopped.welfare(own), "USD/year", stop),
        atCeiling,
        members);
  }

  private Figure figure(double value, String unit, Stop stop) {
    return runs.figure(value, unit, "one stop on top of what is in force", stop.product());
  }

  /** The stop of each product that costs the alliance most. */
  static Map<ProductId, Stop> worstByProduct(ActionPlan.Leverage leverage) {
    Map<ProductId, Stop> worst = new TreeMap<>();
    Map<ProductId, Double> loss = new TreeMap<>();
    for (ActionPlan.LeverageCell cell : leverage.cells()) {
      double value = cell.loss().central();
      if (value > loss.getOrDefault(cell.product(), 0.0)) {
        loss.put(cell.product(), value);
        worst.put(cell.product(), new Stop(CountryCode.of(cell.exporter()), cell.product()));
      }
    }
    return worst;
  }

  /** Names of products for a person. */
  static String nameOf(Evidence evidence, ProductId product) {
    return evidence.findProduct(product).map(Product::name).orElse(product.toString());
  }
}
