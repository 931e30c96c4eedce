package org.plimsoll.app.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Table;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.Tier;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.planner.risk.Concentration;
import org.plimsoll.planner.risk.RiskTable;
import org.plimsoll.planner.risk.RiskTable.Regional;

/** The first family of risk: concentration and reliance, from the world's volumes. */
final class ConcentrationTables {
  private ConcentrationTables() {}

  /** Output counted in one way. */
  private record Counted(Concentration output, String counting) {}

  static Table<?> world(Evidence evidence, RiskTable table, List<ProductId> wanted) {
    List<Counted> rows = new ArrayList<>();
    for (Concentration output : table.world()) {
      if (wanted.contains(output.product())) {
        Optional<Concentration> primary =
            table.primary().stream()
                .filter(other -> other.product().equals(output.product()))
                .findFirst();
        rows.add(new Counted(output, primary.isPresent() ? "with recycled" : ""));
        primary.ifPresent(its -> rows.add(new Counted(its, "primary only")));
      }
    }
    return Table.of("world", "World output, " + table.year(), rows)
        .digits(row -> outputDigits(evidence, row.output()))
        .product("product", "product", row -> row.output().product())
        .words("counting", "counting", Counted::counting)
        .words("tier", "tier", row -> evidence.getProduct(row.output().product()).tier().word())
        .figure("outputTonnes", "output t", row -> row.output().tonnes())
        .span("hhi", "HHI", row -> row.output().herfindahl())
        .span("hhiWgi", "HHI·WGI", row -> row.output().governanceWeighted())
        .country("largest", "largest", row -> row.output().largest().alpha3())
        .share("largestShare", "share", row -> row.output().largestShare())
        .names("withoutGovernance", "", row -> List.copyOf(row.output().withoutGovernance()))
        .words("grade", "grade", row -> row.output().basis().grade().name())
        .names("sources", "sources", row -> row.output().basis().datasets());
  }

  static Table<?> regional(Evidence evidence, RiskTable table, List<ProductId> wanted) {
    List<Regional> rows =
        table.regional().stream().filter(row -> wanted.contains(row.balance().product())).toList();
    return Table.of("regional", "Reliance, " + table.year(), rows)
        .digits(row -> digits(evidence, row.balance().product()))
        .product("product", "product", row -> row.balance().product())
        .country("region", "region", row -> row.balance().region().id())
        .figure("outputTonnes", "output t", row -> row.balance().productionTonnes())
        .figure("importsTonnes", "imports t", row -> row.balance().importsTonnes())
        .figure("exportsTonnes", "exports t", row -> row.balance().exportsTonnes())
        .figure("stockBuildTonnes", "stocked t", row -> row.balance().stockBuildTonnes())
        .figure(
            "apparentConsumptionTonnes",
            "consumed t",
            row -> row.balance().apparentConsumptionTonnes())
        .share("netImportReliance", "NIR", row -> row.balance().netImportReliance(), "uses none")
        .share("importReliance", "IR", row -> row.balance().importReliance(), "uses none")
        .spanIfAny("sourcingHhi", "HHI", row -> row.sourcing().map(Concentration::herfindahl))
        .spanIfAny(
            "sourcingHhiWgi",
            "HHI·WGI",
            row -> row.sourcing().map(Concentration::governanceWeighted))
        .country("largestSource", "largest", row -> row.sourcing().map(Concentration::largest))
        .share(
            "largestSourceShare",
            "share",
            row ->
                row.sourcing()
                    .map(its -> OptionalDouble.of(its.largestShare()))
                    .orElse(OptionalDouble.empty()),
            "no supplier")
        .words("grade", "grade", row -> row.balance().basis().grade().name())
        .names("sources", "sources", row -> row.balance().basis().datasets());
  }

  /** Output that was read cleanly is shown as read, even where the product's trade is a prior. */
  private static int outputDigits(Evidence evidence, Concentration output) {
    return output.basis().grade() == Grade.A ? Cell.DIGITS : digits(evidence, output.product());
  }

  /** Products that rest on a prior are shown to two digits. */
  static int digits(Evidence evidence, ProductId product) {
    return evidence.getProduct(product).tier() == Tier.INDICATIVE ? Cell.DIGITS - 1 : Cell.DIGITS;
  }
}
