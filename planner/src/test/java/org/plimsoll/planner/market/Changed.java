package org.plimsoll.planner.market;

import java.util.List;
import java.util.Map;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.Country;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.trade.Duty;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Price;
import org.plimsoll.model.trade.Production;
import org.plimsoll.model.trade.Use;

/** The same world in other money or under other names. */
final class Changed {
  private Changed() {}

  static Evidence money(Evidence e, double factor) {
    List<Price> prices =
        e.prices().stream()
            .map(p ->
                new Price(
                    p.product(),
                    p.vintage(),
                    p.date(),
                    p.location(),
                    p.type(),
                    p.usdPerTonne().times(factor),
                    p.liquid(),
                    p.provenance()))
            .toList();
    return copy(
        e,
        e.territories(),
        e.countries(),
        e.activities(),
        e.productions(),
        e.uses(),
        e.flows(),
        prices,
        e.duties());
  }

  static Evidence names(Evidence e, Map<CountryCode, CountryCode> names) {
    return copy(
        e,
        e.territories().stream()
            .map(t ->
                new Evidence.Territory(
                    t.id(), t.name(), t.members().stream().map(c -> to(names, c)).toList()))
            .toList(),
        e.countries().stream()
            .map(c ->
                new Country(
                    to(names, c.code()),
                    c.name(),
                    c.manufacturingValueAddedUsdMillion(),
                    c.governance()))
            .toList(),
        e.activities(),
        e.productions().stream()
            .map(p ->
                new Production(
                    p.activity(),
                    p.product(),
                    to(names, p.country()),
                    p.year(),
                    p.tonnes(),
                    p.provenance()))
            .toList(),
        e.uses().stream()
            .map(u ->
                new Use(
                    u.product(),
                    to(names, u.country()),
                    u.purpose(),
                    u.year(),
                    u.tonnes(),
                    u.provenance()))
            .toList(),
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
            .toList(),
        e.prices(),
        e.duties().stream()
            .map(d ->
                new Duty(
                    to(names, CountryCode.of(d.importer())).alpha3(),
                    d.origin(),
                    d.product(),
                    d.adValorem(),
                    d.provenance()))
            .toList());
  }

  static CountryCode to(Map<CountryCode, CountryCode> names, CountryCode country) {
    return names.getOrDefault(country, country);
  }

  static Evidence copy(
      Evidence e,
      List<Evidence.Territory> territories,
      List<Country> countries,
      List<Activity> activities,
      List<Production> productions,
      List<Use> uses,
      List<Flow> flows,
      List<Price> prices,
      List<Duty> duties) {
    return new Evidence(
        e.asOf(),
        e.baseYear(),
        territories,
        countries,
        e.commodities(),
        e.products(),
        activities,
        e.parameters(),
        productions,
        uses,
        flows,
        prices,
        duties,
        e.endUses(),
        e.projects(),
        e.exportControls(),
        e.commitments(),
        e.partners(),
        e.facts(),
        e.datasets());
  }
}
