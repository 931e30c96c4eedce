package org.plimsoll.sources.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.sources.CaseTable;

/**
 * What a next edition may bring: excerpts of this one, changed. Either it is read, or an issue says
 * what changed.
 */
final class NextEditionTest {
  @TempDir private Path folder;
  private Areas areas = Areas.read(Path.of("none"), Path.of("none")).value();

  @BeforeEach
  void readCountries() throws IOException {
    areas = Excerpt.areas(folder);
  }

  /** Every column that a layout with a header needs. */
  static Stream<Arguments> columns() {
    List<Arguments> all = new ArrayList<>();
    for (Excerpt excerpt : Excerpt.ofLayouts()) {
      if (excerpt.found().kind() != Layout.Kind.SHEET) {
        excerpt.found().columns().forEach(column -> all.add(Arguments.of(excerpt, column)));
      }
    }
    return all.stream();
  }

  static Stream<Excerpt> tables() {
    return Excerpt.ofLayouts().stream().filter(e -> e.found().kind() != Layout.Kind.SHEET);
  }

  @ParameterizedTest
  @MethodSource("columns")
  void aRenamedColumnIsNamedWithItsNewName(Excerpt excerpt, String column) throws IOException {
    int line = excerpt.found().kind() == Layout.Kind.TITLED ? 1 : 0;
    String renamed = column + "2";
    String text = changeHeader(excerpt.text(), line, latin1(column), latin1(renamed));

    Loaded<? extends List<?>> read = read(excerpt, text);

    if (!read.hasErrors()) {
      // The same file is also in another layout, numeric codes for example: the figures are these.
      assertEquals(read(excerpt, excerpt.text()).value(), read.value());
      return;
    }
    Issue first = read.issues().stream().filter(Issue::isError).findFirst().orElseThrow();
    // Where another layout of the dataset lacks no more than this one, that one may speak.
    assertTrue(
        first.problem().matches("column '.*' is missing|the header is of no layout .*"),
        first.toString());
    if (first.problem().equals("column '" + column + "' is missing")) {
      assertTrue(first.wayOut().contains("was renamed to '" + renamed + "'"), first.toString());
    }
    assertEquals(List.of(), read.value());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aFurtherColumnIsNotReadAndNotMissed(Excerpt excerpt) throws IOException {
    boolean tabs = excerpt.text().contains("\t");
    String text = excerpt.text().replaceAll("(?m)$(?!\\z)", tabs ? "\tnew" : ",new");
    // A line break inside a field is no end of a row.
    if (excerpt
        .text()
        .lines()
        .anyMatch(line -> line.chars().filter(c -> c == '"').count() % 2 > 0)) {
      return;
    }
    Loaded<? extends List<?>> before = read(excerpt, excerpt.text());
    Loaded<? extends List<?>> after = read(excerpt, text);
    assertEquals(before.value(), after.value());
    assertEquals(before.rows(), after.rows());
  }

  @Test
  void aFurtherYearIsReadBesideTheOthers() throws IOException {
    String row =
        "GALLIUM,World Low-Purity Production and Production Capacity,Gallium,China,Production,"
            + "Primary production,kilograms,2026,\"901,000\",,Yes,\n";
    Readings usgs = readings(Excerpt.USGS, Excerpt.USGS.text() + row);
    String gallium = "usgs-mcs/Gallium/Production/Primary production";
    assertEquals(839, usgs.get(gallium, "2024", "CHN").value());
    assertEquals(901, usgs.get(gallium, "2026", "CHN").value());
  }

  @Test
  void importSourcesMoveOnAYear() throws IOException {
    String text =
        Excerpt.USGS
            .text()
            .replace("Import sources 2021-2024", "Import sources 2022-2025")
            .replace(latin1("2021–24"), latin1("2022–25"));
    assertEquals(
        0.28,
        readings(Excerpt.USGS, text)
            .get("usgs-mcs/Gallium/Import sources/Metal", "2025", "CAN")
            .value());
  }

  @Test
  void aWideEditionBringsItsYearsInTheHeader() throws IOException {
    String text =
        Excerpt.USGS_WIDE.text().replace("PROD_EST_ 2024", "PROD_EST_2027").replace("2023", "2026");
    Readings usgs = readings(Excerpt.USGS_WIDE, text);
    String cobalt = "usgs-mcs/Cobalt/Production/Mine production cobalt content estimated";
    assertEquals(175_000, usgs.get(cobalt, "2026", "COD").value());
    assertEquals(220_000, usgs.get(cobalt, "2027", "COD").value());
  }

  @Test
  void aSheetMayHaveFurtherYearsAndScenarios() throws IOException {
    String text = Excerpt.IEA_SUPPLY_SHEET.text().replace(",2030,", ",2027,");
    assertEquals(
        199_386.008,
        readings(Excerpt.IEA_SUPPLY_SHEET, text)
            .get("iea-cmd/Cobalt/Mining", "2027", "COD")
            .value(),
        1e-3);
    text =
        Excerpt.IEA_DEMAND_SHEET
            .text()
            .replace("Announced Pledges Scenario", "Current Policies Scenario");
    assertEquals(
        161_801,
        readings(Excerpt.IEA_DEMAND_SHEET, text)
            .get(
                "iea-cmd/Cobalt/Demand/Electric vehicles/Current Policies Scenario",
                "2030",
                Areas.WORLD)
            .value(),
        1e-9);
  }

  @Test
  void aNewCountryIsNamedWithItsRowUntilItsSpellingIsKnown() throws IOException {
    String text =
        Excerpt.USGS.text()
            + ""
            + "COBALT,World Mine Production and Reserves,Cobalt,Bougainville,Production,"
            + "Mine production,metric tons,2026,\"1,200\",,Yes,\n";
    Issue issue =
        read(Excerpt.USGS, text).issues().stream().filter(Issue::isError).findFirst().orElseThrow();
    assertEquals(
        """
        usgs-mcs-2026.csv:29:4: unknown country 'Bougainville'
          Maybe add its spelling to country_names.csv\
        """,
        issue.toString());
    Path spellings = folder.resolve("spellings.csv");
    Files.writeString(
        spellings,
        """
        spelling,area
        Bougainville,PNG
        Burma,MMR
        World total,WLD
        Other countries,OTH
        United States,USA
        Russia,RUS
        Congo (Kinshasa),COD
        """);
    areas = Areas.read(folder.resolve("codes.csv"), spellings).value();
    assertEquals(
        1_200,
        readings(Excerpt.USGS, text)
            .get("usgs-mcs/Cobalt/Production/Mine production", "2026", "PNG")
            .value());
  }

  @Test
  void aNewUnitIsConvertedOrNamed() throws IOException {
    String kilotonnes = Excerpt.IEA.text().replace(",kt", ",Mt");
    assertEquals(
        181_796_315.789,
        readings(Excerpt.IEA, kilotonnes).get("iea-cmd/Cobalt/Mining", "2024", "COD").value(),
        1e-3);
    String pounds = Excerpt.USGS.text().replace("kilograms,2024,\"839", "short tons,2024,\"839");
    Issue issue =
        read(Excerpt.USGS, pounds).issues().stream()
            .filter(Issue::isError)
            .findFirst()
            .orElseThrow();
    assertEquals("unknown unit of mass: 'short tons'", issue.problem());
    assertEquals("usgs-mcs-2026.csv:10:7", issue.place().toString());
    String thousand = Excerpt.BGS.text().replace("tonnes (metric)", "thousand tonnes");
    assertTrue(
        read(Excerpt.BGS, thousand).issues().stream()
            .anyMatch(i -> i.isError() && i.problem().startsWith("unknown unit of mass")),
        thousand);
  }

  @Test
  void aFileOfAnotherPublisherIsRefusedWithTheHeadersThatAreKnown() throws IOException {
    Path file = Files.writeString(folder.resolve("other.csv"), "a,b,c\n1,2,3\n");
    Wanted wanted = new Wanted(areas, 2024, java.util.Set.of(), java.util.Map.of());
    Loaded<Figures> read =
        Datasets.read("baci", "202701", Path.of(""), List.of(file.toString()), wanted);
    assertEquals(
        """
        other.csv:1: the header is of no layout that the reader knows: a,b,c
          Maybe take another file, or give it one of these headers: t,i,j,k,v,q; or \
        year,hs6,exporter,importer,value_usd,quantity_t; or \
        year,hs6,exporter,quantity_t,value_usd,share_of_value_pct\
        """,
        read.issues().getFirst().toString());
    assertFalse(read.issues().isEmpty());
  }

  private Loaded<? extends List<?>> read(Excerpt excerpt, String text) throws IOException {
    return excerpt.read(excerpt.write(text, folder), areas);
  }

  private Readings readings(Excerpt excerpt, String text) throws IOException {
    Loaded<? extends List<?>> read = read(excerpt, text);
    assertFalse(read.hasErrors(), read.issues().toString());
    return new Readings(read.value().stream().map(Reading.class::cast).toList());
  }

  private static String changeHeader(String text, int line, String from, String to) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    String header = lines.get(line);
    boolean tabs = header.contains("\t");
    List<String> cells = new ArrayList<>(List.of(header.split(tabs ? "\t" : ",", -1)));
    int at = cells.indexOf(from);
    if (at < 0) {
      lines.set(line, CaseTable.edit(header, from + " -> " + to));
    } else {
      cells.set(at, to);
      lines.set(line, String.join(tabs ? "\t" : ",", cells));
    }
    return String.join("\n", lines) + "\n";
  }

  /** The words of an excerpt are held one character a byte. */
  private static String latin1(String text) {
    return new String(
        text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
