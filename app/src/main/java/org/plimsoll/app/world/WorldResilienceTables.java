package org.plimsoll.app.world;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Kind;
import org.plimsoll.app.answer.Table;
import org.plimsoll.model.evidence.Resilience;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.trade.Disruption;
import org.plimsoll.model.trade.Freight;
import org.plimsoll.model.trade.ProjectCost;
import org.plimsoll.model.trade.Stockpile;
import org.plimsoll.model.trade.Storage;

/**
 * Stocks of the material of a page, what keeping, carrying and making it costs, what went wrong.
 */
final class WorldResilienceTables {
  private static final String ANY = "*";

  /** What concerns the page's material, and what concerns every material. */
  private final Resilience its;

  WorldResilienceTables(WorldSubject subject) {
    Resilience all = subject.evidence().resilience();
    List<String> commodities = subject.commodities();
    Predicate<String> concerns =
        scope ->
            scope.equals(ANY)
                || commodities.contains(scope)
                || subject.ids().stream().anyMatch(id -> scope.equals(id.toString()));
    its =
        new Resilience(
            all.freight().stream().filter(f -> subject.ids().contains(f.product())).toList(),
            all.storage().stream().filter(s -> concerns.test(s.scope())).toList(),
            all.projectCosts().stream().filter(c -> commodities.contains(c.commodity())).toList(),
            all.stockpiles().stream().filter(s -> concerns.test(s.scope())).toList(),
            all.disruptions().stream().filter(d -> commodities.contains(d.commodity())).toList(),
            all.disruptionRates());
  }

  /** What stocks hold, aim at and mean to buy, those of many materials too. */
  Table<Stockpile> stockpiles() {
    return Table.of("stockpiles", "Stocks: what is held, wanted or planned", its.stockpiles())
        .words("holder", "holder", Stockpile::holder)
        .words("scope", "of", s -> scope(s.scope()))
        .words("form", "form", Stockpile::form)
        .words("measure", "what", Stockpile::measure)
        .words("date", "date", Stockpile::date)
        .range("amount", "amount", Stockpile::amount)
        .words("unit", "unit", Stockpile::unit)
        .words("kind", "", Stockpile::kind)
        .words("url", "", Stockpile::url)
        .noted(Stockpile::provenance);
  }

  /** What keeping costs, and how long it is possible. */
  Table<Storage> storage() {
    return Table.of("storage", "Keeping it", its.storage())
        .words("scope", "of", s -> scope(s.scope()))
        .words("form", "form", Storage::form)
        .words("measure", "what", Storage::measure)
        .words("place", "place", s -> s.place().equals(ANY) ? "anywhere" : s.place())
        .range("value", "value", Storage::value)
        .words("unit", "unit", Storage::unit)
        .noted(Storage::provenance);
  }

  /** Carriage and insurance as customs measured them. */
  Table<Freight> freight() {
    return Table.of(
            "freight", "Carrying it: what arrival adds to the value at departure", its.freight())
        .product("product", "product", Freight::product)
        .country("exporter", "from", f -> f.exporter().equals(ANY) ? "all" : f.exporter())
        .country("importer", "to", f -> f.importer().equals(ANY) ? "several" : f.importer())
        .words("period", "period", Freight::period)
        .digits(f -> 2)
        .shareRange("shareOfFob", "of FOB", Freight::shareOfFob)
        .noted(Freight::provenance);
  }

  /** What projects cost and need. */
  Table<ProjectCost> costs() {
    return Table.of("costs", "What projects cost and need", its.projectCosts())
        .words("project", "project or group", ProjectCost::project)
        .words("place", "place", ProjectCost::place)
        .words("measure", "what", ProjectCost::measure)
        .words("asOf", "as of", ProjectCost::asOf)
        .range("value", "value", ProjectCost::value)
        .words("unit", "unit", ProjectCost::unit)
        .figure("capacityTonnesPerYear", "t a year", c -> c.capacityTonnesPerYear(), "not said")
        .noted(ProjectCost::provenance);
  }

  /** What disruptions did, and what others would cost. */
  Table<Disruption> disruptions() {
    return Table.of("disruptions", "Disruptions: what they did, or would cost", its.disruptions())
        .words("event", "event", Disruption::event)
        .words("area", "area", d -> WorldUseTables.area(d.area()))
        .words("measure", "what", Disruption::measure)
        .words("period", "period", Disruption::period)
        .cell(
            "value",
            "value",
            Kind.RANGE,
            d -> new Cell.Range(d.value(), Cell.DIGITS, d.unit().equals("1")))
        .words("unit", "unit", d -> d.unit().equals("1") ? "share" : d.unit())
        .noted(Disruption::provenance);
  }

  private static String scope(String scope) {
    return scope.equals(ANY) ? "many" : scope;
  }

  /** Everything that these tables cite. */
  Stream<Provenance> provenances() {
    return Stream.of(
            its.stockpiles().stream().map(Stockpile::provenance),
            its.storage().stream().map(Storage::provenance),
            its.freight().stream().map(Freight::provenance),
            its.projectCosts().stream().map(ProjectCost::provenance),
            its.disruptions().stream().map(Disruption::provenance))
        .flatMap(all -> all);
  }
}
