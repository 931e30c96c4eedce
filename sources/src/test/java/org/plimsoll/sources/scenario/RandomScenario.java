package org.plimsoll.sources.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.policy.Alliance;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Change;
import org.plimsoll.model.policy.DemandMeasure;
import org.plimsoll.model.policy.LevyLadder;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.StockMeasure;
import org.plimsoll.model.policy.SupplyMeasure;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;

/** A scenario over {@link NamesOfTheWorld} drawn from a seed, with measures of every type. */
final class RandomScenario {
  private static final List<String> TEXTS =
      List.of(
          "F001",
          "plain words, and a comma",
          "with \"quotes\" and \\",
          "colon: and # hash",
          "- dash",
          "two\nlines",
          "  blanks at both ends ",
          "true",
          "12",
          "E020; E021",
          "{braces} [brackets] & * ! | > % @ `",
          "亜鉛 €/t \u00e9\u2028\ufeff\u0007 \ud83d\udea2",
          "tab\there");

  private final SplittableRandom random;
  private final List<ProductId> products =
      NamesOfTheWorld.evidence().products().stream().map(Product::id).toList();

  private RandomScenario(long seed) {
    random = new SplittableRandom(seed);
  }

  static Scenario of(long seed) {
    return new RandomScenario(seed).draw();
  }

  private Scenario draw() {
    List<Measure> measures = new ArrayList<>();
    for (MeasureType type : MeasureType.values()) {
      if (random.nextInt(3) > 0) {
        measures.add(measure(type, terms(type, measures.size())));
      }
    }
    TreeMap<String, Interval> parameters = new TreeMap<>();
    if (random.nextBoolean()) {
      parameters.put("sourcing-elasticity", figure(5));
      parameters.put("capacity-headroom", figure(1).times(1e-9));
    }
    return new Scenario(
        "drawn-" + random.nextInt(100),
        text(),
        date(),
        Scenario.Horizon.of(Scenario.Horizon.words().get(random.nextInt(4))),
        random.nextBoolean() ? "latest" : "base2024",
        new Alliance(
            "core",
            List.of(
                new Alliance.Member("JPN", date(), Optional.empty()),
                new Alliance.Member("EU27", LocalDate.of(2026, 2, 4), Optional.of(late())))),
        random.nextBoolean(),
        random.nextBoolean(),
        measures,
        random.nextBoolean() ? 0 : amount(2e10),
        parameters);
  }

  private Terms terms(MeasureType type, int number) {
    boolean anyone = random.nextInt(4) == 0;
    return new Terms(
        "m" + number,
        random.nextBoolean() ? List.of(products.getFirst()) : products.subList(2, 5),
        anyone ? Parties.UNNAMED : Parties.of("CHN", "COD"),
        type.actor() == MeasureType.Actor.ORIGIN && random.nextBoolean()
            ? Parties.UNNAMED
            : Parties.of("core", "USA"),
        random.nextBoolean() ? Parties.UNNAMED : Parties.of("core", "DEU"),
        random.nextBoolean() ? Optional.empty() : Optional.of(date()),
        random.nextBoolean() ? Optional.empty() : Optional.of(late()),
        status(),
        text());
  }

  private Measure measure(MeasureType type, Terms terms) {
    return switch (type) {
      case EXPORT_BAN -> new BorderMeasure.ExportBan(terms, leakage(), endUser());
      case EXPORT_LICENCE ->
          new BorderMeasure.ExportLicence(terms, figure(0.3), leakage(), endUser());
      case EXPORT_QUOTA -> new BorderMeasure.ExportQuota(terms, figure(1e5), leakage(), endUser());
      case EXPORT_TAX -> new BorderMeasure.ExportTax(terms, figure(1), figure(100));
      case TARIFF -> new BorderMeasure.Tariff(terms, figure(1), figure(1e4));
      case PRICE_FLOOR ->
          new BorderMeasure.PriceFloor(
              terms,
              figure(1e5),
              random.nextBoolean() ? Optional.empty() : Optional.of(amount(1e4)),
              random.nextBoolean()
                  ? BorderMeasure.GapGoesTo.IMPORTER
                  : BorderMeasure.GapGoesTo.EXPORTER);
      case TARIFF_RATE_QUOTA ->
          new BorderMeasure.TariffRateQuota(
              terms,
              figure(1e4),
              new BorderMeasure.Rate(figure(0.1), figure(10)),
              new BorderMeasure.Rate(Interval.exactly(0.3), new Interval(40, 50, 1e4)));
      case PRICE_UNDERTAKING -> BorderMeasure.PriceFloor.undertaking(terms, figure(1e5));
      case PARTIAL_LEVY ->
          new BorderMeasure.PartialLevy(
              terms,
              figure(1e5),
              random.nextBoolean()
                  ? LevyLadder.SPECIAL_SAFEGUARD
                  : new LevyLadder(List.of(new LevyLadder.Band(0.5, amount(1)))));
      case CAPACITY_CHANGE -> new SupplyMeasure.CapacityChange(terms, change(1e4));
      case SUBSIDISED_SUPPLY -> new SupplyMeasure.CostCut(terms, figure(0.3));
      case COST_SHIFT -> new SupplyMeasure.CostShift(terms, change(1e3));
      case PRODUCTION_SUBSIDY -> new SupplyMeasure.ProductionSubsidy(terms, figure(1e3));
      case CONTRACT_FOR_DIFFERENCE ->
          new SupplyMeasure.ContractForDifference(
              terms,
              figure(1e5),
              random.nextBoolean() ? Optional.empty() : Optional.of(figure(1e3)),
              random.nextBoolean() ? Optional.empty() : Optional.of(upside()));
      case OFFTAKE -> new SupplyMeasure.Offtake(terms, figure(1e5), figure(1e3));
      case DEMAND_SHIFT -> new DemandMeasure.DemandShift(terms, change(1e3));
      case STOCK_RELEASE -> new StockMeasure.StockRelease(terms, figure(1e3), trigger());
      case STOCK_PURCHASE -> new StockMeasure.StockPurchase(terms, figure(1e3), trigger());
    };
  }

  private Optional<BorderMeasure.Leakage> leakage() {
    return random.nextBoolean()
        ? Optional.empty()
        : Optional.of(
            new BorderMeasure.Leakage(
                figure(1e3),
                random.nextBoolean() ? Optional.empty() : Optional.of(figure(1e3)),
                random.nextBoolean() ? Parties.UNNAMED : Parties.of("COD", "USA")));
  }

  private Optional<BorderMeasure.EndUser> endUser() {
    return random.nextBoolean()
        ? Optional.empty()
        : Optional.of(
            new BorderMeasure.EndUser(
                "military", figure(0.3), Status.ASSUMED, "nobody: publishes it"));
  }

  private Optional<Interval> trigger() {
    return random.nextBoolean() ? Optional.empty() : Optional.of(figure(1e5));
  }

  private SupplyMeasure.Upside upside() {
    return new SupplyMeasure.Upside(
        amount(1), amount(1e5), random.nextBoolean() ? Optional.empty() : Optional.of(amount(1e7)));
  }

  private Change change(double size) {
    Interval more = figure(size);
    return switch (random.nextInt(3)) {
      case 0 -> new Change.By(more);
      case 1 -> new Change.By(new Interval(-more.high(), -more.central(), -more.low()));
      default -> new Change.Times(figure(2));
    };
  }

  /** Up to three times {@code size}. */
  private Interval figure(double size) {
    double low = amount(size);
    return random.nextBoolean()
        ? Interval.exactly(low)
        : new Interval(low, low + amount(size), low + 2 * size);
  }

  private double amount(double most) {
    return most * random.nextDouble(0.001, 1);
  }

  private Status status() {
    Status[] all = Status.values();
    return all[random.nextInt(all.length)];
  }

  private LocalDate date() {
    return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
  }

  private LocalDate late() {
    return LocalDate.of(2030, 1, 1).plusDays(random.nextInt(365));
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }
}
