package org.plimsoll.planner.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.MaterialBalance;
import org.plimsoll.model.place.Country;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Basis;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.trade.Flow;

/**
 * Concentration of each product's making in the world, and each region's reliance on imports of it,
 * in one year. A pure function of the evidence; products without any volume are left out.
 *
 * @param year of the volumes
 * @param world in the order of the evidence's products
 * @param primary the same of output other than recovered scrap, for products that have both
 * @param regional by product, then region, both in the order given
 */
public record RiskTable(
    int year, List<Concentration> world, List<Concentration> primary, List<Regional> regional) {
  public RiskTable {
    world = List.copyOf(world);
    primary = List.copyOf(primary);
    regional = List.copyOf(regional);
  }

  /**
   * One region and product.
   *
   * @param balance what it made, traded and used, with its reliance
   * @param sourcing concentration of what it used by country of making, its own output included;
   *     empty if no flow reaches it
   */
  public record Regional(Balance balance, Optional<Concentration> sourcing) {}

  /** The years that the evidence has output of, in order. */
  public static SortedSet<Integer> years(Evidence evidence) {
    SortedSet<Integer> years = new TreeSet<>();
    evidence.productions().forEach(production -> years.add(production.year()));
    return years;
  }

  /** The table for every product of the evidence and these regions, in the base year. */
  public static RiskTable of(Evidence evidence, List<Region> regions) {
    return of(evidence, regions, evidence.baseYear());
  }

  /** The table for every product of the evidence and these regions, in a year. */
  public static RiskTable of(Evidence evidence, List<Region> regions, int year) {
    MaterialBalance volumes = MaterialBalance.of(evidence, year);
    List<Concentration> world = new ArrayList<>();
    List<Concentration> primary = new ArrayList<>();
    List<Regional> regional = new ArrayList<>();
    for (Product product : evidence.products()) {
      List<MaterialBalance.Amount> outputs = volumes.made(product.id());
      List<MaterialBalance.Amount> primaryOutputs = volumes.newlyMade(product.id());
      ofOutput(evidence, product.id(), outputs).ifPresent(world::add);
      if (primaryOutputs.size() < outputs.size()) {
        ofOutput(evidence, product.id(), primaryOutputs).ifPresent(primary::add);
      }
      for (Region region : regions) {
        balance(volumes, product.id(), region)
            .map(b -> new Regional(b, ofSourcing(evidence, volumes, product.id(), region)))
            .ifPresent(regional::add);
      }
    }
    return new RiskTable(year, world, primary, regional);
  }

  private static Optional<Concentration> ofOutput(
      Evidence evidence, ProductId product, List<MaterialBalance.Amount> outputs) {
    TreeMap<CountryCode, Double> tonnes = new TreeMap<>();
    List<Provenance> rows = new ArrayList<>();
    for (MaterialBalance.Amount output : outputs) {
      tonnes.merge(output.place(), output.tonnes(), Double::sum);
      rows.add(output.provenance());
    }
    return concentration(evidence, product, tonnes, rows);
  }

  private static Optional<Concentration> ofSourcing(
      Evidence evidence, MaterialBalance volumes, ProductId product, Region region) {
    TreeMap<CountryCode, Double> tonnes = new TreeMap<>();
    List<Provenance> rows = new ArrayList<>();
    for (Flow flow : volumes.flows(product)) {
      if (region.contains(flow.importer())) {
        tonnes.merge(flow.exporter(), flow.tonnes(), Double::sum);
        rows.add(flow.provenance());
      }
    }
    return concentration(evidence, product, tonnes, rows);
  }

  private static Optional<Concentration> concentration(
      Evidence evidence,
      ProductId product,
      TreeMap<CountryCode, Double> tonnes,
      List<Provenance> rows) {
    double total = tonnes.values().stream().mapToDouble(Double::doubleValue).sum();
    return Shares.of(tonnes)
        .map(
            s -> Concentration.of(product, total, s, c -> governance(evidence, c), Basis.of(rows)));
  }

  private static OptionalDouble governance(Evidence evidence, CountryCode country) {
    return evidence.findCountry(country).map(Country::governance).orElse(OptionalDouble.empty());
  }

  private static Optional<Balance> balance(
      MaterialBalance volumes, ProductId product, Region region) {
    List<Provenance> rows = new ArrayList<>();
    double imports = 0;
    double exports = 0;
    for (Flow flow : volumes.flows(product)) {
      boolean toHere = region.contains(flow.importer());
      boolean fromHere = region.contains(flow.exporter());
      if (toHere || fromHere) {
        rows.add(flow.provenance());
      }
      imports += toHere && !fromHere ? flow.tonnes() : 0;
      exports += fromHere && !toHere ? flow.tonnes() : 0;
    }
    double production = sum(volumes.made(product), region, rows);
    double stockBuild = sum(volumes.stockBuilds(product), region, rows);
    double finalUse = sum(volumes.finalUses(product), region, rows);
    double inputUse = sum(volumes.inputs(product), region, rows);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Balance(
            product,
            region,
            production,
            imports,
            exports,
            stockBuild,
            finalUse,
            inputUse,
            Basis.of(rows)));
  }

  private static double sum(
      List<MaterialBalance.Amount> amounts, Region region, List<Provenance> rows) {
    double tonnes = 0;
    for (MaterialBalance.Amount amount : amounts) {
      if (region.contains(amount.place())) {
        tonnes += amount.tonnes();
        rows.add(amount.provenance());
      }
    }
    return tonnes;
  }
}
