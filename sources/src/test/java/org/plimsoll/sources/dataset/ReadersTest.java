package org.plimsoll.sources.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.DemandGrowth;
import org.plimsoll.model.trade.EndUse;
import org.plimsoll.model.trade.Recycling;

/** The readers on rows that the publishers printed; every figure can be looked up in them. */
final class ReadersTest {
  @TempDir private Path folder;
  private Areas areas = noAreas();

  private static Areas noAreas() {
    return Areas.read(Path.of("none"), Path.of("none")).value();
  }

  @BeforeEach
  void readCountries() throws IOException {
    areas = Excerpt.areas(folder);
  }

  @ParameterizedTest
  @EnumSource
  void everyRowOfAnExcerptIsAccountedFor(Excerpt excerpt) throws IOException {
    Loaded<? extends List<?>> read = read(excerpt);
    assertFalse(read.hasErrors(), read.issues().toString());
    int above =
        switch (excerpt.layout().isEmpty() ? Layout.Kind.TABLE : excerpt.found().kind()) {
          case TABLE -> 1;
          case TITLED -> 2;
          case SHEET -> 0;
        };
    assertEquals(excerpt.text().lines().count() - above, read.rows().read());
    assertEquals(
        read.rows().read(), read.rows().accepted() + read.rows().errors() + read.rows().skipped());
    assertEquals(read.rows().skipped(), read.issues().size(), "a skipped row says why");
    assertTrue(read.rows().accepted() > 0);
  }

  @Test
  void aDashIsZeroAndRoundedTotalsAreTheSeriesOwn() throws IOException {
    Readings usgs = readings(Excerpt.USGS);
    String gallium = "usgs-mcs/Gallium/Production/Primary production";
    // 839,000 + 3,000 + 6,000 kg, and a dash for the United States and others
    assertEquals(839, usgs.get(gallium, "2024", "CHN").value());
    assertEquals(0, usgs.get(gallium, "2024", "USA").value());
    assertEquals(0, usgs.get(gallium, "2024", Areas.OTHERS).value());
    assertEquals(848, usgs.get(gallium, "2024", Areas.WORLD).value());
    assertEquals(
        226_000, usgs.get("usgs-mcs/Cobalt/Production/Mine production", "2024", "COD").value());
  }

  @Test
  void burmaIsMyanmarAndTheLocatorLeadsBackToTheRow() throws IOException {
    Reading burma =
        readings(Excerpt.USGS)
            .get("usgs-mcs/Rare Earths/Production/Mine production", "2024", "MMR");
    assertEquals(27_000, burma.value());
    assertEquals(
        Source.parse("usgs-mcs@2026#Rare Earths, Mine production, Burma, 2024, row 21"),
        burma.source());
  }

  @Test
  void whatIsNoFigureIsLeftOutWithItsReason() throws IOException {
    List<String> reasons = read(Excerpt.USGS).issues().stream().map(Issue::problem).toList();
    assertTrue(reasons.contains("no figure: 'NA'"), reasons.toString());
    assertTrue(reasons.contains("no figure: 'W'"), reasons.toString());
    assertTrue(reasons.contains("no figure: '<1,000'"), reasons.toString());
    assertTrue(
        reasons.contains("'dollars per kilogram' is not a unit of mass that the model uses"),
        reasons.toString());
    assertEquals(
        Optional.empty(),
        readings(Excerpt.USGS)
            .find("usgs-mcs/Tungsten/Production/Production: Secondary", "2024", "USA"));
  }

  @Test
  void commasInDetailsGoSinceTheySeparateNothing() throws IOException {
    assertEquals(
        18.7,
        readings(Excerpt.USGS)
            .get("usgs-mcs/Gallium/Consumption/Consumption reported", "2024", "USA")
            .value());
  }

  @Test
  void pricesComeInDollarsATonne() throws IOException {
    Readings yearly = readings(Excerpt.USGS_PRICES);
    assertEquals(
        439_000, yearly.get("usgs-price/gallium/import unit value", "2024", "WLD").value());
    Readings quotes = readings(Excerpt.USGS_QUOTES);
    // 20.30 USD/lb ÷ 0.45359237 kg/lb = 44.754 USD/kg
    assertEquals(
        44_753.84, quotes.get("usgs-quote/antimony/price", "2025-11", "WLD").value(), 0.01);
    // 675 USD per 10 kg of WO3
    assertEquals(67_500, quotes.get("usgs-quote/tungsten/APT price", "late 2025", "WLD").value());
  }

  @Test
  void kilotonnesBecomeTonnesAndSharesAreLeftOut() throws IOException {
    Loaded<? extends List<?>> iea = read(Excerpt.IEA);
    assertEquals(1, iea.rows().skipped(), iea.issues().toString());
    Readings readings = readings(Excerpt.IEA);
    String refining = "iea-cmd/Magnet rare earth elements/Refining";
    assertEquals(73_756.67, readings.get(refining, "2024", "CHN").value(), 0.01);
    assertEquals(2_461.87, readings.get(refining, "2024", Areas.OTHERS).value(), 0.01);
    assertEquals(199_386.01, readings.get("iea-cmd/Cobalt/Mining", "2030", "COD").value(), 0.01);
  }

  @Test
  void sharesOfTheStudyKeepTheirMaterialAndStage() throws IOException {
    Readings eu = readings(Excerpt.EU_SUPPLY);
    String period = "2016-2020";
    assertEquals(0.596, eu.get("eu-crm/Cobalt/P", period, "CHN").value());
    assertEquals(0.009, eu.get("eu-crm/Gallium/P", period, "KOR").value(), 1e-15);
    double sum = eu.list("eu-crm/Gallium/P", period).stream().mapToDouble(Reading::value).sum();
    assertEquals(1.001, sum, 1e-12);
  }

  @Test
  void sectorsOfOtherMaterialsAreSkipped() throws IOException {
    Loaded<? extends List<?>> uses = read(Excerpt.EU_USE);
    assertEquals(3, uses.rows().accepted());
    EndUse first = (EndUse) uses.value().getFirst();
    assertEquals("CIGS solar cells", first.application());
    assertEquals("C26", first.sector());
    assertEquals(0.05, first.share());
    assertEquals(77_000, first.euValueAddedEurMillion());
  }

  /** 143.148 of batteries is in the total: 314.282 ÷ 220.726 = 1.4239 of the base year. */
  @Test
  void demandIsAMultipleOfTheBaseYear() throws IOException {
    List<DemandGrowth> growth =
        read(Excerpt.IEA_DEMAND).value().stream().map(DemandGrowth.class::cast).toList();
    DemandGrowth first = growth.getFirst();
    assertEquals(
        "cobalt IEA STEPS 2030 over 2024",
        "%s %s %d over %d"
            .formatted(first.commodity(), first.scenario(), first.year(), first.baseYear()));
    assertEquals(1.4239, first.multiple().central(), 5e-5);
    // 1.4239^(1/6) − 1 = 6.07% a year
    assertEquals(0.0607, first.growthPerYear().central(), 5e-5);
    // The magnets' four elements are one row; each of ours has its multiple.
    assertEquals(
        List.of("neodymium-praseodymium", "dysprosium"),
        growth.stream()
            .filter(g -> !g.commodity().equals("cobalt"))
            .map(DemandGrowth::commodity)
            .toList());
    assertTrue(growth.stream().allMatch(g -> g.year() <= 2040));
  }

  @Test
  void recyclingRatesBecomeShares() throws IOException {
    List<Recycling> rates =
        read(Excerpt.EU_RECYCLING).value().stream().map(Recycling.class::cast).toList();
    assertEquals(2, rates.size());
    assertEquals("antimony", rates.getFirst().commodity());
    assertEquals(0.28, rates.getFirst().share().central());
    assertEquals(Recycling.Measure.EOL_INPUT_RATE, rates.getFirst().measure());
    assertEquals(0, rates.getLast().share().central());
  }

  @Test
  void aMarginHasItsRouteAndAMeanOutsideTheQuartilesIsAnEnd() throws IOException {
    List<FreightMargins.Margin> margins =
        read(Excerpt.FREIGHT).value().stream().map(FreightMargins.Margin.class::cast).toList();
    FreightMargins.Margin copperOre = margins.getFirst();
    assertEquals("260300 from * to *", route(copperOre));
    assertEquals(new Interval(0.023, 0.1839, 0.1839), copperOre.shareOfFob());
    assertTrue(copperOre.isMeanOutside());
    FreightMargins.Margin antimony = margins.get(5);
    assertEquals("811010 from CHN to USA", route(antimony));
    assertEquals(Interval.exactly(0.026), antimony.shareOfFob());
    assertFalse(antimony.isMeanOutside());
    // a heading of four digits, a duty and an insurance rate
    assertEquals(3, read(Excerpt.FREIGHT).rows().skipped());
  }

  private static String route(FreightMargins.Margin margin) {
    return margin.code() + " from " + margin.exporter() + " to " + margin.importer();
  }

  @Test
  void aFlowHasAValueAndWhereThereIsOneAQuantity() throws IOException {
    Readings baci = readings(Excerpt.BACI);
    Reading flow =
        baci.list("baci/811010/t", "2024").stream()
            .filter(r -> r.area().equals("TJK"))
            .findFirst()
            .orElseThrow();
    assertEquals("USA", flow.partner());
    assertEquals(104.143, flow.value());
    assertEquals(3, baci.list("baci/850511/usd", "2024").size());
    assertThrows(IllegalArgumentException.class, () -> baci.list("baci/850511/t", "2024"));
  }

  @Test
  void otherAsiaNotElsewhereSpecifiedIsTaiwan() throws IOException {
    assertEquals(
        0.025, readings(Excerpt.BACI).find("baci/811010/t", "2024", "TWN").orElseThrow().value());
    assertEquals("Other Asia, nes", areas.listNames().get("TWN"));
    assertEquals(Optional.of("TWN"), areas.findCode("Taiwan"));
  }

  @Test
  void aStateThatIsNoMoreIsNoCountryOfTheWorld() {
    assertFalse(areas.listNames().containsKey("SUN"));
    assertFalse(areas.listNames().containsKey("SCG"));
    assertEquals("Belgium", areas.listNames().get("BEL"));
    assertEquals(List.copyOf(areas.listNames().keySet()).getFirst(), "ABW");
  }

  @Test
  void monthsAddUpToTheYear() throws IOException {
    Readings china = readings(Excerpt.CHINESE_EXPORTS);
    // Japan: 839,324 + 1,665,990 + 2,296,340 + 1,933,090 kg; December 2023 is another year
    Reading japan = china.list("china-customs/250410/t", "2024").getLast();
    assertEquals("JPN", japan.partner());
    assertEquals(6_734.744, japan.value(), 1e-9);
    assertEquals(Status.DERIVED, japan.status());
    // 134,344 + 290,066 + 697,245 + 333,398 dollars to Germany
    assertEquals(1_455_053, china.list("china-customs/250410/usd", "2024").getFirst().value());
  }

  @Test
  void rareEarthImportsFlowIntoChina() throws IOException {
    List<Reading> flows = readings(Excerpt.RARE_EARTH_IMPORTS).list("ree-imports/reo", "2024");
    assertEquals(9, flows.size());
    Reading first = flows.getFirst();
    assertEquals(
        "MMR to CHN: 39919.0", first.area() + " to " + first.partner() + ": " + first.value());
    // the total of 124,481 is left out, and is the sum of what is read
    assertEquals(124_481, flows.stream().mapToDouble(Reading::value).sum());
  }

  @Test
  void onlyMostFavouredNationRatesAreRead() throws IOException {
    Loaded<? extends List<?>> read = read(Excerpt.TARIFFS);
    assertEquals(11, read.rows().skipped());
    assertEquals(
        0.02414,
        readings(Excerpt.TARIFFS).get("tariff/mfn/811292", CountryFigures.LATEST, "USA").value(),
        1e-15);
  }

  @Test
  void figuresOfTheWorldBankKeepHowTheyAreKnown() throws IOException {
    Readings mva = readings(Excerpt.MANUFACTURING);
    assertEquals(4_661_441.5, mva.get("wdi/mva", CountryFigures.LATEST, "CHN").value());
    assertEquals(Status.READ, mva.get("wdi/mva", CountryFigures.LATEST, "CHN").status());
    assertEquals(Status.RECALLED, mva.get("wdi/mva", CountryFigures.LATEST, "USA").status());
    Readings wgi = readings(Excerpt.GOVERNANCE);
    assertEquals(-1.576, wgi.get("wgi/mean", CountryFigures.LATEST, "COD").value());
    assertEquals(Optional.empty(), wgi.find("wgi/mean", CountryFigures.LATEST, "XK"));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void aLayoutIsRecognisedByItsHeader(Excerpt excerpt) {
    assertEquals(excerpt.layout(), excerpt.found().name());
  }

  static List<Excerpt> layouts() {
    return Excerpt.ofLayouts();
  }

  @Test
  void everyLayoutHasAnExcerpt() {
    Set<String> expected = new TreeSet<>();
    for (String dataset : Datasets.IDS) {
      for (Layout layout : Datasets.find(dataset, "1").orElseThrow().layouts()) {
        expected.add(layout.name());
      }
    }
    Set<String> tested = new TreeSet<>();
    for (Excerpt excerpt : Excerpt.ofLayouts()) {
      tested.add(excerpt.layout());
    }
    assertEquals(expected, tested);
  }

  @Test
  void importSourcesAreSharesThatFlowToTheUnitedStates() throws IOException {
    Reading canada =
        readings(Excerpt.USGS).get("usgs-mcs/Gallium/Import sources/Metal", "2024", "CAN");
    // 28% of the imports of 2021 to 2024
    assertEquals(0.28, canada.value());
    assertEquals("USA", canada.partner());
  }

  @Test
  void theWideEditionGivesOneReadingAYear() throws IOException {
    Readings usgs = readings(Excerpt.USGS_WIDE);
    String cobalt = "usgs-mcs/Cobalt/Production/Mine production cobalt content estimated";
    assertEquals(175_000, usgs.get(cobalt, "2023", "COD").value());
    assertEquals(220_000, usgs.get(cobalt, "2024", "COD").value());
    assertEquals(
        6_000_000, usgs.get(cobalt.replace("Production/", "Reserves/"), "2024", "COD").value());
  }

  @Test
  void aRuleMayNameAnotherPeriodThanTheBaseYear() throws IOException {
    Readings bgs = readings(Excerpt.BGS);
    assertEquals(140_000, bgs.get("bgs-wms/cobalt, refined@2023", "2024", "CHN").value());
    assertEquals(Optional.empty(), bgs.find("bgs-wms/cobalt, refined", "2024", "CHN"));
  }

  @Test
  void congoIsNotDrCongoWhateverItsCodeSays() throws IOException {
    Readings download = readings(Excerpt.BGS_DOWNLOAD);
    assertEquals(270, download.get("bgs-wms/gallium, primary", "2012", "CHN").value());
    Readings mining = readings(Excerpt.WMD);
    // French Guiana stands in the file with the code of Guyana
    assertEquals(39_000, mining.get("wmd/Antimony", "2022", "CHN").value());
    assertEquals(
        1, mining.list("wmd/Gold", "2022").stream().filter(r -> r.area().equals("GUY")).count());
  }

  @Test
  void theReleaseOfCepiiGivesWhatItsExtractGives() throws IOException {
    Readings release = readings(Excerpt.BACI_RELEASE);
    Readings extract = readings(Excerpt.BACI);
    for (String area : List.of("THA", "CHN", "TWN")) {
      for (String series : List.of("baci/811010/usd", "baci/811010/t")) {
        assertEquals(
            extract.get(series, "2024", area).value(),
            release.get(series, "2024", area).value(),
            1e-6,
            series + " " + area);
      }
    }
  }

  @Test
  void anUnknownSeriesSuggestsTheNearest() throws IOException {
    Readings usgs = readings(Excerpt.USGS);
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> usgs.list("usgs-mcs/Galium/Production/Primary production", "2024"));
    assertEquals(
        """
        no dataset has the series 'usgs-mcs/Galium/Production/Primary production'
        Maybe you meant 'usgs-mcs/Gallium/Production/Primary production'\
        """,
        e.getMessage());
    e =
        assertThrows(
            IllegalArgumentException.class,
            () -> usgs.list("usgs-mcs/Gallium/Production/Primary production", "1999"));
    assertEquals(
        """
        the series 'usgs-mcs/Gallium/Production/Primary production' has no period 1999
        Maybe name one that it has: 'usgs-mcs/Gallium/Production/Primary production@2024'\
        """,
        e.getMessage());
  }

  private Loaded<? extends List<?>> read(Excerpt excerpt) throws IOException {
    return excerpt.read(excerpt.write(excerpt.text(), folder), areas);
  }

  private Readings readings(Excerpt excerpt) throws IOException {
    return new Readings(read(excerpt).value().stream().map(Reading.class::cast).toList());
  }
}
