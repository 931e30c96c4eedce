package org.plimsoll.sources.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.Commodity;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.Tier;
import org.plimsoll.model.commodity.TradeClass;
import org.plimsoll.model.evidence.Developments;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.Country;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Commitment;
import org.plimsoll.model.policy.CommitmentDate;
import org.plimsoll.model.policy.CommitmentEvent;
import org.plimsoll.model.policy.ControlChange;
import org.plimsoll.model.policy.ControlScope;
import org.plimsoll.model.policy.ExportControl;
import org.plimsoll.model.policy.Fact;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Partner;
import org.plimsoll.model.policy.PartyName;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.policy.ProjectTie;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.CustomsValuation;
import org.plimsoll.model.trade.Duty;
import org.plimsoll.model.trade.EndUse;
import org.plimsoll.model.trade.ExchangeRate;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Parameter;
import org.plimsoll.model.trade.PastPrice;
import org.plimsoll.model.trade.Price;
import org.plimsoll.model.trade.Production;
import org.plimsoll.model.trade.Use;

/**
 * A balanced world drawn from a seed: commodities with an ore, a co-product of the ore and a
 * refined metal, rows in every table, fields filled or empty, and texts that are hard on CSV.
 *
 * <p>Balanced by construction: flows are drawn first, output is their sum by exporter, final use
 * what inputs leave of their sum by importer.
 *
 * <p>Long because every table of a world is made up here.
 */
final class RandomWorld {
  private static final List<String> TEXTS =
      List.of(
          "plain",
          "with, comma",
          "with \"quotes\"",
          "two\nlines",
          "two\r\nlines",
          "Zinnwald (Erzgebirge), 亜鉛, €/t",
          "semi;colon",
          "'#",
          "#not a comment",
          "0012",
          "a\u00a0b",
          "=1+1",
          "tab\tinside",
          "\"");

  private final SplittableRandom random;
  private final List<CountryCode> countries = new ArrayList<>();
  private final List<Commodity> commodities = new ArrayList<>();
  private final List<Product> products = new ArrayList<>();
  private final List<Activity> activities = new ArrayList<>();
  private final List<Production> productions = new ArrayList<>();
  private final List<Use> uses = new ArrayList<>();
  private final List<Flow> flows = new ArrayList<>();
  private final List<Price> prices = new ArrayList<>();

  private RandomWorld(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A small world. */
  static Evidence evidence(long seed) {
    SplittableRandom sizes = new SplittableRandom(~seed);
    return evidence(seed, sizes.nextInt(2, 7), sizes.nextInt(1, 4));
  }

  /** A world of this size: up to {@code countries² × 3} flows a commodity. */
  static Evidence evidence(long seed, int countries, int commodities) {
    return new RandomWorld(seed).draw(countries, commodities);
  }

  private Evidence draw(int countryCount, int commodityCount) {
    for (int i = 0; i < countryCount; i++) {
      countries.add(
          CountryCode.of(
              "" + (char) ('A' + i % 26) + (char) ('A' + i / 26) + (char) ('A' + i % 7)));
    }
    for (int i = 0; i < commodityCount; i++) {
      addCommodity("metal-" + (char) ('a' + i % 26) + i);
    }
    return new Evidence(
        LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300)),
        2024,
        List.of(new Evidence.Territory("UNION", text(), countries.subList(1, countries.size()))),
        countries.stream().map(c -> new Country(c, text(), maybe(1e5), maybe(2.5))).toList(),
        commodities,
        products,
        activities,
        List.of(
            new Parameter("sourcing-elasticity", "*", interval(5), "1", provenance()),
            new Parameter(
                "sourcing-elasticity", commodities.getFirst().id(), interval(5), "1", provenance()),
            new Parameter(
                "headroom", products.getFirst().id().toString(), interval(1), "%", provenance()),
            new Parameter("headroom", activities.getFirst().id(), interval(1), "1", provenance())),
        productions,
        uses,
        flows,
        prices,
        List.of(
            new PastPrice(first(), text(), "2020", amount(1e5), provenance()),
            new PastPrice(first(), text(), "2020-07", amount(1e5), provenance())),
        List.of(
            new Duty("UNION", "*", anyProduct(), share(), provenance()),
            new Duty(anyCountry().alpha3(), anyCountry().alpha3(), anyProduct(), 0, provenance())),
        List.of(
            new EndUse(first(), "UNION", "a, b", "C24", 0.4, amount(1e3), true, provenance()),
            new EndUse(first(), "UNION", "rest", "C29", 0.6, 0, true, provenance()),
            new EndUse(first(), "*", "a, b", "C24", 0.9, 0, false, provenance())),
        new RandomGoods(this).inUse(),
        new RandomGoods(this).resilience(),
        List.of(project("P001"), project("P002")),
        List.of(control("E001"), control("E002"), control("E003")),
        List.of(commitment("C001"), commitment("C002")),
        List.of(
            new Partner(
                anyCountry(),
                "meeting",
                text(),
                random.nextBoolean() ? Partner.Tie.SIGNED : Partner.Tie.ATTENDED,
                anyCountry().alpha3(),
                maybeText(),
                text(),
                provenance())),
        List.of(new Fact("F001", "2026-02", text(), "", provenance())),
        List.of(
            new Evidence.Dataset("drawn", text(), "1", text(), true, text(), "ab12"),
            new Evidence.Dataset("hand", text(), "2026", text(), false, "", "")),
        List.of(
            new CustomsValuation("*", CustomsValuation.Basis.CIF, provenance()),
            new CustomsValuation("UNION", CustomsValuation.Basis.FOB, provenance())),
        List.of(new ExchangeRate("EUR", "2024", interval(2), provenance())),
        List.of(new Evidence.Limit("L01", text(), "docs/method/market.md")),
        developments());
  }

  private void addCommodity(String id) {
    commodities.add(
        new Commodity(id, text(), "", random.nextBoolean() ? List.of() : List.of("x", "y")));
    ProductId ore = new ProductId(id, "mine");
    ProductId coProduct = new ProductId(id, "slag");
    ProductId metal = new ProductId(id, "metal");
    ProductId listed = new ProductId(id, "scrap");
    addProduct(ore, Tier.SOLVED);
    addProduct(coProduct, Tier.INDICATIVE);
    addProduct(metal, Tier.SOLVED);
    addProduct(listed, Tier.LISTED);
    double oreInMetal = 0.5 + random.nextDouble();
    double slagInOre = 0.01 + random.nextDouble();
    activities.add(
        activity(id + "-mining", ore, new TreeMap<>(), coProduct, slagInOre, Optional.empty()));
    TreeMap<ProductId, Double> inputs = new TreeMap<>();
    inputs.put(ore, oreInMetal);
    activities.add(
        activity(
            id + "-smelting",
            metal,
            inputs,
            metal,
            1,
            Optional.of(new Activity.Host(ore, random.nextDouble(0.001, 1)))));
    addVolumes(id, ore, coProduct, metal, oreInMetal, slagInOre);
    productions.add(
        new Production("as-listed", listed, anyCountry(), 2023, amount(1e4), provenance()));
  }

  private void addVolumes(
      String id,
      ProductId ore,
      ProductId coProduct,
      ProductId metal,
      double oreInMetal,
      double slagInOre) {
    TreeMap<CountryCode, Double> oreMade = new TreeMap<>();
    for (CountryCode maker : countries) {
      double metalMade = 0;
      for (CountryCode user : countries) {
        if (random.nextInt(3) > 0 || maker.equals(user)) {
          double tonnes = amount(1e5);
          metalMade += tonnes;
          flows.add(flow(metal, maker, user, tonnes));
        }
      }
      productions.add(
          new Production(id + "-smelting", metal, maker, 2024, metalMade, provenance()));
      CountryCode miner = anyCountry();
      double oreTaken = metalMade * oreInMetal;
      flows.add(flow(ore, miner, maker, oreTaken));
      oreMade.merge(miner, oreTaken, Double::sum);
    }
    oreMade.forEach((miner, tonnes) -> {
      productions.add(new Production(id + "-mining", ore, miner, 2024, tonnes, provenance()));
      double slag = tonnes * slagInOre;
      flows.add(flow(coProduct, miner, miner, slag));
      uses.add(use(coProduct, miner, Use.Purpose.FINAL, slag / 4));
      uses.add(use(coProduct, miner, Use.Purpose.STOCK_BUILD, slag - slag / 4));
    });
    for (CountryCode user : countries) {
      double taken =
          flows.stream()
              .filter(f -> f.product().equals(metal) && f.importer().equals(user))
              .mapToDouble(Flow::tonnes)
              .sum();
      uses.add(use(metal, user, Use.Purpose.FINAL, taken));
    }
  }

  private void addProduct(ProductId id, Tier tier) {
    products.add(
        new Product(
            id,
            text(),
            tier,
            oneOf(TradeClass.values()),
            "content",
            random.nextBoolean() ? List.of() : List.of("250410", "382490"),
            random.nextBoolean(),
            random.nextBoolean() ? "" : text(),
            maybe(50),
            random.nextBoolean() ? "" : text()));
    if (tier != Tier.LISTED) {
      prices.add(price(id, "base2024"));
      prices.add(price(id, "latest"));
      prices.add(price(id, "quote"));
    }
  }

  private Activity activity(
      String id,
      ProductId primary,
      SortedMap<ProductId, Double> inputs,
      ProductId other,
      double otherPerUnit,
      Optional<Activity.Host> host) {
    TreeMap<ProductId, Double> outputs = new TreeMap<>();
    outputs.put(other, otherPerUnit);
    outputs.put(primary, 1.0);
    return new Activity(
        id, text(), Optional.empty(), primary, inputs, outputs, host, maybe(1), provenance());
  }

  private Flow flow(ProductId product, CountryCode from, CountryCode to, double tonnes) {
    return new Flow(product, from, to, 2024, tonnes, maybe(1e5), provenance());
  }

  private Use use(ProductId product, CountryCode country, Use.Purpose purpose, double tonnes) {
    return new Use(product, country, purpose, 2024, tonnes, provenance());
  }

  private Price price(ProductId product, String vintage) {
    return new Price(
        product,
        vintage,
        "2024",
        text(),
        text(),
        interval(1e6),
        random.nextBoolean(),
        provenance());
  }

  private Project project(String id) {
    return new Project(
        id,
        text(),
        text(),
        random.nextBoolean() ? Optional.empty() : Optional.of(anyCountry()),
        text(),
        "",
        random.nextBoolean() ? Optional.empty() : Optional.of(anyProduct()),
        random.nextBoolean() ? List.of() : List.of(anyProduct()),
        maybe(1e4),
        "",
        maybe(1e3),
        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(2027),
        text(),
        text(),
        "",
        text(),
        provenance());
  }

  private ExportControl control(String id) {
    return new ExportControl(
        id,
        text(),
        "2023-07",
        text(),
        "",
        text(),
        text(),
        "",
        "in force",
        maybeText(),
        random.nextBoolean()
            ? List.of()
            : List.of(effect(products.getFirst()), effect(products.getLast())),
        "",
        provenance());
  }

  private ExportControl.Effect effect(Product product) {
    boolean quota = random.nextBoolean();
    return new ExportControl.Effect(
        List.of(product.id()),
        Parties.of(anyCountry().alpha3()),
        random.nextBoolean() ? Parties.UNNAMED : Parties.of("UNION", anyCountry().alpha3()),
        oneOf(ExportControl.InBase.values()),
        quota ? Optional.empty() : Optional.of(new Interval(0, share() / 2, 0.5 + share() / 2)),
        quota ? Optional.of(new Interval(0.1, 0.2, 0.3)) : Optional.empty(),
        quota ? OptionalDouble.of(amount(1e4)) : OptionalDouble.empty(),
        provenance());
  }

  private Commitment commitment(String id) {
    return new Commitment(
        id,
        "2026-02-04",
        text(),
        text(),
        "",
        text(),
        maybeText(),
        "",
        text(),
        maybeText(),
        "",
        text(),
        provenance());
  }

  private Developments developments() {
    return new Developments(
        List.of(
            new CommitmentDate(
                "C001", CommitmentDate.Kind.DUE, text(), "2026-02-04", maybeText(), provenance())),
        List.of(
            new CommitmentEvent(
                "C002",
                "2026-03",
                oneOf(CommitmentEvent.Kind.values()),
                maybeText(),
                text(),
                "",
                provenance())),
        List.of(
            new ControlChange(
                "E001",
                "2026-03",
                oneOf(ControlChange.Kind.values()),
                maybeText(),
                "",
                text(),
                provenance())),
        List.of(
            new ControlScope(
                "E002",
                "",
                text(),
                random.nextBoolean() ? List.of() : List.of(anyProduct()),
                random.nextBoolean() ? Parties.UNNAMED : Parties.of("UNION"),
                oneOf(ControlScope.EndUsers.values()),
                random.nextBoolean(),
                provenance())),
        List.of(
            new PartyName(
                text(),
                text(),
                oneOf(PartyName.Kind.values()),
                random.nextBoolean() ? Optional.empty() : Optional.of(anyCountry()),
                List.of("E001", "P002"),
                provenance())),
        List.of(
            new ProjectTie("C001", "P001", oneOf(ProjectTie.Kind.values()), text(), provenance())));
  }

  String first() {
    return commodities.getFirst().id();
  }

  Provenance provenance() {
    return new Provenance(
        new Source(random.nextBoolean() ? "drawn" : "hand", "1", text()),
        oneOf(Grade.values()),
        oneOf(Status.values()),
        random.nextBoolean() ? "" : text());
  }

  <T> T oneOf(T[] values) {
    return values[random.nextInt(values.length)];
  }

  String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  Optional<String> maybeText() {
    return random.nextBoolean() ? Optional.empty() : Optional.of(text());
  }

  OptionalDouble maybe(double most) {
    return random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(amount(most));
  }

  Interval interval(double most) {
    double low = most * share();
    return switch (random.nextInt(3)) {
      case 0 -> Interval.exactly(1);
      case 1 -> Interval.exactly(low);
      default -> new Interval(low, low + most * share(), low + 2 * most);
    };
  }

  double share() {
    return random.nextDouble(0.001, 1);
  }

  /** Positive; a whole number in one of four draws, of any size between. */
  private double amount(double most) {
    return random.nextInt(4) == 0
        ? 1 + random.nextInt((int) most)
        : most * StrictMath.pow(10, -8 * random.nextDouble());
  }

  CountryCode anyCountry() {
    return countries.get(random.nextInt(countries.size()));
  }

  ProductId anyProduct() {
    return products.get(random.nextInt(products.size())).id();
  }
}
