package org.plimsoll.app.cli;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.plimsoll.app.cli.Answer.Column;
import org.plimsoll.app.cli.Answer.Table;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.MaterialBalance;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.trade.Price;
import org.plimsoll.sources.reconcile.GradeShares;

/** Prices of the products of a page, how sure all is, and who says so. */
final class WorldTrustTables {
  private final WorldSubject subject;
  private final Evidence evidence;
  private final List<ProductId> ids;

  WorldTrustTables(WorldSubject subject) {
    this.subject = subject;
    this.evidence = subject.evidence();
    this.ids = subject.ids();
  }

  /** Both bases, what projects need, and quotes that are only shown. */
  Table prices() {
    Answer.Builder rows =
        Table.of(
            "prices",
            "Prices",
            new Column("product", "product"),
            new Column("vintage", "vintage"),
            new Column("date", "date"),
            new Column("usdPerTonne", "USD/t"),
            Column.hidden("centralUsdPerTonne"),
            new Column("type", "type"),
            new Column("liquid", "liquid"),
            new Column("grade", "grade"),
            new Column("caution", "caution"),
            Column.hidden("note"),
            Column.hidden("source"),
            new Column("location", "place"));
    for (Price price : evidence.prices()) {
      if (ids.contains(price.product())) {
        int digits = subject.digits(price.product());
        rows.row(
            Known.of(price.provenance()),
            Cell.words(price.product().toString()),
            Cell.words(price.vintage()),
            Cell.words(price.date()),
            Cell.range(price.usdPerTonne(), digits),
            new Cell.Figure(price.usdPerTonne().central(), digits),
            Cell.words(price.type()),
            Cell.words(price.liquid() ? "yes" : "no"),
            Cell.words(price.provenance().grade().name()),
            new Cell.Names(WorldPriceCaution.of(price, evidence.asOf())),
            Cell.words(price.provenance().note()),
            Cell.words(price.provenance().source().toString()),
            Cell.words(price.location()));
      }
    }
    return rows.build();
  }

  /** The tier and its reason, and the share of each side that is well, partly or not observed. */
  Table grades() {
    Answer.Builder rows =
        Table.of(
            "grades",
            "How sure this is (A read cleanly, B scaled, C a prior)",
            new Column("product", "product"),
            new Column("tier", "tier"),
            new Column("outputShareA", "output A"),
            new Column("outputShareB", "B"),
            new Column("outputShareC", "C"),
            new Column("useShareA", "use A"),
            new Column("useShareB", "B"),
            new Column("useShareC", "C"),
            new Column("tradeShareA", "trade A"),
            new Column("tradeShareB", "B"),
            new Column("tradeShareC", "C"),
            new Column("tierReason", "reason"));
    MaterialBalance balance = MaterialBalance.ofBaseYear(evidence);
    for (Product product : subject.products()) {
      GradeShares output = GradeShares.ofOutput(balance, product.id());
      GradeShares use = GradeShares.ofUse(balance, product.id());
      GradeShares trade = GradeShares.ofTrade(balance, product.id());
      rows.row(
          Known.computed(List.of(), "docs/method/reconciliation.md"),
          Cell.words(product.id().toString()),
          Cell.words(product.tier().word()),
          share(output, Grade.A),
          share(output, Grade.B),
          share(output, Grade.C),
          share(use, Grade.A),
          share(use, Grade.B),
          share(use, Grade.C),
          share(trade, Grade.A),
          share(trade, Grade.B),
          share(trade, Grade.C),
          Cell.words(product.tierReason()));
    }
    return rows.build();
  }

  private static Cell share(GradeShares shares, Grade grade) {
    return shares.tonnes() > 0 ? new Cell.Share(shares.share(grade), 2) : new Cell.Nothing();
  }

  /** Every dataset that a row about these products cites. */
  Table sources() {
    SortedMap<String, Integer> rowsOf = new TreeMap<>();
    eachProvenance(p -> rowsOf.merge(p.source().dataset(), 1, Integer::sum));
    Answer.Builder rows =
        Table.of(
            "sources",
            "Who says so",
            new Column("dataset", "dataset"),
            new Column("edition", "edition"),
            new Column("rows", "rows"),
            new Column("publisher", "publisher"),
            new Column("licence", "licence"),
            Column.hidden("sha256"),
            new Column("citation", "cite as"));
    for (Evidence.Dataset dataset : evidence.datasets()) {
      if (rowsOf.containsKey(dataset.id())) {
        rows.row(
            Cell.words(dataset.id()),
            Cell.words(dataset.edition()),
            new Cell.Whole(rowsOf.getOrDefault(dataset.id(), 0)),
            Cell.words(dataset.publisher()),
            Cell.words(dataset.licence()),
            Cell.words(dataset.sha256()),
            Cell.words(dataset.citation()));
      }
    }
    return rows.build();
  }

  private void eachProvenance(Consumer<Provenance> visitor) {
    evidence.activities().stream()
        .filter(a -> ids.stream().anyMatch(id -> a.outputs().containsKey(id)))
        .forEach(a -> visitor.accept(a.provenance()));
    evidence.productions().stream()
        .filter(p -> outputsOf(p.activity()).stream().anyMatch(ids::contains))
        .forEach(p -> visitor.accept(p.provenance()));
    evidence.uses().stream()
        .filter(u -> ids.contains(u.product()))
        .forEach(u -> visitor.accept(u.provenance()));
    evidence.flows().stream()
        .filter(f -> ids.contains(f.product()))
        .forEach(f -> visitor.accept(f.provenance()));
    evidence.prices().stream()
        .filter(p -> ids.contains(p.product()))
        .forEach(p -> visitor.accept(p.provenance()));
    evidence.duties().stream()
        .filter(d -> ids.contains(d.product()))
        .forEach(d -> visitor.accept(d.provenance()));
    new WorldUseTables(subject).eachProvenance(visitor);
    new WorldResilienceTables(subject).eachProvenance(visitor);
  }

  private List<ProductId> outputsOf(String activity) {
    return evidence.activities().stream()
        .filter(a -> a.id().equals(activity))
        .flatMap(a -> a.outputs().keySet().stream())
        .toList();
  }
}
