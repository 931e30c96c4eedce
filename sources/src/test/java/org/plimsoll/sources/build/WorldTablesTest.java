package org.plimsoll.sources.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Commitment;
import org.plimsoll.model.policy.ExportControl;
import org.plimsoll.model.policy.Partner;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.BillOfMaterials;
import org.plimsoll.model.trade.DemandGrowth;
import org.plimsoll.model.trade.Disruption;
import org.plimsoll.model.trade.EndUse;
import org.plimsoll.model.trade.ExchangeRate;
import org.plimsoll.model.trade.ProductVolume;
import org.plimsoll.model.trade.Recycling;
import org.plimsoll.model.trade.Stockpile;
import org.plimsoll.sources.GeneratedPage;
import org.plimsoll.sources.hand.Hand;
import org.plimsoll.sources.pack.HandTables;
import org.plimsoll.sources.pack.Pack;

/** Registers whole, goods, stocks and outlooks, looked up in the committed world. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WorldTablesTest {
  /** Commodities of the design; a hand-written row may wait for one, not for a misspelt one. */
  private static final Set<String> DESIGN =
      Set.of(
          "neodymium-praseodymium",
          "dysprosium",
          "terbium",
          "yttrium",
          "rare-earths",
          "gallium",
          "germanium",
          "indium",
          "antimony",
          "tungsten",
          "bismuth",
          "graphite",
          "cobalt",
          "lithium",
          "nickel",
          "copper",
          "manganese",
          "magnesium",
          "titanium",
          "silicon",
          "vanadium",
          "niobium",
          "tantalum",
          "platinum",
          "palladium",
          "tin",
          "fluorspar",
          "aluminium",
          "zinc");

  private final Evidence world = readWorld();

  private static Evidence readWorld() {
    Loaded<Evidence> read = Pack.read(GeneratedPage.root().resolve("world"));
    assertFalse(read.hasErrors(), read.issues().toString());
    return read.value();
  }

  @Test
  void theRegistersAreWhole() {
    assertEquals(87, world.projects().size());
    assertEquals(38, world.exportControls().size(), "29 and 9 of the news");
    assertEquals(62, world.commitments().size(), "57, and 5 milestones of projects");
    // 52 and 60 rows of the two collections of facts, 34 of the news
    assertEquals(146, world.facts().size());
  }

  /** Customs Act s. 48 of Canada, s. 161 of Australia's; the Union and Japan add freight. */
  @Test
  void canadaAndAustraliaValueAsTheUnitedStatesDo() {
    for (String free : List.of("USA", "CAN", "AUS")) {
      assertTrue(world.valuesFreeOnBoard(CountryCode.of(free)), free);
    }
    for (String landed : List.of("DEU", "XEU", "JPN", "KOR")) {
      assertFalse(world.valuesFreeOnBoard(CountryCode.of(landed)), landed);
    }
  }

  @Test
  void theEuroHasARateWithItsRange() {
    ExchangeRate euro = world.findRate("EUR").orElseThrow();
    assertEquals("2024", euro.period());
    assertEquals(new Interval(1.04, 1.08, 1.12), euro.usdPerUnit());
  }

  @Test
  void everyLimitRestsOnAPageThatIsThereOrOnASource() {
    assertEquals(14, world.limits().size());
    for (Evidence.Limit limit : world.limits()) {
      assertTrue(
          limit.restsOn().contains("@")
              || Files.exists(GeneratedPage.root().resolve(limit.restsOn())),
          limit.id() + " rests on " + limit.restsOn());
    }
  }

  /** State Department, 4 February 2026: 54 countries and the European Commission, and the host. */
  @Test
  void fiftyFiveDelegationsAndTheirHost() {
    List<Partner> delegations =
        world.partners().stream().filter(p -> p.tie() == Partner.Tie.ATTENDED).toList();
    assertEquals(56, delegations.size());
    assertEquals(1, delegations.stream().filter(p -> is(p, "EUE")).count());
    assertEquals(1, delegations.stream().filter(p -> is(p, "USA")).count());
    Set<String> signed =
        world.partners().stream()
            .filter(p -> p.tie() == Partner.Tie.SIGNED)
            .map(p -> p.country() + " " + p.date().orElseThrow())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        "[ARE 2026-02-04, ARG 2026-02-04, COK 2026-02-04, ECU 2026-02-04, GBR 2026-02-05,"
            + " GIN 2026-02-04, MAR 2026-02-04, PER 2026-02-04, PHL 2026-02-04, PRY 2026-02-04,"
            + " UZB 2026-02-04]",
        signed.toString());
  }

  private static boolean is(Partner partner, String code) {
    return partner.country().equals(CountryCode.of(code));
  }

  @Test
  void whatWasReportedAndDeniedKeepsBothClaims() {
    ExportControl halt =
        world.exportControls().stream()
            .filter(c -> c.id().equals("E021"))
            .findFirst()
            .orElseThrow();
    assertEquals("licence review halt (reported by WSJ)", halt.reference());
    assertEquals("denied by MOFCOM (civil users \"not affected\")", halt.state());
    assertEquals("reported, disputed", halt.provenance().note());
    assertEquals(List.of(), halt.effects());
  }

  /** The estimate of 2012 and the teardown of 2026 stand beside one another. */
  @Test
  void theAircraftHasBothFigures() {
    List<BillOfMaterials> all =
        world.inUse().bills().stream()
            .filter(b -> b.good().equals("F-35") && b.commodity().equals("rare-earths"))
            .toList();
    assertEquals(3, all.size());
    assertEquals(Interval.exactly(418), bill(all, "2013").kilograms());
    assertTrue(bill(all, "2013").provenance().note().contains("unreleased DoD estimate"));
    BillOfMaterials elements =
        all.stream().filter(b -> b.form().equals("elemental REE")).findFirst().orElseThrow();
    assertEquals(new Interval(11, 15, 20), elements.kilograms());
    assertEquals("2026", elements.asOf());
    assertEquals("aircraft", elements.unit());
    assertEquals(191, volume("F-35", "deliveries", "*", 2025).units().central());
  }

  private static BillOfMaterials bill(List<BillOfMaterials> bills, String asOf) {
    return bills.stream().filter(b -> b.asOf().equals(asOf)).findFirst().orElseThrow();
  }

  /** IEA: more than 17 million cars, 0.28 to 0.9 kg each; IEA's own demand of EVs is 8.36 kt. */
  @Test
  void motorsOfElectricCarsHoldAboutWhatTheIeaSays() {
    BillOfMaterials motor =
        world.inUse().bills().stream()
            .filter(b -> b.good().equals("electric car"))
            .filter(b -> b.component().startsWith("traction"))
            .filter(b -> b.commodity().equals("neodymium-praseodymium"))
            .filter(b -> b.form().equals("element"))
            .findFirst()
            .orElseThrow();
    ProductVolume cars = volume("electric car", "sales", "*", 2024);
    double tonnes = motor.kilograms().central() * cars.units().central() / 1000;
    // 0.48 kg × 17.3 million = 8,304 t
    assertEquals(8_304, tonnes, 1e-6);
  }

  private ProductVolume volume(String good, String measure, String area, int year) {
    return world.inUse().volumes().stream()
        .filter(v -> v.good().equals(good) && v.measure().equals(measure))
        .filter(v -> v.area().equals(area) && v.year() == year)
        .findFirst()
        .orElseThrow();
  }

  /** USGS, Mineral Commodity Summaries 2026; European Commission 2023. */
  @Test
  void oneOfTwoSourcesOfEndUseIsMain() {
    List<EndUse> gallium =
        world.endUses().stream().filter(u -> u.commodity().equals("gallium")).toList();
    assertEquals(0.7, share(gallium, "EU27", "Integrated circuits", true));
    assertEquals(0.73, share(gallium, "USA", "integrated circuits", false));
    assertTrue(gallium.stream().allMatch(u -> u.isMain() == u.area().equals("EU27")));
  }

  private static double share(List<EndUse> uses, String area, String application, boolean main) {
    return uses.stream()
        .filter(u -> u.area().equals(area) && u.application().equals(application))
        .filter(u -> u.isMain() == main)
        .findFirst()
        .orElseThrow()
        .share();
  }

  /** IEA Critical Minerals Dataset 2025: 314.3 kt of cobalt in 2030 over 220.7 kt in 2024. */
  @Test
  void outlooksAreMultiplesOfTheBaseYear() {
    DemandGrowth cobalt =
        world.inUse().growth().stream()
            .filter(g -> g.commodity().equals("cobalt") && g.scenario().equals("IEA STEPS"))
            .filter(g -> g.year() == 2030)
            .findFirst()
            .orElseThrow();
    assertEquals(1.424, cobalt.multiple().central(), 5e-4);
    DemandGrowth gallium =
        world.inUse().growth().stream()
            .filter(g -> g.commodity().equals("gallium") && g.scenario().equals("our range"))
            .findFirst()
            .orElseThrow();
    assertEquals(new Interval(1.3, 1.8, 2.8), gallium.multiple());
    assertEquals(Status.ASSUMED, gallium.provenance().status());
    assertEquals(Grade.C, gallium.provenance().grade());
  }

  /** European Commission 2017, table 3: tungsten 42%, antimony 28%. */
  @Test
  void recyclingRatesOfTheStudy() {
    assertEquals(0.42, rate("tungsten"));
    assertEquals(0.28, rate("antimony"));
  }

  private double rate(String commodity) {
    return world.inUse().recycling().stream()
        .filter(r -> r.commodity().equals(commodity) && r.period().equals("2017"))
        .filter(r -> r.measure() == Recycling.Measure.EOL_INPUT_RATE)
        .findFirst()
        .orElseThrow()
        .share()
        .central();
  }

  @Test
  void aTargetIsNotAStock() {
    Stockpile japan =
        world.resilience().stockpiles().stream()
            .filter(s -> s.holder().startsWith("Japan"))
            .findFirst()
            .orElseThrow();
    assertEquals("target", japan.measure());
    assertEquals(new Interval(60, 60, 180), japan.amount());
    assertEquals("days", japan.unit());
    // USGS: 956 t of cobalt in American industry at the end of 2024
    Stockpile cobalt =
        world.resilience().stockpiles().stream()
            .filter(s -> s.kind().equals("industry") && s.scope().equals("cobalt"))
            .filter(s -> s.date().equals("2024-12"))
            .findFirst()
            .orElseThrow();
    assertEquals(956, cobalt.amount().central());
  }

  /** exp(−4.0385) − 1 = −98.2%, and 95% of exp(−4.0385 ± 1.96 × 0.4379) − 1. */
  @Test
  void antimonyFromChinaAllButCeased() {
    Disruption antimony =
        world.resilience().disruptions().stream()
            .filter(d -> d.commodity().equals("antimony"))
            .filter(d -> d.measure().equals("imports from China (kg)"))
            .findFirst()
            .orElseThrow();
    assertEquals(-0.982, antimony.value().central(), 5e-4);
    assertEquals(-0.993, antimony.value().low(), 5e-4);
    assertEquals(-0.958, antimony.value().high(), 5e-4);
  }

  @Test
  void freightIsAShareOfTheValue() {
    assertFalse(world.resilience().freight().isEmpty());
    assertTrue(world.resilience().freight().stream().allMatch(f -> f.shareOfFob().central() < 0.3));
  }

  /**
   * Rows wait for their commodities; with all of the design there, none waits and none is wrong.
   */
  @Test
  void rowsByHandNameOnlyCommoditiesOfTheDesignAndAreSound() throws IOException {
    Path hand = GeneratedPage.root().resolve("world/hand");
    Loaded<Evidence> read =
        HandTables.read(
            hand,
            new HandTables.Known(
                ids(Hand.read(hand).value().datasets(), files -> files.dataset().id()),
                ids(world.countries(), country -> country.code().alpha3()),
                ids(world.territories(), Evidence.Territory::id),
                DESIGN,
                ids(world.products(), product -> product.id().toString()),
                ids(world.projects(), Project::id),
                ids(world.exportControls(), ExportControl::id),
                ids(world.commitments(), Commitment::id)));
    assertEquals(List.of(), read.issues());
    for (String line : Files.readAllLines(hand.resolve("materials.csv"), StandardCharsets.UTF_8)) {
      String commodity = line.substring(0, line.indexOf(','));
      assertTrue(commodity.equals("commodity") || DESIGN.contains(commodity), line);
    }
  }

  private static <T> Set<String> ids(List<T> rows, Function<T, String> idOf) {
    return rows.stream().map(idOf).collect(Collectors.toSet());
  }
}
