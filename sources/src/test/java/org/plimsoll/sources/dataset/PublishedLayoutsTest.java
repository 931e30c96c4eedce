package org.plimsoll.sources.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.EndUse;

/** Files as their publishers lay them out, against the tidy extracts where there are both. */
final class PublishedLayoutsTest {
  @TempDir private Path folder;

  @Test
  void aSheetOfSupplyGivesWhatTheTidyTableGives() throws IOException {
    Readings sheet = readings(Excerpt.IEA_SUPPLY_SHEET);
    Readings tidy = readings(Excerpt.IEA);
    for (String year : List.of("2024", "2030")) {
      for (String area : List.of("COD", "IDN", Areas.OTHERS, Areas.WORLD)) {
        assertEquals(
            tidy.get("iea-cmd/Cobalt/Mining", year, area).value(),
            sheet.get("iea-cmd/Cobalt/Mining", year, area).value(),
            area + " " + year);
      }
    }
    // the block to the right; its total is called "Total clean technologies" in the workbook
    assertEquals(2_874, sheet.get("iea-cmd/Cobalt/Refining", "2024", "IDN").value(), 1e-9);
    assertEquals(
        250_149.7383, sheet.get("iea-cmd/Cobalt/Refining", "2024", Areas.WORLD).value(), 1e-4);
  }

  @Test
  void aSheetOfDemandTakesItsScenarioFromTheRowAbove() throws IOException {
    Readings sheet = readings(Excerpt.IEA_DEMAND_SHEET);
    String cars = "iea-cmd/Cobalt/Demand/Electric vehicles/";
    assertEquals(66_507.1, sheet.get(cars + "Base", "2024", Areas.WORLD).value(), 1e-9);
    assertEquals(143_148, sheet.get(cars + "STEPS", "2030", Areas.WORLD).value(), 1e-9);
    Readings networks = readings(Excerpt.IEA_CLEAN_SHEET);
    // 5,994.38 kt in the case of more direct current
    assertEquals(
        5_994_380,
        networks
            .get(
                "iea-cmd/Copper/Clean energy demand/electricity networks, Wider direct current"
                    + " (DC) technology development/STEPS",
                "2030",
                Areas.WORLD)
            .value(),
        1e-6);
  }

  @Test
  void aSheetOfTheMinistryIsNamedByItsTitle() throws IOException {
    Readings sheet = readings(Excerpt.WMD_SHEET);
    assertEquals(39_000, sheet.get("wmd/Antimony", "2022", "CHN").value());
    assertEquals(57_891, sheet.get("wmd/Antimony", "2022", Areas.WORLD).value());
    assertEquals(Optional.empty(), sheet.find("wmd/Antimony", "2018", "RUS"));
  }

  @Test
  void theStudyPrintsPerCentAndBounds() throws IOException {
    Readings eu = readings(Excerpt.EU_APPENDIX_SUPPLY);
    assertEquals(0.938, eu.get("eu-crm/Gallium/P", "2024", "CHN").value(), 1e-15);
    // <0.1%: half of it
    assertEquals(0.0005, eu.get("eu-crm/Cobalt/E", "2024", "BWA").value(), 1e-15);
    EndUse first = (EndUse) read(Excerpt.EU_APPENDIX_USE).value().getFirst();
    assertEquals(0.05, first.share(), 1e-15);
    assertEquals(77_000, first.euValueAddedEurMillion());
  }

  @ParameterizedTest
  @EnumSource(names = {"GOVERNANCE_LONG", "GOVERNANCE_WIDE"})
  void theMeanIsOfTheNewestYearWithAllSix(Excerpt excerpt) throws IOException {
    Readings wgi = readings(excerpt);
    // (1.4 + 0.6 + 1.3 + 1.5 + 1.5 + 1.8) ÷ 6; 2023 has one alone
    assertEquals(8.1 / 6, wgi.get("wgi/mean", CountryFigures.LATEST, "DEU").value(), 1e-12);
    assertEquals(0.6, wgi.get("wgi/pv", "2022", "DEU").value());
  }

  @Test
  void theBankKeepsOldCodesOfCountries() throws IOException {
    assertEquals(-2, readings(Excerpt.GOVERNANCE_LONG).get("wgi/pv", "2022", "COD").value());
  }

  @Test
  void ofABulkFileOnlyWholesAreTaken() throws IOException {
    Readings bulk = readings(Excerpt.COMTRADE_BULK);
    List<Reading> flows = bulk.list("un-comtrade/260400/imports-t", "2024");
    // 2,000 t from the Philippines and 1,000 t from New Caledonia; by sea, inward processing and
    // the world total are parts and sums of them
    assertEquals(3_000, flows.stream().mapToDouble(Reading::value).sum());
    // nobody weighed what the Philippines declare
    assertEquals(80, bulk.list("un-comtrade/260400/exports-usd", "2024").getFirst().value());
    assertThrows(
        IllegalArgumentException.class, () -> bulk.list("un-comtrade/260400/exports-t", "2024"));
  }

  @Test
  void aBulkFileMayStandInTabs() throws IOException {
    Excerpt bulk = Excerpt.COMTRADE_BULK;
    Areas areas = Excerpt.areas(folder);
    List<?> fromCommas = read(bulk).value();
    Path tabs = bulk.write(bulk.text().replace(',', '\t'), folder);
    assertEquals(5, fromCommas.size());
    assertEquals(fromCommas, bulk.read(tabs, areas).value());
  }

  @Test
  void ofComtradeOnlySharesGoOn() throws IOException {
    List<Reading> flows =
        readings(Excerpt.COMTRADE_FLOWS).list("comtrade-shares/260400/imports-t", "2024");
    assertEquals(1, flows.stream().mapToDouble(Reading::value).sum(), 1e-12);
    assertTrue(flows.stream().allMatch(r -> r.status() == Status.DERIVED));
    assertEquals("PHL", largest(flows).area());
    assertEquals("CHN", largest(flows).partner());
  }

  private static Reading largest(List<Reading> readings) {
    return readings.stream()
        .max(java.util.Comparator.comparingDouble(Reading::value))
        .orElseThrow();
  }

  private Loaded<? extends List<?>> read(Excerpt excerpt) throws IOException {
    return excerpt.read(excerpt.write(excerpt.text(), folder), Excerpt.areas(folder));
  }

  private Readings readings(Excerpt excerpt) throws IOException {
    return new Readings(read(excerpt).value().stream().map(Reading.class::cast).toList());
  }
}
