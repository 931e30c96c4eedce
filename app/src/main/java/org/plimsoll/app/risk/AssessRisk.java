package org.plimsoll.app.risk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Table;
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

/**
 * How concentrated products are, how far regions rely on imports of them, and the scores of two
 * published methods.
 *
 * @param material commodity or product; all if empty
 * @param country regions by comma, joined by +; if empty, whoever takes part in the material
 * @param methods families to show; those that apply if empty
 * @param year of the volumes; the base year if empty
 * @param input a table of one's own figures; the world's volumes if empty
 * @param anyMaterial whether that table may have materials and stages that the world has not
 */
public record AssessRisk(
    Optional<String> material,
    Optional<String> country,
    Optional<Set<RiskMethod>> methods,
    Optional<Integer> year,
    Optional<Path> input,
    boolean anyMaterial) {
  /** What the methods need beside volumes, in the folder of a world. */
  private static final Path FACTORS = Path.of("hand", "risk_figures.csv");

  public AssessRisk {
    if (country.isPresent() && input.isPresent()) {
      throw Refusal.of(
          "--country has no meaning beside --input: the table names its own buyers",
          "leave it out, or name the buyer in the column region");
    }
    Refusal.requireUse("--any-material", !anyMaterial || input.isPresent(), "without --input");
  }

  /**
   * The tables.
   *
   * @param world folder of the pack
   * @throws Refusal if a word is not known, or a table has a fault
   */
  public Answer answer(Evidence evidence, Path world) {
    Path file = world.resolve(FACTORS);
    List<RiskFigure> factors =
        Files.exists(file) ? accepted(RiskFigureFile.read(file), file) : List.of();
    Set<RiskMethod> asked = methods.orElseGet(this::methodsThatApply);
    return input.isPresent()
        ? ofInput(evidence, factors, asked, input.get())
        : ofWorld(evidence, factors, asked);
  }

  /** Without a region asked for, only concentration can be said of the world. */
  private Set<RiskMethod> methodsThatApply() {
    return input.isPresent() || country.isPresent() || material.isPresent()
        ? EnumSet.allOf(RiskMethod.class)
        : EnumSet.of(RiskMethod.CONCENTRATION);
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
    List<Table<?>> tables = new ArrayList<>();
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
    return Answer.of("Risk")
        .fact("asOf", evidence.asOf())
        .fact("baseYear", new Cell.Whole(evidence.baseYear()))
        .fact("year", new Cell.Whole(asked))
        .with(tables)
        .remark(remarks);
  }

  private static void addScores(
      MethodTables scores, Set<RiskMethod> methods, List<Table<?>> tables, List<String> remarks) {
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
    List<RiskFigure> figures = accepted(RiskFigureFile.read(file), file);
    List<Issue> unknown = anyMaterial ? List.of() : OwnMaterials.check(figures, evidence);
    if (!unknown.isEmpty()) {
      throw Refusal.ofIssues("the table " + file, unknown);
    }
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
    List<Table<?>> tables = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    if (methods.contains(RiskMethod.CONCENTRATION)) {
      tables.add(scores.concentration());
      remarks.addAll(RiskRemarks.OF_OWN_CONCENTRATION);
    }
    addScores(scores, methods, tables, remarks);
    remarks.addAll(RiskRemarks.ofInput(own));
    return Answer.of("Risk of " + file.getFileName()).with(tables).remark(remarks);
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
      throw Refusal.of(
          "the table has no material '" + word + "'",
          Nearest.wayOut(word, names, "one of " + String.join(", ", names)));
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
}
