package org.plimsoll.sources.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.sources.figures.RiskFigure.Unit;

class RiskFigureFileTest {
  private static final String HEADER = String.join(",", RiskFigureFile.COLUMNS);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "1570, t, 1570, TONNES",
    "3, kg, 0.003, TONNES",
    "2.5, kt, 2500, TONNES",
    "0.91, 1, 0.91, SHARE",
    "91, %, 0.91, SHARE"
  })
  void unitsBecomeOne(String value, String unit, double expected, Unit measured) throws Exception {
    RiskFigure figure = only("output,nickel,mine,2022,,CHN,," + value + "," + unit + ",us");
    assertEquals(expected, figure.value());
    assertEquals(measured, figure.unit());
    assertEquals(Optional.of(CountryCode.of("CHN")), figure.country());
    assertEquals("2:8", figure.place().line() + ":" + figure.place().column());
  }

  @ParameterizedTest
  @CsvSource({
    "price, 439, USD/kg, 439, USD_PER_KG",
    "price, 439000, USD/t, 439, USD_PER_KG",
  })
  void pricesAreByTheKilogram(
      String figure, String value, String unit, double expected, Unit measured) throws Exception {
    RiskFigure price = only(figure + ",gallium,refined,,,,," + value + "," + unit + ",us");
    assertEquals(expected, price.value());
    assertEquals(measured, price.unit());
  }

  static List<Arguments> wrongRows() {
    return List.of(
        Arguments.of(
            "outptu,nickel,mine,2022,,CHN,,1,t,us",
            "2:1: no figure is called 'outptu'",
            "you meant output"),
        Arguments.of(
            "output,nickel,mine,2022,,CHN,,1,lb,us",
            "2:9: a figure of output has no unit 'lb'",
            "write t or kg or kt or 1 or %"),
        Arguments.of(
            "output,nickel,mine,2022,,CHN,,56.4,1,us",
            "2:8: 'output' goes up to 1, but this is 56.4 1",
            "write 0.564 with the unit 1, or 56.4 with the unit %"),
        Arguments.of(
            "output,nickel,mine,2022,,CHN,,-1,t,us",
            "2:8: 'output' must not be below 0, but this is -1 t",
            "check the sign and the unit"),
        Arguments.of(
            "output,nickel,mine,,,CHN,,1,t,us",
            "2:4: a figure of output needs its year",
            "fill the column; it needs material, stage, year, country"),
        Arguments.of(
            "output,nickel,mine,2022,USA,CHN,,1,t,us",
            "2:5: a figure of output has no region, but this is 'USA'",
            "leave it empty; a figure that holds for one region only is of another kind"),
        Arguments.of(
            "output,nickel,mine,22,,CHN,,1,t,us",
            "2:4: not a year: '22'",
            "write 2024, or leave it empty"),
        Arguments.of(
            "output,Natural Graphite,mine,2022,,CHN,,1,t,us",
            "2:2: a material is one word in lower case, but this is 'Natural Graphite'",
            "write natural-graphite"),
        Arguments.of(
            "output,nickel,mine,2022,,China,,1,t,us",
            "2:6: a country is written as an ISO 3166 code of three capital letters, but this is:"
                + " 'China'",
            "correct 'country'"),
        Arguments.of(
            "output,nickel,mine,2022,,CHN,,1,t,",
            "2:10: 'source' is empty",
            "fill the field or take the row out"),
        Arguments.of(
            "governance,,,,,CHN,,54,0-10,us",
            "2:8: 'governance' goes up to 10, but this is 54 0-10",
            "check the unit"));
  }

  @ParameterizedTest
  @MethodSource("wrongRows")
  void aWrongRowIsNamedWithItsWayOut(String row, String problem, String wayOut) throws IOException {
    assertEquals(List.of("own.csv:" + problem + "\n  Maybe " + wayOut), said(read(row)), row);
  }

  @Test
  void aRowThatStandsTwiceIsRefused() throws IOException {
    Loaded<List<RiskFigure>> loaded =
        read("output,nickel,mine,2022,,CHN,,1,t,us", "output,nickel,mine,2022,,CHN,,2,t,them");
    assertEquals(
        List.of(
            "own.csv:3: the same row stands in line 2: output nickel mine 2022 from CHN\n"
                + "  Maybe take one of them out, or add them up"),
        said(loaded));
  }

  @Test
  void sharesAboveTheWholeAreRefused() throws IOException {
    Loaded<List<RiskFigure>> loaded =
        read("output,nickel,mine,2022,,CHN,,60,%,us", "output,nickel,mine,2022,,IDN,,44,%,us");
    assertEquals(
        List.of(
            "own.csv:3:8: with this row the shares sum to 1.040, above the whole\n"
                + "  Maybe look for a supplier that stands in twice, or a total among the rows"),
        said(loaded));
  }

  @Test
  void sharesBesideTonnesAreRefused() throws IOException {
    Loaded<List<RiskFigure>> loaded =
        read("output,nickel,mine,2022,,CHN,,60,t,us", "output,nickel,mine,2022,,IDN,,0.4,1,us");
    assertEquals(
        List.of(
            "own.csv:3:8: output in a share beside tonnes in line 2\n"
                + "  Maybe give all makers or suppliers of one whole in tonnes, or all as shares"),
        said(loaded));
  }

  @Test
  void aValueWithoutTonnesIsRefused() throws IOException {
    assertEquals(
        List.of(
            "own.csv:2:8: a supply-value without tonnes of supply makes no price\n"
                + "  Maybe give supply in tonnes, or take a row of price"),
        said(read("supply-value,nickel,mine,2022,USA,CHN,,1,USD,us")));
  }

  @Test
  void aMissingColumnIsNamed() throws IOException {
    Files.writeString(folder.resolve("own.csv"), "figure,material\n");
    Loaded<List<RiskFigure>> loaded = RiskFigureFile.read(folder.resolve("own.csv"));
    assertEquals(8, loaded.issues().size(), "one for each column that is not there");
  }

  /** {@code docs/reference/risk-input.md} says of each figure what the reader checks. */
  @Test
  void thePageListsEveryFigure() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("..", "docs", "reference", "risk-input.md"));
    for (RiskFigureKind kind : RiskFigureKind.values()) {
      assertEquals(
          1, lines.stream().filter(kind.describe()::equals).count(), "needs: " + kind.describe());
    }
  }

  private RiskFigure only(String row) throws IOException {
    Loaded<List<RiskFigure>> loaded = read(row);
    assertFalse(loaded.hasErrors(), loaded.issues().toString());
    return loaded.value().getFirst();
  }

  private Loaded<List<RiskFigure>> read(String... rows) throws IOException {
    Path file = folder.resolve("own.csv");
    Files.writeString(file, HEADER + "\n" + String.join("\n", rows) + "\n");
    return RiskFigureFile.read(file);
  }

  private List<String> said(Loaded<List<RiskFigure>> loaded) {
    return loaded.issues().stream()
        .map(issue -> issue.toString().replace(folder.resolve("own.csv").toString(), "own.csv"))
        .toList();
  }
}
