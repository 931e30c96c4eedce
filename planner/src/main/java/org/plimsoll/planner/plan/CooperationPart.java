package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Partner;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.planner.risk.Region;

/** Who makes what a member takes from its first supplier, by stage: whom to talk to. */
final class CooperationPart {
  private static final int PARTNERS_SHOWN = 3;
  private static final double WORTH_A_LINE = 0.01;

  private final Evidence evidence;
  private final Bloc bloc;
  private final List<Measure> inForce;

  /**
   * @param inForce controls in force: a maker that restricts a product is no way round another
   */
  CooperationPart(Evidence evidence, Bloc bloc, List<Measure> inForce) {
    this.evidence = evidence;
    this.bloc = bloc;
    this.inForce = inForce;
  }

  List<ActionPlan.Cooperation> lines(List<ActionPlan.Exposure> exposures) {
    List<ActionPlan.Cooperation> lines = new ArrayList<>();
    for (ActionPlan.Exposure exposure : exposures) {
      CountryCode supplier = CountryCode.of(exposure.firstSupplier());
      bloc.regions().stream()
          .filter(region -> region.id().equals(exposure.member()))
          .forEach(region -> lines.addAll(lines(exposure.product(), supplier, region)));
    }
    return lines;
  }

  private List<ActionPlan.Cooperation> lines(
      ProductId product, CountryCode supplier, Region region) {
    double taken =
        evidence.flows().stream()
            .filter(f -> f.product().equals(product) && f.exporter().equals(supplier))
            .filter(f -> region.contains(f.importer()))
            .mapToDouble(Flow::tonnes)
            .sum();
    List<ActionPlan.Cooperation> lines = new ArrayList<>();
    if (!(taken > 0)) {
      return lines;
    }
    Map<String, Double> makers = new TreeMap<>();
    for (Flow flow : evidence.flows()) {
      CountryCode maker = flow.exporter();
      if (flow.product().equals(product)
          && !maker.equals(supplier)
          && !region.contains(maker)
          && !maker.isAggregate()) {
        makers.merge(bloc.labelOf(maker), flow.tonnes(), Double::sum);
      }
    }
    makers.entrySet().stream()
        .filter(e -> e.getValue() >= WORTH_A_LINE * taken)
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .limit(PARTNERS_SHOWN)
        .forEach(e -> lines.add(line(product, supplier, region, taken, e.getKey(), e.getValue())));
    return lines;
  }

  private ActionPlan.Cooperation line(
      ProductId product,
      CountryCode supplier,
      Region region,
      double taken,
      String partner,
      double output) {
    return new ActionPlan.Cooperation(
        product,
        LeveragePart.nameOf(evidence, product),
        region.id(),
        flow(taken, product),
        supplier.alpha3(),
        partner,
        flow(output, product),
        relation(partner, product, region));
  }

  private static boolean restricts(
      Measure measure, String partner, ProductId product, Region region) {
    Parties to = measure.terms().to();
    return Planner.isRestriction(measure)
        && measure.terms().from().ids().contains(partner)
        && measure.terms().products().contains(product)
        && (to.isUnnamed() || to.ids().contains(region.id()));
  }

  private static Figure flow(double tonnes, ProductId product) {
    return Figure.derived(
        Interval.exactly(tonnes), "t/year", Grade.C, List.of("world/trade.csv: " + product));
  }

  private String relation(String partner, ProductId product, Region region) {
    if (bloc.regions().stream().anyMatch(r -> r.id().equals(partner))) {
      return "member";
    }
    if (inForce.stream().anyMatch(m -> restricts(m, partner, product, region))) {
      return "restricts exports of it";
    }
    return evidence.partners().stream()
        .filter(p -> p.country().alpha3().equals(partner))
        .min(Comparator.comparing(Partner::tie))
        .map(Partner::label)
        .orElse("none known");
  }
}
