package org.plimsoll.app.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.plimsoll.app.cli.Answer.Column;
import org.plimsoll.app.cli.Answer.Table;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.MaterialBalance;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.Price;
import org.plimsoll.sources.reconcile.BalancingChange;
import org.plimsoll.sources.reconcile.EarnedTier;
import org.plimsoll.sources.reconcile.GradeShares;
import org.plimsoll.sources.reconcile.ProductSides;

/** What a check of a world finds. */
final class WorldCheck {
  /** Largest imbalance of a country that passes, as a share of the product's size. */
  static final double TOLERANCE = 1e-9;

  private final Evidence evidence;
  private final MaterialBalance balance;
  private final List<Issue> faults;
  private final SortedMap<ProductId, ProductSides> sides;

  /**
   * @param evidence the rows that were accepted
   * @param faults tables that are not the manifest's, and rows that were refused
   */
  WorldCheck(Evidence evidence, List<Issue> faults) {
    this.evidence = evidence;
    this.balance = MaterialBalance.ofBaseYear(evidence);
    this.faults = List.copyOf(faults);
    this.sides = ProductSides.of(evidence);
  }

  boolean isSound() {
    return faults.isEmpty()
        && sides.values().stream().allMatch(s -> s.residual() <= TOLERANCE)
        && evidence.products().stream().noneMatch(p -> EarnedTier.isTooKind(balance, p));
  }

  Answer answer(int changes) {
    TreeMap<String, String> facts = new TreeMap<>();
    facts.put("asOf", evidence.asOf().toString());
    facts.put("baseYear", Integer.toString(evidence.baseYear()));
    facts.put("sound", isSound() ? "yes" : "no");
    List<Table> tables = new ArrayList<>();
    if (!faults.isEmpty()) {
      tables.add(faultTable());
    }
    tables.add(products());
    tables.add(changes(changes));
    tables.add(prices());
    tables.add(statuses());
    return new Answer(facts, tables, remarks());
  }

  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    remarks.add(
        "A: a clean code with both sides; B: a bundled or partial one, scaled; C: a prior. Trade is"
            + " what crosses a border.");
    remarks.add(
        "Output C, use C: share of a side that rests on a prior. Largest change: by tonnes over"
            + " world output; 'moved' is that of each product.");
    remarks.add(
        isSound()
            ? "Sound: every table is the manifest's, every row is read, every product balances."
            : "Not sound: see the faults, the column 'off by', and a tier called too kind: solved"
                + " needs at most a third of output, of use and of trade on priors.");
    return remarks;
  }

  private Table faultTable() {
    Answer.Builder rows =
        Table.of(
            "faults",
            "Faults",
            new Column("place", "place"),
            new Column("problem", "problem"),
            Column.hidden("wayOut"));
    for (Issue fault : faults) {
      rows.row(
          Cell.words(fault.place().toString()),
          Cell.words(fault.problem()),
          Cell.words(fault.wayOut()));
    }
    return rows.build();
  }

  private Table products() {
    Answer.Builder rows =
        Table.of(
            "products",
            "Balance of %d and how well it is known".formatted(evidence.baseYear()),
            new Column("product", "product"),
            new Column("tier", "tier"),
            new Column("outputTonnes", "output t"),
            new Column("residual", "off by"),
            new Column("outputShareC", "output C"),
            new Column("useShareC", "use C"),
            new Column("tradeTonnes", "trade t"),
            new Column("tradeShareA", "A"),
            new Column("tradeShareB", "B"),
            new Column("tradeShareC", "C"),
            new Column("largestChange", "moved"));
    SortedMap<ProductId, Double> moved = largestChanges();
    for (Product product : evidence.listSolvedProducts()) {
      GradeShares output = GradeShares.ofOutput(balance, product.id());
      GradeShares use = GradeShares.ofUse(balance, product.id());
      GradeShares trade = GradeShares.ofTrade(balance, product.id());
      ProductSides side = sides.getOrDefault(product.id(), ProductSides.NONE);
      rows.row(
          Cell.words(product.id().toString()),
          Cell.words(
              product.tier().word()
                  + (EarnedTier.isTooKind(balance, product) ? " (too kind)" : "")),
          new Cell.Figure(output.tonnes(), Cell.DIGITS),
          new Cell.Tiny(side.residual()),
          new Cell.Share(output.share(Grade.C), 2),
          new Cell.Share(use.share(Grade.C), 2),
          new Cell.Figure(trade.tonnes(), Cell.DIGITS),
          new Cell.Share(trade.share(Grade.A), 2),
          new Cell.Share(trade.share(Grade.B), 2),
          new Cell.Share(trade.share(Grade.C), 2),
          new Cell.Share(moved.getOrDefault(product.id(), 0.0), 2));
    }
    return rows.build();
  }

  /** Of each product the largest change of an observed flow, over world output. */
  private SortedMap<ProductId, Double> largestChanges() {
    SortedMap<ProductId, Double> largest = new TreeMap<>();
    for (BalancingChange change : BalancingChange.list(evidence)) {
      if (change.shareOfOutput() > TOLERANCE) {
        largest.merge(change.flow().product(), change.shareOfOutput(), Math::max);
      }
    }
    return largest;
  }

  private Table changes(int most) {
    Answer.Builder rows =
        Table.of(
            "changes",
            "What balancing changed most",
            new Column("product", "product"),
            new Column("exporter", "from"),
            new Column("importer", "to"),
            new Column("observedTonnes", "observed t"),
            new Column("tonnes", "balanced t"),
            new Column("factor", "factor"),
            new Column("shareOfOutput", "of output"),
            new Column("grade", "grade"),
            new Column("source", "source"));
    for (BalancingChange change : BalancingChange.list(evidence).stream().limit(most).toList()) {
      rows.row(
          Cell.words(change.flow().product().toString()),
          Cell.words(change.flow().exporter().alpha3()),
          Cell.words(change.flow().importer().alpha3()),
          new Cell.Figure(change.observedTonnes(), Cell.DIGITS),
          new Cell.Figure(change.flow().tonnes(), Cell.DIGITS),
          new Cell.Figure(change.factor(), Cell.DIGITS),
          new Cell.Share(change.shareOfOutput(), 2),
          Cell.words(change.flow().provenance().grade().name()),
          Cell.words(change.flow().provenance().source().toString()));
    }
    return rows.build();
  }

  /** One row a product and caution, with the newest of the prices that it holds for. */
  private Table prices() {
    LocalDate asOf = evidence.asOf();
    Map<List<Object>, List<Price>> alike = new LinkedHashMap<>();
    for (Price price : evidence.prices()) {
      List<String> caution = WorldPriceCaution.of(price, asOf);
      if (!caution.isEmpty()) {
        alike.computeIfAbsent(List.of(price.product(), caution), k -> new ArrayList<>()).add(price);
      }
    }
    Answer.Builder rows =
        Table.of(
            "prices",
            "Base prices to be careful with",
            new Column("product", "product"),
            new Column("vintages", "vintages"),
            new Column("date", "date"),
            new Column("usdPerTonne", "USD/t"),
            new Column("type", "type"),
            new Column("caution", "caution"));
    alike
        .values()
        .forEach(prices -> {
          Price last = prices.getLast();
          rows.row(
              Cell.words(last.product().toString()),
              new Cell.Names(prices.stream().map(Price::vintage).toList()),
              Cell.words(last.date()),
              new Cell.Figure(last.usdPerTonne().central(), Cell.DIGITS),
              Cell.words(last.type()),
              new Cell.Names(WorldPriceCaution.of(last, asOf)));
        });
    return rows.build();
  }

  /** How many rows of each table are read, derived, recalled, assumed and so on. */
  private Table statuses() {
    Map<String, Stream<Provenance>> tables = new LinkedHashMap<>();
    tables.put("technology", provenance(evidence.activities(), a -> a.provenance()));
    tables.put("parameters", provenance(evidence.parameters(), p -> p.provenance()));
    tables.put("production", provenance(evidence.productions(), p -> p.provenance()));
    tables.put("consumption", provenance(evidence.uses(), u -> u.provenance()));
    tables.put("trade", provenance(evidence.flows(), f -> f.provenance()));
    tables.put("prices", provenance(evidence.prices(), p -> p.provenance()));
    tables.put("tariffs", provenance(evidence.duties(), d -> d.provenance()));
    tables.put("end_uses", provenance(evidence.endUses(), e -> e.provenance()));
    tables.put("bills_of_materials", provenance(evidence.inUse().bills(), b -> b.provenance()));
    tables.put("product_volumes", provenance(evidence.inUse().volumes(), v -> v.provenance()));
    tables.put("demand_growth", provenance(evidence.inUse().growth(), g -> g.provenance()));
    tables.put("recycling", provenance(evidence.inUse().recycling(), r -> r.provenance()));
    tables.put("freight", provenance(evidence.resilience().freight(), f -> f.provenance()));
    tables.put("storage", provenance(evidence.resilience().storage(), s -> s.provenance()));
    tables.put(
        "project_costs", provenance(evidence.resilience().projectCosts(), c -> c.provenance()));
    tables.put("stockpiles", provenance(evidence.resilience().stockpiles(), s -> s.provenance()));
    tables.put("disruptions", provenance(evidence.resilience().disruptions(), d -> d.provenance()));
    List<Column> columns = new ArrayList<>(List.of(new Column("table", "table")));
    for (Status status : Status.values()) {
      columns.add(new Column(status.word(), status.word()));
    }
    Answer.Builder rows =
        Table.of("statuses", "How rows came to be known", columns.toArray(Column[]::new));
    tables.forEach((name, rowsOfTable) -> {
      SortedMap<Status, Integer> counts = new TreeMap<>();
      rowsOfTable.forEach(p -> counts.merge(p.status(), 1, Integer::sum));
      List<Cell> cells = new ArrayList<>(List.of(Cell.words(name)));
      for (Status status : Status.values()) {
        cells.add(new Cell.Whole(counts.getOrDefault(status, 0)));
      }
      rows.row(cells.toArray(Cell[]::new));
    });
    return rows.build();
  }

  private static <T> Stream<Provenance> provenance(
      List<T> rows, Function<T, Provenance> provenanceOf) {
    return rows.stream().map(provenanceOf);
  }
}
