package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Basis;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.planner.risk.Balance;
import org.plimsoll.planner.risk.Concentration;
import org.plimsoll.planner.risk.Region;
import org.plimsoll.planner.risk.RiskTable;

/** Each member's dependence on each product, and what a stop by its first supplier leaves. */
final class ExposurePart {
  private static final String METHOD = "docs/method/risk.md";
  private static final double WORTH_A_COUNT = 0.005;

  private final Evidence evidence;
  private final Bloc bloc;
  private final ActionPlan.Leverage leverage;

  ExposurePart(Evidence evidence, Bloc bloc, ActionPlan.Leverage leverage) {
    this.evidence = evidence;
    this.bloc = bloc;
    this.leverage = leverage;
  }

  List<ActionPlan.Exposure> exposures() {
    RiskTable risk = RiskTable.of(evidence, bloc.regions());
    List<ActionPlan.Exposure> lines = new ArrayList<>();
    for (var product : leverage.products()) {
      for (RiskTable.Regional regional : risk.regional()) {
        Balance balance = regional.balance();
        if (balance.product().equals(product) && balance.useTonnes() > 0) {
          regional.sourcing().flatMap(s -> line(balance, s)).ifPresent(lines::add);
        }
      }
    }
    return lines;
  }

  private Optional<ActionPlan.Exposure> line(Balance balance, Concentration sourcing) {
    Region region = balance.region();
    Optional<Map.Entry<CountryCode, Double>> first =
        sourcing.shares().byCountry().entrySet().stream()
            .filter(e -> !region.contains(e.getKey()) && !e.getKey().isAggregate())
            .max(Map.Entry.<CountryCode, Double>comparingByValue());
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Product product = evidence.getProduct(balance.product());
    String supplier = first.get().getKey().alpha3();
    Basis basis = sourcing.basis();
    double unserved = unservedShare(supplier, balance, region);
    return Optional.of(
        new ActionPlan.Exposure(
            product.id(),
            product.name(),
            product.tier(),
            region.id(),
            of(Interval.exactly(balance.useTonnes()), "t/year", balance.basis()),
            of(Interval.exactly(balance.netImportReliance().orElse(0)), "1", balance.basis()),
            of(
                new Interval(
                    sourcing.herfindahl().low(),
                    sourcing.herfindahl().low(),
                    sourcing.herfindahl().high()),
                "1",
                basis),
            supplier,
            of(Interval.exactly(first.get().getValue()), "1", basis),
            Figure.derived(
                unserved,
                "1",
                org.plimsoll.model.provenance.Grade.C,
                "one stop on top of what is in force",
                "docs/method/leverage.md"),
            unserved > WORTH_A_COUNT ? Optional.of(days(product, unserved)) : Optional.empty()));
  }

  private double unservedShare(String supplier, Balance balance, Region region) {
    return leverage.cells().stream()
        .filter(c -> c.exporter().equals(supplier) && c.product().equals(balance.product()))
        .flatMap(c -> c.byMember().stream())
        .filter(m -> m.member().equals(region.id()))
        .mapToDouble(m -> m.unservedShare().central())
        .findFirst()
        .orElse(0);
  }

  /** Days until use stops: days of private stocks over the share left unserved. */
  private Figure days(Product product, double unserved) {
    var stocks = evidence.getParameter("private-stock-days", product.id());
    return Figure.derived(
        stocks.value().times(1 / unserved),
        "days",
        org.plimsoll.model.provenance.Grade.C,
        List.of(stocks.provenance().source().toString(), "docs/method/leverage.md"));
  }

  private static Figure of(Interval value, String unit, Basis basis) {
    List<String> from = new ArrayList<>();
    basis.sources().stream().map(Source::toString).limit(3).forEach(from::add);
    from.add(METHOD);
    return Figure.derived(value, unit, basis.grade(), from);
  }
}
