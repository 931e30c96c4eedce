package org.plimsoll.planner.plan;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.planner.market.answer.Certificate;
import org.plimsoll.planner.market.answer.CountryWelfare;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Finding;
import org.plimsoll.planner.market.answer.Leak;
import org.plimsoll.planner.market.answer.Payment;
import org.plimsoll.planner.market.answer.Route;
import org.plimsoll.planner.market.world.Market;

/** One solved run and what the plan asks of it. */
final class Solved {
  private final String run;
  private final Market market;
  private final Equilibrium equilibrium;
  private final Certificate certificate;

  Solved(String run, Market market, Equilibrium equilibrium, Certificate certificate) {
    this.run = run;
    this.market = market;
    this.equilibrium = equilibrium;
    this.certificate = certificate;
  }

  /** Goods from a maker to a user, tonnes a year. */
  record Lane(CountryCode from, CountryCode to, double tonnes) {}

  String run() {
    return run;
  }

  Certificate certificate() {
    return certificate;
  }

  /** Against the base year, USD a year. */
  double welfare(Collection<CountryCode> countries) {
    return equilibrium.welfare().totalOf(countries);
  }

  double welfare(CountryCode country) {
    return equilibrium.welfare().find(country).map(CountryWelfare::total).orElse(0.0);
  }

  /** Consumer surplus of final users. */
  double users(CountryCode country) {
    return equilibrium.welfare().find(country).map(CountryWelfare::consumerSurplus).orElse(0.0);
  }

  /** Producer surplus, and what those gain who use new routes before they are dear. */
  double makers(CountryCode country) {
    return equilibrium
        .welfare()
        .find(country)
        .map(w -> w.producerSurplus() + w.routeSurplus())
        .orElse(0.0);
  }

  /** Duties, levies, export taxes, rents, stock gains, less subsidies. */
  double treasury(CountryCode country) {
    return equilibrium
        .welfare()
        .find(country)
        .map(w ->
            w.publicRevenue() + w.exportRents() + w.importRents() + w.stockGains() + w.subsidies())
        .orElse(0.0);
  }

  double worldWelfare() {
    return equilibrium.welfare().worldUsd();
  }

  /** Final use left unserved, and inputs that makers go without, as a share of use in the base. */
  double unservedShare(ProductId product, Collection<CountryCode> countries) {
    double wanted = 0;
    double unserved = 0;
    for (CountryCode country : countries) {
      wanted += market.base().use(product, country) + market.base().inputUse(product, country);
      unserved += equilibrium.unserved(product, country);
    }
    return wanted > 0 ? unserved / wanted : 0;
  }

  boolean isAtCeiling(ProductId product, Collection<CountryCode> countries) {
    return countries.stream().anyMatch(c -> equilibrium.isAtAssumedCeiling(product, c));
  }

  /** Quantity-weighted delivered price over members; empty if nothing arrives or at the ceiling. */
  OptionalDouble insidePrice(ProductId product, Collection<CountryCode> members) {
    return isAtCeiling(product, members)
        ? OptionalDouble.empty()
        : equilibrium.insidePrice(product, members);
  }

  /** The same over all others. */
  OptionalDouble outsidePrice(ProductId product, Collection<CountryCode> members) {
    return equilibrium.outsidePrice(product, members);
  }

  /** Largest levy on goods that flow to members, USD/t. */
  double largestLevy(ProductId product, Collection<CountryCode> members) {
    return equilibrium.listRoutes(product).stream()
        .filter(r -> members.contains(r.to()))
        .mapToDouble(Route::levyUsd)
        .max()
        .orElse(0);
  }

  /** Levies collected by members, USD a year. */
  double levyRevenue(ProductId product, Collection<CountryCode> members) {
    return members.stream().mapToDouble(c -> equilibrium.levyUsd(product, c)).sum();
  }

  double output(ProductId product, Collection<CountryCode> countries) {
    return countries.stream().mapToDouble(c -> equilibrium.output(product, c)).sum();
  }

  /** Tonnes that members buy from others. */
  double imports(ProductId product, Collection<CountryCode> members) {
    return equilibrium.imports(product, members);
  }

  List<Finding> findings() {
    return equilibrium.listFindings();
  }

  List<Payment> payments() {
    return equilibrium.listPayments();
  }

  List<Leak> leaks() {
    return equilibrium.listLeaks();
  }

  /** Every route of the base and of this run, with its tonnes now. */
  List<Lane> lanes(ProductId product) {
    // End users of a destination are one to a reader of lanes.
    Map<String, Lane> lanes = new LinkedHashMap<>();
    for (Route r : equilibrium.listRoutes(product)) {
      Lane lane = new Lane(r.from(), r.to(), equilibrium.flow(product, r.from(), r.to()));
      lanes.putIfAbsent(r.from() + ">" + r.to(), lane);
    }
    // A route of the base that carries nothing now is shown with nothing.
    for (Route r : market.base().listRoutes(product)) {
      lanes.putIfAbsent(r.from() + ">" + r.to(), new Lane(r.from(), r.to(), 0));
    }
    return List.copyOf(lanes.values());
  }

  /** Measures that change nothing here, in words. */
  List<String> idle() {
    return market.listIdleMeasures().stream().map(m -> m.id() + ": " + m.detail()).toList();
  }
}
