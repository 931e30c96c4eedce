package org.plimsoll.app.cli;

import java.util.List;
import java.util.Optional;
import org.plimsoll.app.cli.Answer.Column;
import org.plimsoll.app.cli.Answer.Table;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.Tier;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Basis;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.planner.risk.Balance;
import org.plimsoll.planner.risk.Concentration;
import org.plimsoll.planner.risk.RiskTable;

/**
 * The first family of {@code plimsoll risk}: concentration and reliance, from the world's volumes.
 */
final class ConcentrationTables {
  private ConcentrationTables() {}

  static Table world(Evidence evidence, RiskTable table, List<ProductId> wanted) {
    Answer.Builder rows =
        Table.of(
            "world",
            "World output, " + table.year(),
            new Column("product", "product"),
            new Column("counting", "counting"),
            new Column("tier", "tier"),
            new Column("outputTonnes", "output t"),
            new Column("hhi", "HHI"),
            new Column("hhiWgi", "HHI·WGI"),
            new Column("largest", "largest"),
            new Column("largestShare", "share"),
            Column.hidden("withoutGovernance"),
            new Column("grade", "grade"),
            new Column("sources", "sources"));
    for (Concentration row : table.world()) {
      if (wanted.contains(row.product())) {
        Optional<Concentration> primary = findPrimary(table, row.product());
        add(rows, evidence, row, primary.isPresent() ? "with recycled" : "");
        primary.ifPresent(p -> add(rows, evidence, p, "primary only"));
      }
    }
    return rows.build();
  }

  private static Optional<Concentration> findPrimary(RiskTable table, ProductId product) {
    return table.primary().stream().filter(row -> row.product().equals(product)).findFirst();
  }

  private static void add(
      Answer.Builder rows, Evidence evidence, Concentration row, String counting) {
    int digits = outputDigits(evidence, row);
    rows.row(
        Cell.words(row.product().toString()),
        Cell.words(counting),
        Cell.words(evidence.getProduct(row.product()).tier().word()),
        new Cell.Figure(row.tonnes(), digits),
        Cell.span(row.herfindahl(), digits),
        Cell.span(row.governanceWeighted(), digits),
        Cell.words(row.largest().alpha3()),
        new Cell.Share(row.largestShare(), digits),
        new Cell.Names(row.withoutGovernance().stream().map(Object::toString).toList()),
        grade(row.basis()),
        sources(row.basis()));
  }

  static Table regional(Evidence evidence, RiskTable table, List<ProductId> wanted) {
    Answer.Builder rows =
        Table.of(
            "regional",
            "Reliance, " + table.year(),
            new Column("product", "product"),
            new Column("region", "region"),
            new Column("outputTonnes", "output t"),
            new Column("importsTonnes", "imports t"),
            new Column("exportsTonnes", "exports t"),
            new Column("stockBuildTonnes", "stocked t"),
            new Column("apparentConsumptionTonnes", "consumed t"),
            new Column("netImportReliance", "NIR"),
            new Column("importReliance", "IR"),
            new Column("sourcingHhi", "HHI"),
            new Column("sourcingHhiWgi", "HHI·WGI"),
            new Column("largestSource", "largest"),
            new Column("largestSourceShare", "share"),
            new Column("grade", "grade"),
            new Column("sources", "sources"));
    for (RiskTable.Regional row : table.regional()) {
      if (wanted.contains(row.balance().product())) {
        addRegional(rows, row, digits(evidence, row.balance().product()));
      }
    }
    return rows.build();
  }

  private static void addRegional(Answer.Builder rows, RiskTable.Regional row, int digits) {
    Balance balance = row.balance();
    Optional<Concentration> sourcing = row.sourcing();
    rows.row(
        Cell.words(balance.product().toString()),
        Cell.words(balance.region().id()),
        new Cell.Figure(balance.productionTonnes(), digits),
        new Cell.Figure(balance.importsTonnes(), digits),
        new Cell.Figure(balance.exportsTonnes(), digits),
        new Cell.Figure(balance.stockBuildTonnes(), digits),
        new Cell.Figure(balance.apparentConsumptionTonnes(), digits),
        Cell.share(balance.netImportReliance(), digits),
        Cell.share(balance.importReliance(), digits),
        sourcing.map(s -> Cell.span(s.herfindahl(), digits)).orElseGet(Cell.Nothing::new),
        sourcing.map(s -> Cell.span(s.governanceWeighted(), digits)).orElseGet(Cell.Nothing::new),
        Cell.words(sourcing.map(Concentration::largest)),
        sourcing
            .<Cell>map(s -> new Cell.Share(s.largestShare(), digits))
            .orElseGet(Cell.Nothing::new),
        grade(balance.basis()),
        sources(balance.basis()));
  }

  /** Output that was read cleanly is shown as read, even where the product's trade is a prior. */
  private static int outputDigits(Evidence evidence, Concentration output) {
    return output.basis().grade() == Grade.A ? Cell.DIGITS : digits(evidence, output.product());
  }

  /** Products that rest on a prior are shown to two digits. */
  static int digits(Evidence evidence, ProductId product) {
    return evidence.getProduct(product).tier() == Tier.INDICATIVE ? Cell.DIGITS - 1 : Cell.DIGITS;
  }

  private static Cell grade(Basis basis) {
    return Cell.words(basis.grade().name());
  }

  private static Cell sources(Basis basis) {
    return new Cell.Names(basis.datasets());
  }
}
