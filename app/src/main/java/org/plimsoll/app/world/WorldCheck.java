package org.plimsoll.app.world;

import static java.util.stream.Collectors.counting;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Kind;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.Session;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.MaterialBalance;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.Price;
import org.plimsoll.sources.pack.Pack;
import org.plimsoll.sources.pack.StampedWorld;
import org.plimsoll.sources.reconcile.BalancingChange;
import org.plimsoll.sources.reconcile.EarnedTier;
import org.plimsoll.sources.reconcile.GradeShares;
import org.plimsoll.sources.reconcile.ProductSides;

/** What a check of a world finds. */
public final class WorldCheck {
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
  public WorldCheck(Evidence evidence, List<Issue> faults) {
    this.evidence = evidence;
    this.balance = MaterialBalance.ofBaseYear(evidence);
    this.faults = List.copyOf(faults);
    this.sides = ProductSides.of(evidence);
  }

  /**
   * The check of a pack: its rows, and its tables against its manifest.
   *
   * @throws Refusal if there is no pack
   */
  public static WorldCheck of(Session session, Path world) {
    if (!Files.exists(world.resolve("manifest.json"))) {
      throw Refusal.of(
          "there is no world pack in " + world + ": it has no manifest.json",
          "name its folder with --world");
    }
    List<Issue> faults = new ArrayList<>(Pack.verify(world));
    Loaded<StampedWorld> loaded = session.worlds().load(world);
    loaded.issues().stream().filter(Issue::isError).forEach(faults::add);
    return new WorldCheck(loaded.value().evidence(), faults);
  }

  public boolean isSound() {
    return faults.isEmpty()
        && sides.values().stream().allMatch(s -> s.residual() <= TOLERANCE)
        && evidence.products().stream().noneMatch(p -> EarnedTier.isTooKind(balance, p));
  }

  public Answer answer(int changes) {
    Answer answer =
        Answer.of("Check of the world")
            .fact("asOf", evidence.asOf())
            .fact("baseYear", new Cell.Whole(evidence.baseYear()))
            .fact("sound", isSound());
    return (faults.isEmpty() ? answer : answer.with(faultTable()))
        .with(products(), changes(changes), prices(), statuses())
        .remark(remarks());
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

  private Table<Issue> faultTable() {
    return Table.of("faults", "Faults", faults)
        .words("place", "place", Issue::place)
        .words("problem", "problem", Issue::problem)
        .words("wayOut", "", Issue::wayOut);
  }

  private record Balanced(
      Product product, GradeShares output, GradeShares use, GradeShares trade) {}

  private Table<Balanced> products() {
    SortedMap<ProductId, Double> moved = largestChanges();
    return Table.of(
            "products",
            "Balance of %d and how well it is known".formatted(evidence.baseYear()),
            evidence.listSolvedProducts().stream()
                .map(p ->
                    new Balanced(
                        p,
                        GradeShares.ofOutput(balance, p.id()),
                        GradeShares.ofUse(balance, p.id()),
                        GradeShares.ofTrade(balance, p.id())))
                .toList())
        .product("product", "product", b -> b.product().id())
        .words(
            "tier",
            "tier",
            b ->
                b.product().tier().word()
                    + (EarnedTier.isTooKind(balance, b.product()) ? " (too kind)" : ""))
        .figure("outputTonnes", "output t", b -> b.output().tonnes())
        .cell(
            "residual",
            "off by",
            Kind.NUMBER,
            b -> new Cell.Tiny(sides.getOrDefault(b.product().id(), ProductSides.NONE).residual()))
        .digits(b -> 2)
        .share("outputShareC", "output C", b -> b.output().share(Grade.C))
        .share("useShareC", "use C", b -> b.use().share(Grade.C))
        .digits(b -> Cell.DIGITS)
        .figure("tradeTonnes", "trade t", b -> b.trade().tonnes())
        .digits(b -> 2)
        .share("tradeShareA", "A", b -> b.trade().share(Grade.A))
        .share("tradeShareB", "B", b -> b.trade().share(Grade.B))
        .share("tradeShareC", "C", b -> b.trade().share(Grade.C))
        .share("largestChange", "moved", b -> moved.getOrDefault(b.product().id(), 0.0));
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

  private Table<BalancingChange> changes(int most) {
    return Table.of(
            "changes",
            "What balancing changed most",
            BalancingChange.list(evidence).stream().limit(most).toList())
        .product("product", "product", c -> c.flow().product())
        .country("exporter", "from", c -> c.flow().exporter().alpha3())
        .country("importer", "to", c -> c.flow().importer().alpha3())
        .figure("observedTonnes", "observed t", BalancingChange::observedTonnes)
        .figure("tonnes", "balanced t", c -> c.flow().tonnes())
        .figure("factor", "factor", BalancingChange::factor)
        .digits(c -> 2)
        .share("shareOfOutput", "of output", BalancingChange::shareOfOutput)
        .words("grade", "grade", c -> c.flow().provenance().grade().name())
        .words("source", "source", c -> c.flow().provenance().source());
  }

  /** One row a product and caution, with the newest of the prices that it holds for. */
  private Table<List<Price>> prices() {
    LocalDate asOf = evidence.asOf();
    Map<List<Object>, List<Price>> alike = new LinkedHashMap<>();
    for (Price price : evidence.prices()) {
      List<String> caution = WorldPriceCaution.of(price, asOf);
      if (!caution.isEmpty()) {
        alike.computeIfAbsent(List.of(price.product(), caution), k -> new ArrayList<>()).add(price);
      }
    }
    return Table.of("prices", "Base prices to be careful with", alike.values())
        .product("product", "product", prices -> prices.getLast().product())
        .names("vintages", "vintages", prices -> prices.stream().map(Price::vintage).toList())
        .words("date", "date", prices -> prices.getLast().date())
        .figure("usdPerTonne", "USD/t", prices -> prices.getLast().usdPerTonne().central())
        .words("type", "type", prices -> prices.getLast().type())
        .names("caution", "caution", prices -> WorldPriceCaution.of(prices.getLast(), asOf));
  }

  /** How many rows of each table are read, derived, recalled, assumed and so on. */
  private Table<?> statuses() {
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
    tables.put(
        "disruption_rates",
        provenance(evidence.resilience().disruptionRates(), r -> r.provenance()));
    tables.put(
        "control_effects",
        evidence.exportControls().stream()
            .flatMap(c -> c.effects().stream().map(e -> e.provenance())));
    Map<String, SortedMap<Status, Long>> counts = new LinkedHashMap<>();
    tables.forEach((name, rows) ->
        counts.put(
            name,
            rows.collect(Collectors.groupingBy(Provenance::status, TreeMap::new, counting()))));
    Table<Map.Entry<String, SortedMap<Status, Long>>> table =
        Table.of("statuses", "How rows came to be known", counts.entrySet())
            .words("table", "table", Map.Entry::getKey);
    for (Status status : Status.values()) {
      table = table.count(status.word(), status.word(), e -> e.getValue().getOrDefault(status, 0L));
    }
    return table;
  }

  private static <T> Stream<Provenance> provenance(
      List<T> rows, Function<T, Provenance> provenanceOf) {
    return rows.stream().map(provenanceOf);
  }
}
