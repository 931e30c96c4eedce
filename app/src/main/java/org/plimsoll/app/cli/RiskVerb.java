package org.plimsoll.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Answer.Table;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.risk.ConcentrationTables;
import org.plimsoll.app.risk.MethodTables;
import org.plimsoll.app.risk.OwnFigures;
import org.plimsoll.app.risk.RiskGrids;
import org.plimsoll.app.risk.RiskInput;
import org.plimsoll.app.risk.RiskMethod;
import org.plimsoll.app.risk.RiskRemarks;
import org.plimsoll.app.session.Nearest;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.Selection;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.planner.risk.Region;
import org.plimsoll.planner.risk.RiskTable;
import org.plimsoll.sources.figures.RiskFigure;
import org.plimsoll.sources.figures.RiskFigureFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll risk}. */
@Command(
    name = "risk",
    description = {
      "How concentrated each product is, and how far a country relies on imports of it.",
      "With the scores of two published methods: the European Union's supply risk and GeoPolRisk."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll risk                                  every product, world output",
      "  plimsoll risk --material gallium               and who relies on whom for it",
      "  plimsoll risk --country JPN,EU27               each on its own",
      "  plimsoll risk --country USA+JPN+EU27 --json    the three as one region",
      "  plimsoll risk --method eu-supply-risk          of the EU27",
      "  plimsoll risk --input examples/risk/nickel-usa-2022.csv      one's own figures",
      "",
      "Definitions and limits: docs/method/risk.md; tables: docs/reference/risk-input.md"
    })
final class RiskVerb implements Callable<Integer> {
  /** What the methods need beside volumes, in the folder of a world. */
  private static final Path FACTORS = Path.of("hand", "risk_figures.csv");

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

  @Option(
      names = "--method",
      paramLabel = "NAMES",
      description = "concentration, eu-supply-risk, geopolrisk, or all, by comma.")
  private Optional<String> method = Optional.empty();

  @Option(names = "--year", paramLabel = "YEAR", description = "Of the volumes.")
  private Optional<Integer> year = Optional.empty();

  @Option(
      names = "--input",
      paramLabel = "FILE",
      description = "A table of one's own figures instead of the world's volumes.")
  private Optional<Path> input = Optional.empty();

  @Mixin private final WorldOptions options = new WorldOptions();
  private final Console console;

  RiskVerb(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Evidence evidence = console.session().readWorld(options.world());
    Set<RiskMethod> methods = method.map(RiskMethod::parse).orElseGet(this::methodsThatApply);
    List<RiskFigure> factors = readFactors();
    return console.print(
        input.isPresent()
            ? ofInput(evidence, factors, methods, input.get())
            : ofWorld(evidence, factors, methods),
        options.asJson());
  }

  /** Without a region asked for, only concentration can be said of the world. */
  private Set<RiskMethod> methodsThatApply() {
    return input.isPresent() || country.isPresent() || material.isPresent()
        ? EnumSet.allOf(RiskMethod.class)
        : EnumSet.of(RiskMethod.CONCENTRATION);
  }

  private List<RiskFigure> readFactors() {
    Path file = options.world().orElse(console.session().root().resolve("world")).resolve(FACTORS);
    return Files.exists(file) ? accepted(RiskFigureFile.read(file), file) : List.of();
  }

  private static List<RiskFigure> accepted(Loaded<List<RiskFigure>> loaded, Path file) {
    if (loaded.hasErrors()) {
      throw Refusal.ofIssues("the table " + file, loaded.issues());
    }
    return loaded.value();
  }

  private Answer ofWorld(Evidence evidence, List<RiskFigure> factors, Set<RiskMethod> methods) {
    int asked = yearOf(RiskTable.years(evidence), evidence.baseYear());
    Selection selection = new Selection(evidence);
    List<ProductId> wanted =
        material.map(selection::products).orElse(evidence.products()).stream()
            .map(Product::id)
            .toList();
    List<Region> named = country.map(c -> selection.regions(c, evidence.asOf())).orElse(List.of());
    List<Table> tables = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    if (methods.contains(RiskMethod.CONCENTRATION)) {
      List<Region> regions = new ArrayList<>(named);
      if (country.isEmpty() && material.isPresent()) {
        selection
            .takingPart(selection.products(material.get()))
            .forEach(c -> regions.add(Region.of(c)));
      }
      RiskTable table = RiskTable.of(evidence, regions, asked);
      tables.add(ConcentrationTables.world(evidence, table, wanted));
      if (!regions.isEmpty()) {
        tables.add(ConcentrationTables.regional(evidence, table, wanted));
      }
      remarks.addAll(RiskRemarks.ofConcentration(regions.isEmpty()));
    }
    MethodTables scores =
        new MethodTables(
            RiskGrids.ofWorld(
                evidence, factors, named.isEmpty() ? selection.wellKnownRegions() : named, asked),
            wanted::contains,
            product -> ConcentrationTables.digits(evidence, product),
            of -> true,
            true);
    addScores(scores, methods, tables, remarks);
    if (methods.size() > 1 || !methods.contains(RiskMethod.CONCENTRATION)) {
      remarks.add(factors.isEmpty() ? RiskRemarks.WITHOUT_FACTORS : RiskRemarks.OF_WORLD);
    }
    return new Answer(facts(evidence, asked), tables, remarks);
  }

  private static void addScores(
      MethodTables scores, Set<RiskMethod> methods, List<Table> tables, List<String> remarks) {
    if (methods.contains(RiskMethod.EU_SUPPLY_RISK)) {
      tables.add(scores.euSupplyRisk());
      remarks.addAll(RiskRemarks.OF_EU_SUPPLY_RISK);
      RiskRemarks.ofMissing(
              "SR",
              scores.withoutSupplyRisk(),
              "recycling, substitution, import reliance or supply")
          .ifPresent(remarks::add);
    }
    if (methods.contains(RiskMethod.GEOPOLRISK)) {
      tables.add(scores.geoPolRisk());
      remarks.addAll(RiskRemarks.OF_GEOPOLRISK);
      RiskRemarks.ofMissing(
              "GeoPolRisk", scores.withoutGeoPolRisk(), "trade, own output or world output")
          .ifPresent(remarks::add);
    }
    if (methods.size() > 1) {
      remarks.add(RiskRemarks.NEVER_BLENDED);
    }
  }

  private Answer ofInput(
      Evidence evidence, List<RiskFigure> factors, Set<RiskMethod> methods, Path file) {
    if (country.isPresent()) {
      throw Refusal.of(
          "--country has no meaning beside --input: the table names its own buyers",
          "leave it out, or name the buyer in the column region");
    }
    List<RiskFigure> figures = accepted(RiskFigureFile.read(file), file);
    RiskInput own = OwnFigures.of(file.toString(), figures, evidence, factors);
    if (own.issues().stream().anyMatch(Issue::isError)) {
      throw Refusal.ofIssues("the table " + file, own.issues());
    }
    List<ProductId> products = own.grid().axes().products().names();
    MethodTables scores =
        new MethodTables(
            own.grid(),
            product -> isWanted(product, products),
            product -> Cell.DIGITS,
            askedYears(own.grid().axes().years().names()),
            false);
    List<Table> tables = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    if (methods.contains(RiskMethod.CONCENTRATION)) {
      tables.add(scores.concentration());
      remarks.addAll(RiskRemarks.OF_OWN_CONCENTRATION);
    }
    addScores(scores, methods, tables, remarks);
    remarks.addAll(RiskRemarks.ofInput(own));
    return new Answer(new TreeMap<>(), tables, remarks);
  }

  private IntPredicate askedYears(List<Integer> years) {
    if (year.isPresent() && !years.contains(year.get())) {
      throw Refusal.of(
          "the table has no year %d, only %s".formatted(year.get(), list(years)),
          "leave --year out");
    }
    return of -> year.isEmpty() || year.get() == of;
  }

  private static String list(Collection<Integer> years) {
    return years.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private boolean isWanted(ProductId product, List<ProductId> products) {
    if (material.isEmpty()) {
      return true;
    }
    String word = material.get();
    List<String> names = new ArrayList<>();
    for (ProductId id : products) {
      names.add(id.commodity());
      names.add(id.toString());
    }
    if (!names.contains(word)) {
      String near = Nearest.wayOut(word, names);
      throw Refusal.of(
          "the table has no material '" + word + "'",
          near.isEmpty() ? "one of " + String.join(", ", names) : near);
    }
    return product.commodity().equals(word) || product.toString().equals(word);
  }

  private int yearOf(SortedSet<Integer> years, int baseYear) {
    int asked = year.orElse(baseYear);
    if (!years.contains(asked)) {
      throw Refusal.of(
          "the world has no volumes of %d, only of %s".formatted(asked, list(years)),
          "leave --year out, or give figures of that year with --input");
    }
    return asked;
  }

  private static SortedMap<String, String> facts(Evidence evidence, int year) {
    TreeMap<String, String> facts = new TreeMap<>();
    facts.put("asOf", evidence.asOf().toString());
    facts.put("baseYear", Integer.toString(evidence.baseYear()));
    facts.put("year", Integer.toString(year));
    return facts;
  }
}
