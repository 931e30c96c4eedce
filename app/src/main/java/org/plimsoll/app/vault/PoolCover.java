package org.plimsoll.app.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.app.answer.Known;
import org.plimsoll.app.report.markup.Origin;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.Selection;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.MaterialBalance;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.risk.Region;

/**
 * For how many days of use a stock lasts: 365 × stock ÷ annual use. Use is what somebody says, or
 * final use and use as an input in the world's base year.
 */
public final class PoolCover {
  private static final double GRAMS_A_TONNE = 1e6;
  private static final double DAYS_A_YEAR = 365;
  private static final Known NOT_KNOWN = new Known(Grade.C, Status.UNKNOWN, Origin.NONE, "");

  private final DailyUse said;
  private final Optional<Evidence> world;
  private final Optional<MaterialBalance> volumes;
  private final Optional<Region> region;

  private PoolCover(DailyUse said, Optional<Evidence> world, Optional<Region> region) {
    this.said = said;
    this.world = world;
    volumes = world.map(MaterialBalance::ofBaseYear);
    this.region = region;
  }

  /**
   * By what is said, and else by the world.
   *
   * @param region country or territory, or several joined by +, whose use counts; else all
   * @throws Refusal if the region is not known
   */
  public static PoolCover of(DailyUse said, Optional<Evidence> world, Optional<String> region) {
    if (region.isPresent() && world.isEmpty()) {
      throw Refusal.of(
          "there is no world that has the use of " + region.get(), "name one with --world");
    }
    return new PoolCover(
        said, world, region.map(words -> PoolCover.region(world.orElseThrow(), words)));
  }

  private static Region region(Evidence world, String words) {
    List<Region> regions = new Selection(world).regions(words, world.asOf());
    if (regions.size() > 1) {
      throw Refusal.of(
          "--region is '" + words + "', which is " + regions.size() + " regions",
          "join them: " + words.replace(",", "+"));
    }
    return regions.getFirst();
  }

  /**
   * Annual use.
   *
   * @param tonnesPerYear of content, above 0
   * @param whose use it is, in words
   * @param known where it was read
   */
  public record Use(double tonnesPerYear, String whose, Known known) {}

  /** The use of a product, if somebody says it or the world has it. */
  public Optional<Use> use(ProductId product) {
    return Optional.ofNullable(said.grams().get(product))
        .map(grams ->
            new Use(
                grams.doubleValue() * DAYS_A_YEAR / GRAMS_A_TONNE,
                "use as said",
                new Known(
                    Grade.A, Status.REPORTED, Origin.derived(List.of("said with --use")), "")))
        .or(() -> volumes.flatMap(balance -> use(balance, product)));
  }

  private Optional<Use> use(MaterialBalance balance, ProductId product) {
    List<MaterialBalance.Amount> rows = new ArrayList<>(balance.finalUses(product));
    rows.addAll(balance.inputs(product));
    rows.removeIf(row -> region.filter(some -> !some.contains(row.place())).isPresent());
    double tonnes = rows.stream().mapToDouble(MaterialBalance.Amount::tonnes).sum();
    List<Provenance> read = rows.stream().map(MaterialBalance.Amount::provenance).toList();
    return tonnes > 0
        ? Optional.of(
            new Use(
                tonnes,
                "use of %s in %d"
                    .formatted(region.map(Region::id).orElse("the world"), balance.year()),
                Known.computed(read, "365 × stock ÷ annual use: docs/dictionary.md")))
        : Optional.empty();
  }

  /** Days for which so much lasts; empty if the use is not known. */
  OptionalDouble days(ProductId product, long grams) {
    return use(product)
        .map(use -> OptionalDouble.of(DAYS_A_YEAR * (grams / GRAMS_A_TONNE) / use.tonnesPerYear()))
        .orElse(OptionalDouble.empty());
  }

  /** Whose use it is, or that it is not known. */
  String status(ProductId product) {
    return use(product)
        .map(Use::whose)
        .orElse(world.isEmpty() ? "use not known: no world" : "use not known");
  }

  Known known(ProductId product) {
    return use(product).map(Use::known).orElse(NOT_KNOWN);
  }

  /** Datasets of the world, for a page's list of sources. */
  public List<Evidence.Dataset> datasets() {
    return world.map(Evidence::datasets).orElse(List.of());
  }
}
