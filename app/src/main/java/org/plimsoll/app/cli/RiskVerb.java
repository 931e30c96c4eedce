package org.plimsoll.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.plimsoll.app.cli.Answer.Column;
import org.plimsoll.app.cli.Answer.Table;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.Tier;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.planner.risk.Balance;
import org.plimsoll.planner.risk.Basis;
import org.plimsoll.planner.risk.Concentration;
import org.plimsoll.planner.risk.Region;
import org.plimsoll.planner.risk.RiskTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll risk}. */
@Command(
    name = "risk",
    description = "How concentrated each product is, and how far a country relies on imports.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll risk                                  every product, world output",
      "  plimsoll risk --material gallium               and who relies on whom for it",
      "  plimsoll risk --country JPN,EU27               each on its own",
      "  plimsoll risk --country USA+JPN+EU27 --json    the three as one region",
      "",
      "Definitions and limits: docs/method/risk.md"
    })
final class RiskVerb implements Callable<Integer> {
  @Option(
      names = {"-m", "--material"},
      paramLabel = "NAME",
      description = "A commodity or product: gallium, gallium/refined.")
  private Optional<String> material = Optional.empty();

  @Option(
      names = {"-c", "--country"},
      paramLabel = "NAMES",
      description = "Countries or territories, by comma; joined by + they are one region.")
  private Optional<String> country = Optional.empty();

  @Mixin private final WorldOptions options = new WorldOptions();
  private final Session session;

  RiskVerb(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Evidence evidence = session.readWorld(options.world());
    return session.print(answer(evidence, material, country), options.asJson());
  }

  /** The answer; without a material every product, without either no region. */
  static Answer answer(Evidence evidence, Optional<String> material, Optional<String> country) {
    Selection selection = new Selection(evidence);
    List<Product> products = material.map(selection::products).orElse(evidence.products());
    List<Region> regions = new ArrayList<>();
    if (country.isPresent()) {
      regions.addAll(selection.regions(country.get(), evidence.asOf()));
    } else if (material.isPresent()) {
      selection.takingPart(products).forEach(c -> regions.add(Region.of(c)));
    }
    List<ProductId> wanted = products.stream().map(Product::id).toList();
    RiskTable table = RiskTable.of(evidence, regions);
    TreeMap<String, String> facts = new TreeMap<>();
    facts.put("asOf", evidence.asOf().toString());
    facts.put("baseYear", Integer.toString(evidence.baseYear()));
    List<Table> tables = new ArrayList<>();
    tables.add(world(evidence, table, wanted));
    if (!regions.isEmpty()) {
      tables.add(regional(evidence, table, wanted));
    }
    return new Answer(facts, tables, remarks(regions.isEmpty()));
  }

  private static Table world(Evidence evidence, RiskTable table, List<ProductId> wanted) {
    Answer.Builder rows =
        Table.of(
            "world",
            "World output, " + evidence.baseYear(),
            new Column("product", "product"),
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
        int digits = digits(evidence, row.product());
        rows.row(
            Cell.words(row.product().toString()),
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
    }
    return rows.build();
  }

  private static Table regional(Evidence evidence, RiskTable table, List<ProductId> wanted) {
    Answer.Builder rows =
        Table.of(
            "regional",
            "Reliance, " + evidence.baseYear(),
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

  private static List<String> remarks(boolean isWorldOnly) {
    List<String> remarks = new ArrayList<>();
    remarks.add(
        "HHI: sum of squared shares, 1 for one supplier; HHI·WGI: each weighted by governance, 0"
            + " to 10.");
    remarks.add("A range is what folding small suppliers or missing governance leaves open.");
    remarks.add(
        isWorldOnly
            ? "For a country's reliance on imports: --country JPN, or --country USA+JPN+EU27."
            : "NIR: net imports less stocks built, over consumption (USGS); IR: without stocks"
                + " (EU).");
    return remarks;
  }

  /** Products that rest on a prior are shown to two digits. */
  private static int digits(Evidence evidence, ProductId product) {
    return evidence.getProduct(product).tier() == Tier.INDICATIVE ? Cell.DIGITS - 1 : Cell.DIGITS;
  }

  private static Cell grade(Basis basis) {
    return Cell.words(basis.grade().name());
  }

  private static Cell sources(Basis basis) {
    return new Cell.Names(basis.datasets());
  }
}
