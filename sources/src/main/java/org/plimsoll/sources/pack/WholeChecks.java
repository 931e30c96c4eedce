package org.plimsoll.sources.pack;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.PartyName;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.model.trade.BillOfMaterials;
import org.plimsoll.model.trade.EndUse;
import org.plimsoll.model.trade.Price;
import org.plimsoll.model.trade.ProductVolume;
import org.plimsoll.sources.reconcile.ProductSides;

/**
 * What no single row can break: balances, shares, base prices, one customs territory a country. The
 * issues are about tables as wholes, so they refuse no row.
 */
final class WholeChecks {
  /** Shares printed as whole per cents add up to a little more or less than the whole. */
  private static final double ROUNDING = 0.02;

  /** Largest imbalance allowed, as a share of the product's trade. */
  private static final double BALANCE_TOLERANCE = 1e-6;

  private static final List<String> VINTAGES = List.of("base2024", "latest");
  private static final MathContext SIX_DIGITS = new MathContext(6);

  private final Evidence evidence;
  private final Function<Table<?>, String> fileOf;
  private final List<Issue> issues = new ArrayList<>();

  WholeChecks(Evidence evidence, Function<Table<?>, String> fileOf) {
    this.evidence = evidence;
    this.fileOf = fileOf;
  }

  List<Issue> listIssues() {
    checkTerritories();
    checkBalances();
    checkBasePrices();
    checkShares();
    checkUnits();
    checkParties();
    return issues;
  }

  private void checkTerritories() {
    SortedMap<CountryCode, String> seen = new TreeMap<>();
    for (Evidence.Territory territory : evidence.territories()) {
      for (CountryCode member : territory.members()) {
        String other = seen.put(member, territory.id());
        if (other != null) {
          add(
              PlaceTables.TERRITORIES,
              member + " is a member of " + other + " and of " + territory.id(),
              "keep it in one of them: a country has one external tariff");
        }
      }
    }
  }

  private void checkBalances() {
    ProductSides.of(evidence).forEach(this::checkBalance);
  }

  private void checkBalance(ProductId product, ProductSides sides) {
    double allowed = BALANCE_TOLERANCE * sides.sizeTonnes();
    if (sides.shipped().isEmpty()) {
      add(
          VolumeTables.TRADE,
          "%s is solved, but has no flow in %d".formatted(product, evidence.baseYear()),
          "give its flows, home use included, or make it listed in products.csv");
      return;
    }
    for (CountryCode country : sides.countries()) {
      compare(
          product,
          country,
          "made",
          sides.made().getOrDefault(country, 0.0),
          "shipped (home use included)",
          sides.shipped().getOrDefault(country, 0.0),
          allowed);
      compare(
          product,
          country,
          "received (home use included)",
          sides.received().getOrDefault(country, 0.0),
          "taken as final use, inputs and stock build",
          sides.taken().getOrDefault(country, 0.0),
          allowed);
    }
  }

  private void compare(
      ProductId product,
      CountryCode country,
      String left,
      double leftTonnes,
      String right,
      double rightTonnes,
      double allowed) {
    if (StrictMath.abs(leftTonnes - rightTonnes) > allowed) {
      add(
          VolumeTables.TRADE,
          "%s does not balance in %s: %s t %s, but %s t %s; the difference is %s t"
              .formatted(
                  product,
                  country,
                  rounded(leftTonnes),
                  left,
                  rounded(rightTonnes),
                  right,
                  rounded(leftTonnes - rightTonnes)),
          "run the reconciliation again, or correct production.csv, consumption.csv or trade.csv");
    }
  }

  private void checkBasePrices() {
    for (Product product : evidence.listSolvedProducts()) {
      for (String vintage : VINTAGES) {
        List<Price> prices =
            evidence.prices().stream()
                .filter(p -> p.product().equals(product.id()) && p.vintage().equals(vintage))
                .toList();
        if (prices.size() != 1) {
          add(
              VolumeTables.PRICES,
              "%s is solved and needs one price of vintage %s, but has %d"
                  .formatted(product.id(), vintage, prices.size()),
              prices.isEmpty()
                  ? "give one, or make the product listed in products.csv"
                  : "keep the liquid one and call the others 'quote'");
        }
      }
    }
  }

  private void checkShares() {
    SortedMap<String, Double> sums = new TreeMap<>();
    SortedMap<String, TreeSet<String>> main = new TreeMap<>();
    for (EndUse use : evidence.endUses()) {
      sums.merge(use.commodity() + " in " + use.area(), use.share(), Double::sum);
      if (use.isMain()) {
        main.computeIfAbsent(use.commodity(), c -> new TreeSet<>()).add(use.area());
      }
    }
    sums.forEach((uses, sum) -> {
      if (sum > 1 + ROUNDING) {
        add(
            UseTables.END_USES,
            "the shares of " + uses + " add up to " + rounded(sum) + ", which is above 1",
            "write shares, not percentages, and count each use once");
      }
    });
    main.forEach((commodity, areas) -> {
      if (areas.size() > 1) {
        add(
            UseTables.END_USES,
            "the main end uses of " + commodity + " are of " + String.join(" and of ", areas),
            "keep one area as main; the others are shown beside it");
      }
    });
  }

  /** A good is counted in one unit, or its kilograms cannot be multiplied by its numbers. */
  private void checkUnits() {
    SortedMap<String, String> units = new TreeMap<>();
    for (BillOfMaterials bill : evidence.inUse().bills()) {
      checkUnit(UseTables.BILLS_OF_MATERIALS, bill.good(), bill.unit(), units);
    }
    for (ProductVolume volume : evidence.inUse().volumes()) {
      checkUnit(UseTables.PRODUCT_VOLUMES, volume.good(), volume.unit(), units);
    }
  }

  private void checkUnit(
      Table<?> table, String good, String unit, SortedMap<String, String> units) {
    String other = units.putIfAbsent(good, unit);
    if (other != null && !other.equals(unit)) {
      add(
          table,
          "%s is counted in '%s' and in '%s'".formatted(good, other, unit),
          "count it in one unit in bills_of_materials.csv and product_volumes.csv");
    }
  }

  /** A row of any register may be named, and no other. */
  private void checkParties() {
    Set<String> known = new TreeSet<>();
    evidence.projects().forEach(row -> known.add(row.id()));
    evidence.exportControls().forEach(row -> known.add(row.id()));
    evidence.commitments().forEach(row -> known.add(row.id()));
    for (PartyName name : evidence.developments().partyNames()) {
      for (String row : name.rows()) {
        if (!known.contains(row)) {
          add(
              DevelopmentTables.PARTY_NAMES,
              "'%s' is said to be named in %s, which is no row of a register"
                  .formatted(name.party(), row),
              "name projects, export controls or commitments: P001;E022;C037");
        }
      }
    }
  }

  private void add(Table<?> table, String problem, String wayOut) {
    issues.add(Issue.error(Place.ofFile(fileOf.apply(table)), problem, wayOut));
  }

  private static String rounded(double value) {
    return new BigDecimal(value).round(SIX_DIGITS).stripTrailingZeros().toPlainString();
  }
}
