package org.plimsoll.app.border;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.border.levy.Assessed;
import org.plimsoll.border.levy.Instrument;
import org.plimsoll.border.levy.LevyEngine;
import org.plimsoll.border.levy.MeasureInstruments;
import org.plimsoll.border.levy.QuotaLedger;
import org.plimsoll.border.levy.ScheduleBook;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.market.CaseArc;
import org.plimsoll.model.market.CaseCurve;
import org.plimsoll.model.market.CaseNode;
import org.plimsoll.model.market.CaseProduct;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Region;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.LevyLadder;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.quantity.Mass;
import org.plimsoll.model.quantity.Money;
import org.plimsoll.planner.market.answer.CountryWelfare;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.file.FileMarket;
import org.plimsoll.planner.market.world.Answers;

/**
 * One law, one answer: what the market's treasury gets of random small laws is what the border
 * levies on the same goods at the same price. Each law is made around the market it leads to: an
 * export price and tonnes are drawn, the levies follow, and supply and use run through both.
 */
class OneLawTest {
  /** Laws of each of the 112 regimes. */
  private static final int LAWS = 100;

  /** Of them in one file, each with places and goods of its own. */
  private static final int A_FILE = 5;

  enum Floor {
    NONE,
    /** Below what any tonne costs. */
    IDLE,
    /** Above what tonnes within the quota cost, and below what those beyond do. */
    BETWEEN,
    /** Above what any tonne costs. */
    DUE
  }

  enum Quota {
    NONE,
    /** Larger than imports. */
    WITHIN,
    /** As large: import licences have a price. */
    BINDING,
    /** Smaller. */
    ACROSS
  }

  record Regime(Floor floor, Quota quota, boolean duty, boolean ladder, boolean member) {
    /** Seeds are the same from run to run. */
    @SuppressWarnings("EnumOrdinal")
    int number() {
      int parts = (duty ? 1 : 0) + (ladder ? 2 : 0) + (member ? 4 : 0);
      return 8 * (4 * floor.ordinal() + quota.ordinal()) + parts;
    }

    @Override
    public String toString() {
      return "floor %s, quota %s%s%s%s"
          .formatted(
              floor,
              quota,
              duty ? ", duty" : "",
              ladder ? ", ladder" : "",
              member ? ", a member" : "");
    }
  }

  static Stream<Regime> regimes() {
    List<Regime> regimes = new ArrayList<>();
    for (Floor floor : Floor.values()) {
      for (Quota quota : Quota.values()) {
        boolean isTwofold = quota == Quota.BINDING || quota == Quota.ACROSS;
        for (int bits = 0; bits < 8 && (floor != Floor.BETWEEN || isTwofold); bits++) {
          regimes.add(new Regime(floor, quota, bits % 2 > 0, bits / 2 % 2 > 0, bits / 4 > 0));
        }
      }
    }
    return regimes.stream();
  }

  /** A law and the market around it; USD a tonne and tonnes, whole but for the landed prices. */
  private record Law(
      int number,
      double exportPrice,
      double imports,
      double fromMember,
      double within,
      double landedWithin,
      double landed,
      double supplySlope,
      double useSlope,
      List<BorderMeasure> measures) {
    Region home() {
      return new Region("home-" + number);
    }

    Region abroad() {
      return new Region("abroad-" + number);
    }

    Region member() {
      return new Region("member-" + number);
    }

    CaseProduct good() {
      return CaseProduct.of("good-" + number);
    }

    /** What holders of import licences gain. */
    double rent() {
      return (landed - landedWithin) * within;
    }
  }

  private static Terms terms(String what, int number) {
    return new Terms(
        what + "-" + number,
        List.of(CaseProduct.of("good-" + number).id()),
        Parties.UNNAMED,
        Parties.of("home-" + number),
        Parties.of("member-" + number),
        Optional.empty(),
        Optional.empty(),
        Status.ASSUMED,
        "a test");
  }

  private static BorderMeasure.Rate rate(double adValorem, double usd) {
    return new BorderMeasure.Rate(Interval.exactly(adValorem), Interval.exactly(usd));
  }

  private static Law law(Regime regime, int number) {
    SplittableRandom random = new SplittableRandom(1_000L * regime.number() + number);
    double value = random.nextInt(1_000, 9_000);
    double imports = random.nextInt(100, 5_000);
    List<BorderMeasure> measures = new ArrayList<>();
    double within = value;
    double beyond = value;
    if (regime.duty()) {
      double share = random.nextInt(1, 26) / 100.0;
      double usd = random.nextInt(0, 300);
      measures.add(
          new BorderMeasure.Tariff(
              terms("tariff", number), Interval.exactly(share), Interval.exactly(usd)));
      within += share * value + usd;
      beyond += share * value + usd;
    }
    double cap =
        switch (regime.quota()) {
          case NONE, WITHIN -> imports;
          case BINDING -> imports;
          case ACROSS -> Math.ceil(imports * random.nextDouble(0.1, 0.9));
        };
    if (regime.quota() != Quota.NONE) {
      double low = random.nextInt(0, 10) / 100.0;
      double lowUsd = random.nextInt(0, 50);
      double high = low + random.nextInt(2, 20) / 100.0;
      double highUsd = lowUsd + random.nextInt(10, 200);
      double tonnes = regime.quota() == Quota.WITHIN ? 2 * imports : cap;
      measures.add(
          new BorderMeasure.TariffRateQuota(
              terms("quota", number),
              Interval.exactly(tonnes),
              rate(low, lowUsd),
              rate(high, highUsd)));
      within += low * value + lowUsd;
      beyond = regime.quota() == Quota.WITHIN ? within : beyond + high * value + highUsd;
    }
    if (regime.ladder()) {
      double trigger = Math.round(value * random.nextDouble(1.2, 3));
      LevyLadder ladder =
          random.nextBoolean()
              ? LevyLadder.SPECIAL_SAFEGUARD
              : new LevyLadder(
                  List.of(
                      new LevyLadder.Band(1, random.nextInt(1, 50) / 100.0),
                      new LevyLadder.Band(0.5, random.nextInt(50, 100) / 100.0)));
      measures.add(
          new BorderMeasure.PartialLevy(
              terms("ladder", number), Interval.exactly(trigger), ladder));
      within += ladder.levyOn(trigger, value);
      beyond += ladder.levyOn(trigger, value);
    }
    double floor =
        switch (regime.floor()) {
          case NONE -> 0;
          case IDLE -> Math.floor(within * random.nextDouble(0.5, 0.99));
          case BETWEEN -> Math.round(within + (beyond - within) * random.nextDouble(0.2, 0.8));
          case DUE -> Math.ceil(beyond * random.nextDouble(1.01, 2));
        };
    Optional<Double> bound =
        regime.floor() == Floor.DUE && random.nextInt(4) == 0
            ? Optional.of((double) random.nextInt(5, 500))
            : Optional.empty();
    if (regime.floor() != Floor.NONE) {
      measures.add(
          new BorderMeasure.PriceFloor(
              terms("floor", number),
              Interval.exactly(floor),
              bound,
              BorderMeasure.GapGoesTo.IMPORTER));
      double most = bound.orElse(Double.POSITIVE_INFINITY);
      within += Math.clamp(floor - within, 0, most);
      beyond += Math.clamp(floor - beyond, 0, most);
    }
    double landed =
        switch (regime.quota()) {
          case NONE, WITHIN -> within;
          case BINDING -> within + (beyond - within) * random.nextDouble(0.1, 0.9);
          case ACROSS -> beyond;
        };
    return new Law(
        number,
        value,
        imports,
        regime.member() ? random.nextInt(100, 2_000) : 0,
        cap,
        within,
        landed,
        imports / value * random.nextDouble(0.3, 3),
        imports / value * random.nextDouble(0.1, 2),
        measures);
  }

  private static CaseNode maker(Law law, Region place, double tonnes, double price) {
    double slope = law.supplySlope();
    return node(place, law, CaseCurve.Linear.of(tonnes - slope * price, slope), Optional.empty());
  }

  private static CaseNode node(
      Region place, Law law, CaseCurve supply, Optional<CaseCurve> demand) {
    SortedMap<ProductId, CaseCurve> none = new TreeMap<>();
    SortedMap<ProductId, CaseCurve> made = new TreeMap<>();
    made.put(law.good().id(), supply);
    SortedMap<ProductId, CaseCurve> used = new TreeMap<>();
    demand.ifPresent(curve -> used.put(law.good().id(), curve));
    return new CaseNode(place, demand.isPresent() ? none : made, used, new TreeMap<>());
  }

  private static MarketCase file(List<Law> laws) {
    List<CaseNode> nodes = new ArrayList<>();
    List<CaseArc> arcs = new ArrayList<>();
    List<Measure> measures = new ArrayList<>();
    for (Law law : laws) {
      nodes.add(maker(law, law.abroad(), law.imports(), law.exportPrice()));
      arcs.add(CaseArc.of(law.abroad(), law.home(), 0));
      if (law.fromMember() > 0) {
        nodes.add(maker(law, law.member(), law.fromMember(), law.landed()));
      } else {
        nodes.add(new CaseNode(law.member(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>()));
      }
      arcs.add(CaseArc.of(law.member(), law.home(), 0));
      double slope = law.useSlope();
      double use = law.imports() + law.fromMember();
      CaseCurve demand = CaseCurve.Linear.of(use + slope * law.landed(), -slope);
      nodes.add(node(law.home(), law, demand, Optional.of(demand)));
      measures.addAll(law.measures());
    }
    return new MarketCase(
        "laws",
        "",
        laws.stream().map(Law::good).toList(),
        nodes,
        List.of(),
        Optional.of(arcs),
        new TreeMap<>(),
        measures);
  }

  /** What the border levies on the imports, USD; what comes within the quota has its own line. */
  private static double levied(Law law) {
    List<Instrument.Part> parts =
        law.measures().stream()
            .flatMap(measure -> MeasureInstruments.of(measure).stream())
            .map(instrument -> new Instrument.Part(instrument, true))
            .toList();
    if (parts.isEmpty()) {
      return 0;
    }
    Instrument whole =
        parts.size() == 1 ? parts.getFirst().instrument() : new Instrument.Together(parts);
    LevyEngine engine =
        new LevyEngine(
            ScheduleBook.of(
                TinyLaw.schedule(List.of(TinyLaw.rule("tinium/metal", "811292", "Ti", whole)))));
    QuotaLedger quotas = new QuotaLedger();
    double levied = 0;
    for (double tonnes : new double[] {law.within(), law.imports() - law.within()}) {
      if (tonnes > 0) {
        levied += paid(engine.assess(line(law, tonnes, "CHN"), quotas));
      }
    }
    assertEquals(0, paid(engine.assess(line(law, 1, "JPN"), quotas)), "a member's goods are free");
    return levied;
  }

  private static double paid(Assessed assessed) {
    return switch (assessed) {
      case Assessed.Levied levied -> levied.assessment().levy().minor() / 100.0;
      case Assessed.NotLevied not -> throw new AssertionError(not.refused().toString());
    };
  }

  private static EntryLine line(Law law, double tonnes, String origin) {
    EntryLine any = TinyLaw.line("811292", "Ti", "1", "1", "1");
    Money value =
        new Money(Math.round(100 * law.exportPrice() * tonnes), any.customsValue().currency());
    return new EntryLine(
        any.entryId(),
        any.line(),
        any.date(),
        any.code(),
        any.hsEdition(),
        Mass.roundTonnes(tonnes),
        any.assay(),
        any.assayBasis(),
        value,
        any.valueBasis(),
        TinyLaw.from(origin, origin, origin, origin),
        any.importer(),
        List.of(),
        "");
  }

  @ParameterizedTest
  @MethodSource("regimes")
  void theTreasuryGetsWhatTheBorderLevies(Regime regime) {
    IntStream.range(0, LAWS / A_FILE)
        .parallel()
        .forEach(file -> {
          List<Law> laws =
              IntStream.range(file * A_FILE, (file + 1) * A_FILE)
                  .mapToObj(number -> law(regime, number))
                  .toList();
          check(laws, Answers.once(FileMarket.of(file(laws))).getEquilibrium());
        });
  }

  private static void check(List<Law> laws, Equilibrium solved) {
    for (Law law : laws) {
      String name = law.toString();
      double size = law.landed() * law.imports();
      double flow = solved.flow(law.good().id(), law.abroad(), law.home());
      assertEquals(law.imports(), flow, 1e-6 * law.imports(), name);
      double treasury = home(law, solved, CountryWelfare::publicRevenue);
      assertEquals(levied(law), treasury, 1e-6 * size, name);
      assertEquals(law.rent(), home(law, solved, CountryWelfare::importRents), 1e-6 * size, name);
    }
  }

  private static double home(
      Law law, Equilibrium solved, ToDoubleFunction<CountryWelfare> account) {
    return solved.welfare().find(law.home()).stream().mapToDouble(account).sum();
  }

  /**
   * Supply 2p − 20, use 140 − 2p, a quota of 20 t at nothing, 20 USD a tonne beyond it, a floor of
   * 55: at the floor use takes 30 t, which come at 25, so that the treasury gets 30 a tonne of all.
   */
  @Test
  void quotaAndFloorTogether() {
    Terms terms = terms("both", 1);
    Law law =
        new Law(
            1,
            25,
            30,
            0,
            20,
            55,
            55,
            2,
            2,
            List.of(
                new BorderMeasure.TariffRateQuota(
                    terms, Interval.exactly(20), rate(0, 0), rate(0, 20)),
                new BorderMeasure.PriceFloor(
                    terms("floor", 1),
                    Interval.exactly(55),
                    Optional.empty(),
                    BorderMeasure.GapGoesTo.IMPORTER)));
    assertEquals(900, levied(law));
    Equilibrium solved = Answers.once(FileMarket.of(file(List.of(law)))).getEquilibrium();
    check(List.of(law), solved);
    CountryWelfare home = solved.welfare().find(law.home()).orElseThrow();
    assertEquals(900, home.publicRevenue(), 1e-3);
    assertEquals(0, home.importRents(), 1e-3);
  }
}
