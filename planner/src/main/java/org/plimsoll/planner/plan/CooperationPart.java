package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Partner;
import org.plimsoll.model.provenance.Basis;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.planner.market.measures.PriceSides;
import org.plimsoll.planner.risk.Region;
import org.plimsoll.planner.study.Bloc;

/** Who makes what a member takes from its first supplier, by stage: whom to talk to. */
final class CooperationPart {
  private static final int PARTNERS_SHOWN = 3;
  private static final double WORTH_A_LINE = 0.01;

  private final PlanContext context;
  private final Evidence evidence;
  private final Bloc bloc;
  private final List<Measure> inForce;

  /**
   * @param inForce controls in force: a maker that restricts a product is no way round another
   */
  CooperationPart(PlanContext context, List<Measure> inForce) {
    this.context = context;
    evidence = context.evidence;
    bloc = context.bloc;
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
    List<Flow> trade = context.balance.flows(product);
    List<Flow> taken =
        trade.stream()
            .filter(f -> f.exporter().equals(supplier) && region.contains(f.importer()))
            .toList();
    if (!(tonnes(taken) > 0)) {
      return List.of();
    }
    SortedMap<String, List<Flow>> makers = new TreeMap<>();
    for (Flow flow : trade) {
      CountryCode maker = flow.exporter();
      if (!maker.equals(supplier) && !region.contains(maker) && !maker.isAggregate()) {
        makers.computeIfAbsent(bloc.labelOf(maker), label -> new ArrayList<>()).add(flow);
      }
    }
    return makers.entrySet().stream()
        .filter(e -> tonnes(e.getValue()) >= WORTH_A_LINE * tonnes(taken))
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, List<Flow>> e) -> -tonnes(e.getValue()))
                .thenComparing(Map.Entry::getKey))
        .limit(PARTNERS_SHOWN)
        .map(e ->
            new ActionPlan.Cooperation(
                product,
                context.nameOf(product),
                region.id(),
                flow(taken),
                supplier.alpha3(),
                e.getKey(),
                flow(e.getValue()),
                relation(e.getKey(), product, region)))
        .toList();
  }

  private static double tonnes(List<Flow> rows) {
    return rows.stream().mapToDouble(Flow::tonnes).sum();
  }

  private static boolean restricts(
      Measure measure, String partner, ProductId product, Region region) {
    Parties to = measure.terms().to();
    return PriceSides.isRestriction(measure)
        && measure.terms().from().ids().contains(partner)
        && measure.terms().products().contains(product)
        && (to.isUnnamed() || to.ids().contains(region.id()));
  }

  private Figure flow(List<Flow> rows) {
    Basis basis = Basis.of(rows.stream().map(Flow::provenance).toList());
    List<String> from = new ArrayList<>();
    basis.sources().forEach(source -> from.add(source.toString()));
    from.add("docs/method/chains.md");
    return Figure.ofRows(Interval.exactly(tonnes(rows)), "t/year", basis.grade(), from);
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
