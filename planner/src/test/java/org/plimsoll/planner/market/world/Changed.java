package org.plimsoll.planner.market.world;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.Country;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.Duty;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Price;
import org.plimsoll.model.trade.Production;
import org.plimsoll.model.trade.Use;

/** The same world in other money or under other names. */
final class Changed {
  private Changed() {}

  /** What a test may exchange in a world; the rest stays. */
  static final class Parts {
    private final Evidence e;
    List<Evidence.Territory> territories;
    List<Country> countries;
    List<Product> products;
    List<Activity> activities;
    List<Production> productions;
    List<Use> uses;
    List<Flow> flows;
    List<Price> prices;
    List<Duty> duties;

    Parts(Evidence e) {
      this.e = e;
      territories = e.territories();
      countries = e.countries();
      products = e.products();
      activities = e.activities();
      productions = e.productions();
      uses = e.uses();
      flows = e.flows();
      prices = e.prices();
      duties = e.duties();
    }

    Evidence evidence() {
      return e.with(w -> {
        w.territories = territories;
        w.countries = countries;
        w.products = products;
        w.activities = activities;
        w.productions = productions;
        w.uses = uses;
        w.flows = flows;
        w.prices = prices;
        w.duties = duties;
      });
    }
  }

  /** The list with more at its end. */
  static <T> List<T> plus(List<T> list, List<T> more) {
    return Stream.concat(list.stream(), more.stream()).toList();
  }

  static Evidence withoutUnion(Evidence e) {
    Parts parts = new Parts(e);
    parts.territories = List.of();
    return parts.evidence();
  }

  static Evidence money(Evidence e, double factor) {
    Parts parts = new Parts(e);
    parts.prices = e.prices().stream().map(p -> price(p, p.usdPerTonne().times(factor))).toList();
    return parts.evidence();
  }

  /** The same price row with another figure. */
  static Price price(Price p, Interval usdPerTonne) {
    return new Price(
        p.product(),
        p.vintage(),
        p.date(),
        p.location(),
        p.type(),
        usdPerTonne,
        p.liquid(),
        p.provenance());
  }

  static Evidence names(Evidence e, Map<CountryCode, CountryCode> names) {
    Parts parts = new Parts(e);
    parts.territories =
        e.territories().stream()
            .map(t ->
                new Evidence.Territory(
                    t.id(), t.name(), t.members().stream().map(c -> to(names, c)).toList()))
            .toList();
    parts.countries =
        e.countries().stream()
            .map(c ->
                new Country(
                    to(names, c.code()),
                    c.name(),
                    c.manufacturingValueAddedUsdMillion(),
                    c.governance()))
            .toList();
    parts.productions =
        e.productions().stream()
            .map(p ->
                new Production(
                    p.activity(),
                    p.product(),
                    to(names, p.country()),
                    p.year(),
                    p.tonnes(),
                    p.provenance()))
            .toList();
    parts.uses =
        e.uses().stream()
            .map(u ->
                new Use(
                    u.product(),
                    to(names, u.country()),
                    u.purpose(),
                    u.year(),
                    u.tonnes(),
                    u.provenance()))
            .toList();
    parts.flows =
        e.flows().stream()
            .map(f ->
                new Flow(
                    f.product(),
                    to(names, f.exporter()),
                    to(names, f.importer()),
                    f.year(),
                    f.tonnes(),
                    f.observedTonnes(),
                    f.provenance()))
            .toList();
    parts.duties =
        e.duties().stream()
            .map(d ->
                new Duty(
                    to(names, CountryCode.of(d.importer())).alpha3(),
                    d.origin(),
                    d.product(),
                    d.adValorem(),
                    d.provenance()))
            .toList();
    return parts.evidence();
  }

  static CountryCode to(Map<CountryCode, CountryCode> names, CountryCode country) {
    return names.getOrDefault(country, country);
  }
}
