package org.plimsoll.app.world;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plimsoll.app.answer.Known;
import org.plimsoll.app.answer.Table;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.MaterialBalance;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Price;
import org.plimsoll.model.trade.Production;
import org.plimsoll.model.trade.Use;
import org.plimsoll.sources.reconcile.GradeShares;

/** Prices of the products of a page, how sure all is, and who says so. */
final class WorldTrustTables {
  private final WorldSubject subject;
  private final Evidence evidence;
  private final MaterialBalance balance;
  private final List<ProductId> ids;

  WorldTrustTables(WorldSubject subject) {
    this.subject = subject;
    this.evidence = subject.evidence();
    this.balance = MaterialBalance.ofBaseYear(evidence);
    this.ids = subject.ids();
  }

  /** Both bases, what projects need, and quotes that are only shown. */
  Table<Price> prices() {
    return WorldRows.prices(
            evidence.prices().stream().filter(p -> ids.contains(p.product())).toList(),
            price -> subject.digits(price.product()))
        .names("caution", "caution", price -> WorldPriceCaution.of(price, evidence.asOf()))
        .words("note", "", price -> price.provenance().note());
  }

  /** The tier and its reason, and the share of each side that is well, partly or not observed. */
  Table<Product> grades() {
    Table<Product> table =
        Table.of(
                "grades",
                "How sure this is (A read cleanly, B scaled, C a prior)",
                subject.products())
            .digits(p -> 2)
            .knownAs(p -> Known.computed(List.of(), "docs/method/reconciliation.md"))
            .product("product", "product", Product::id)
            .words("tier", "tier", p -> p.tier().word());
    for (Side side : Side.values()) {
      for (Grade grade : Grade.values()) {
        String word = side.name().toLowerCase(Locale.ROOT);
        table =
            table.share(
                word + "Share" + grade,
                grade == Grade.A ? word + " A" : grade.name(),
                p -> share(side.of(balance, p.id()), grade),
                "none");
      }
    }
    return table.words("tierReason", "reason", Product::tierReason);
  }

  private enum Side {
    OUTPUT,
    USE,
    TRADE;

    GradeShares of(MaterialBalance balance, ProductId product) {
      return switch (this) {
        case OUTPUT -> GradeShares.ofOutput(balance, product);
        case USE -> GradeShares.ofUse(balance, product);
        case TRADE -> GradeShares.ofTrade(balance, product);
      };
    }
  }

  private static OptionalDouble share(GradeShares shares, Grade grade) {
    return shares.tonnes() > 0 ? OptionalDouble.of(shares.share(grade)) : OptionalDouble.empty();
  }

  /** Every dataset that a row about these products cites. */
  Table<Evidence.Dataset> sources() {
    SortedMap<String, Long> rowsOf = new TreeMap<>();
    provenances().forEach(p -> rowsOf.merge(p.source().dataset(), 1L, Long::sum));
    return Table.of(
            "sources",
            "Who says so",
            evidence.datasets().stream().filter(d -> rowsOf.containsKey(d.id())).toList())
        .words("dataset", "dataset", Evidence.Dataset::id)
        .words("edition", "edition", Evidence.Dataset::edition)
        .count("rows", "rows", d -> rowsOf.getOrDefault(d.id(), 0L))
        .words("publisher", "publisher", Evidence.Dataset::publisher)
        .words("licence", "licence", Evidence.Dataset::licence)
        .words("sha256", "", Evidence.Dataset::sha256)
        .words("citation", "cite as", Evidence.Dataset::citation);
  }

  private Stream<Provenance> provenances() {
    WorldUseTables uses = new WorldUseTables(subject);
    return Stream.of(
            evidence.activities().stream()
                .filter(a -> ids.stream().anyMatch(id -> a.outputs().containsKey(id)))
                .map(Activity::provenance),
            evidence.productions().stream()
                .filter(p -> outputsOf(p.activity()).stream().anyMatch(ids::contains))
                .map(Production::provenance),
            evidence.uses().stream().filter(u -> ids.contains(u.product())).map(Use::provenance),
            evidence.flows().stream().filter(f -> ids.contains(f.product())).map(Flow::provenance),
            evidence.prices().stream()
                .filter(p -> ids.contains(p.product()))
                .map(Price::provenance),
            evidence.duties().stream()
                .filter(d -> ids.contains(d.product()))
                .map(d -> d.provenance()),
            uses.provenances(),
            new WorldResilienceTables(subject).provenances())
        .flatMap(all -> all);
  }

  private List<ProductId> outputsOf(String activity) {
    return evidence.activities().stream()
        .filter(a -> a.id().equals(activity))
        .flatMap(a -> a.outputs().keySet().stream())
        .toList();
  }
}
