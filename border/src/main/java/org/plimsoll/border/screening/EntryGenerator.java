package org.plimsoll.border.screening;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.entry.ValueBasis;
import org.plimsoll.border.levy.ExchangeRate;
import org.plimsoll.border.origin.OriginFacts;
import org.plimsoll.border.screening.TradeLane.Goods;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.Mass;
import org.plimsoll.model.quantity.Money;
import org.plimsoll.model.quantity.Share;

/**
 * Makes up entries of a year whose masses add up to the pack's trade. Line i depends on the plan
 * and i alone, so that a file of any size needs no memory, and any part of it can be made again.
 * The distributions stand in {@code docs/method/screening.md}.
 */
public final class EntryGenerator {
  /** Width of the logarithm of a shipment's mass. */
  private static final double SIZE = 0.8;

  /** Width of the logarithm of a price among shipments. */
  private static final double PRICE = 0.12;

  /** Of so many lines in a hundred the price strays far without any wrong. */
  private static final double ODD = 0.02;

  private static final double ODD_PRICE = 0.5;
  private static final double LANE_PRICE = 0.08;
  private static final double MONTH_PRICE = 0.05;
  private static final double IN_EURO = 0.3;
  private static final double USD_PER_EURO = 1.08;
  private static final double CIF_LOW = 1.02;
  private static final double CIF_HIGH = 1.06;
  private static final int IMPORTERS = 200;

  /**
   * What to make.
   *
   * @param seed of everything
   * @param lines in all
   * @param year of the entries
   * @param since day from which there is a levy, and a reason to plant
   * @param restricted origin that goods are rerouted from
   * @param rates share of the lines for which a kind is possible that get it
   */
  public record Plan(
      long seed,
      long lines,
      int year,
      LocalDate since,
      CountryCode restricted,
      SortedMap<CircumventionKind, Double> rates) {
    public Plan {
      rates = Collections.unmodifiableSortedMap(new TreeMap<>(rates));
      double sum = 0;
      for (double rate : rates.values()) {
        if (!(rate >= 0 && rate <= 1)) {
          throw new IllegalArgumentException("a rate must lie in [0, 1], but is " + rate);
        }
        sum += rate;
      }
      if (sum > 1 || lines < 1) {
        throw new IllegalArgumentException(
            "rates must add up to at most 1, and lines be 1 or more, but are %s and %d"
                    .formatted(sum, lines)
                + "\nMaybe plant less of each kind");
      }
    }
  }

  private final List<TradeLane> lanes;
  private final double[] upTo;
  private final Plan plan;

  /** Lines for a lane go by the root of its value, so that small lanes are seen too. */
  public EntryGenerator(TradePattern pattern, Plan plan) {
    lanes = pattern.lanes();
    this.plan = plan;
    upTo = new double[lanes.size()];
    double sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += StrictMath.sqrt(lanes.get(i).usd());
      upTo[i] = sum;
    }
  }

  /** The rates at which lines in other currencies than the dollar were made. */
  public List<ExchangeRate> rates() {
    return List.of(
        ExchangeRate.of(
            CurrencyCode.EUR, LocalDate.of(plan.year(), 1, 1), BigDecimal.valueOf(USD_PER_EURO)));
  }

  /** Line i, from 0. */
  public GeneratedEntry make(long i) {
    SplittableRandom random =
        new SplittableRandom(
            new SplittableRandom(plan.seed()).nextLong() + i * 0x9E3779B97F4A7C55L);
    int at = lane(random.nextDouble());
    TradeLane lane = lanes.get(at);
    LocalDate date = LocalDate.ofYearDay(plan.year(), 1 + random.nextInt(365));
    double share = (upTo[at] - (at == 0 ? 0 : upTo[at - 1])) / upTo[upTo.length - 1];
    double content =
        lane.tonnes()
            / (share * plan.lines())
            * StrictMath.exp(SIZE * gaussian(random) - SIZE * SIZE / 2);
    double assay = assay(lane.goods(), random);
    Mass mass = new Mass(StrictMath.max(1, Mass.roundTonnes(content / assay).grams()));
    double usd = mass.grams() / 1e6 * assay * lane.goods().usdPerTonne() * price(at, date, random);
    boolean isEuro = random.nextDouble() < IN_EURO;
    ValueBasis basis = random.nextBoolean() ? ValueBasis.FOB : ValueBasis.CIF;
    double toCif = CIF_LOW + (CIF_HIGH - CIF_LOW) * random.nextDouble();
    double paid = usd * (basis == ValueBasis.CIF ? toCif : 1) / (isEuro ? USD_PER_EURO : 1);
    double u = random.nextDouble();
    String importer = "importer-%03d".formatted((int) (IMPORTERS * u * u));
    CurrencyCode currency = CurrencyCode.of(isEuro ? "EUR" : "USD");
    Optional<CircumventionKind> kind = kind(lane, date, random.nextDouble());
    double extra = random.nextDouble();
    Declared honest = new Declared(lane.goods(), assay, lane.origin(), money(paid, currency), "");
    Declared declared = kind.map(k -> declare(k, lane, honest, extra, random)).orElse(honest);
    return new GeneratedEntry(
        new EntryLine(
            "G%09d".formatted(i),
            1,
            date,
            declared.goods().code(),
            "2022",
            mass,
            Optional.of(Share.round(declared.assay())),
            declared.goods().product().basis(),
            declared.value(),
            basis,
            new OriginFacts(
                Optional.empty(),
                Optional.of(declared.origin()),
                Optional.of(declared.origin()),
                Optional.of(declared.origin())),
            importer,
            List.of(),
            ""),
        kind,
        declared.truth());
  }

  /** What a declaration says, and what it hides. */
  private record Declared(
      Goods goods, double assay, CountryCode origin, Money value, String truth) {}

  private static Declared declare(
      CircumventionKind kind,
      TradeLane lane,
      Declared honest,
      double extra,
      SplittableRandom random) {
    return switch (kind) {
      case UNDERVALUATION ->
          new Declared(
              honest.goods(),
              honest.assay(),
              honest.origin(),
              new Money(
                  StrictMath.max(1, StrictMath.round(honest.value().minor() * (0.4 + 0.3 * extra))),
                  honest.value().currency()),
              "paid " + honest.value());
      case REROUTING -> withOrigin(honest, lane.hub().orElse(honest.origin()));
      case FALSE_ORIGIN -> withOrigin(honest, lane.smallMaker().orElse(honest.origin()));
      case RELABELLING -> {
        Goods cheaper = lane.cheaper().orElse(honest.goods());
        yield new Declared(
            cheaper,
            assay(cheaper, random),
            honest.origin(),
            honest.value(),
            "code " + honest.goods().code());
      }
    };
  }

  private static Declared withOrigin(Declared honest, CountryCode claimed) {
    return new Declared(
        honest.goods(), honest.assay(), claimed, honest.value(), "origin " + honest.origin());
  }

  /** The kind that falls to a line, if one does and the line allows it. */
  private Optional<CircumventionKind> kind(TradeLane lane, LocalDate date, double u) {
    if (date.isBefore(plan.since())) {
      return Optional.empty();
    }
    double sum = 0;
    for (var rate : plan.rates().entrySet()) {
      sum += rate.getValue();
      if (u < sum) {
        return isPossible(rate.getKey(), lane) ? Optional.of(rate.getKey()) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean isPossible(CircumventionKind kind, TradeLane lane) {
    boolean isRestricted = lane.origin().equals(plan.restricted());
    return switch (kind) {
      case UNDERVALUATION -> true;
      case REROUTING ->
          isRestricted && lane.hub().filter(hub -> !hub.equals(lane.origin())).isPresent();
      case FALSE_ORIGIN ->
          isRestricted && lane.smallMaker().filter(m -> !m.equals(lane.origin())).isPresent();
      case RELABELLING -> lane.cheaper().isPresent();
    };
  }

  private int lane(double u) {
    int place = java.util.Arrays.binarySearch(upTo, u * upTo[upTo.length - 1]);
    return StrictMath.min(upTo.length - 1, place >= 0 ? place + 1 : -place - 1);
  }

  private static double assay(Goods goods, SplittableRandom random) {
    double strays = goods.assayWidth() * (2 * random.nextDouble() - 1);
    return Share.round(goods.assay() + strays).millionths() / 1e6;
  }

  /** A price over the pack's: of lane and month, the same for all their lines, and of the line. */
  private double price(int lane, LocalDate date, SplittableRandom random) {
    double ofLane = gaussian(new SplittableRandom(plan.seed() ^ 31L * (lane + 1)));
    String product = lanes.get(lane).goods().product().id().toString();
    double ofMonth =
        gaussian(
            new SplittableRandom(
                plan.seed() ^ 1_000_003L * product.hashCode() + date.getMonthValue()));
    double width = random.nextDouble() < ODD ? ODD_PRICE : PRICE;
    return StrictMath.exp(LANE_PRICE * ofLane + MONTH_PRICE * ofMonth + width * gaussian(random));
  }

  /** Standard normal, after Box and Muller. */
  private static double gaussian(SplittableRandom random) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
  }

  private static Money money(double amount, CurrencyCode currency) {
    BigDecimal rounded =
        BigDecimal.valueOf(amount).setScale(currency.minorDigits(), RoundingMode.HALF_UP);
    Money money = Money.of(rounded, currency);
    return money.minor() > 0 ? money : new Money(1, currency);
  }
}
