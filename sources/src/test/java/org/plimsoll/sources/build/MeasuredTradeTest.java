package org.plimsoll.sources.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.sources.GeneratedPage;
import org.plimsoll.sources.dataset.Areas;
import org.plimsoll.sources.dataset.BaciRelease;
import org.plimsoll.sources.dataset.ComtradeRelease;
import org.plimsoll.sources.dataset.Reading;
import org.plimsoll.sources.dataset.Wanted;
import org.plimsoll.sources.pack.Pack;
import org.plimsoll.sources.reconcile.ProductSides;

/** Trade measured by a release that is made of the world's own trade in antimony metal. */
final class MeasuredTradeTest {
  private static final Path WORLD = GeneratedPage.root().resolve("world");
  private static final Path HAND = WORLD.resolve("hand");
  private static final String CODE = "811010";

  /** The number of the first country; one that Comtrade gives to no region. */
  private static final int FIRST = 2001;

  private static final String COLUMNS =
      "typeCode\tfreqCode\tperiod\treporterCode\tflowCode\tpartnerCode\tpartner2Code"
          + "\tclassificationCode\tcmdCode\taggrLevel\tcustomsCode\tmotCode\tnetWgt"
          + "\tisNetWgtEstimated\tprimaryValue\tisReported";
  private static final ProductId ANTIMONY = ProductId.parse("antimony/metal");

  @TempDir private Path raw;
  private final Evidence world = Pack.read(WORLD).value();
  private final List<String> countries =
      world.countries().stream()
          .map(country -> country.code().toString())
          .filter(code -> !CountryCode.of(code).isAggregate())
          .toList();

  @BeforeEach
  void writeCodes() throws IOException {
    List<String> lines =
        new ArrayList<>(List.of("country_code,country_name,country_iso2,country_iso3"));
    for (int i = 0; i < countries.size(); i++) {
      lines.add("%d,name %d,,%s".formatted(FIRST + i, i, countries.get(i)));
    }
    Files.write(raw.resolve("country_codes_V209901.csv"), lines);
  }

  /** The world's own flows of antimony metal between countries that have a number. */
  private void eachFlow(FlowSink sink) {
    for (Flow flow : world.flows()) {
      int from = countries.indexOf(flow.exporter().toString());
      int to = countries.indexOf(flow.importer().toString());
      if (flow.product().equals(ANTIMONY) && from >= 0 && to >= 0 && from != to) {
        sink.take(FIRST + from, FIRST + to, flow.tonnes());
      }
    }
  }

  private interface FlowSink {
    void take(int exporter, int importer, double tonnes);
  }

  private void writeRelease(String... more) throws IOException {
    List<String> lines = new ArrayList<>(List.of("t,i,j,k,v,q"));
    eachFlow((from, to, tonnes) ->
        lines.add(
            String.format(
                Locale.ROOT,
                "%d,%d,%d,%s,%15.3f,%15.6f",
                world.baseYear(),
                from,
                to,
                CODE,
                1.0,
                tonnes)));
    lines.addAll(List.of(more));
    Files.write(raw.resolve("BACI_HS17_Y2024_V209901.csv"), lines);
  }

  private Loaded<Optional<MeasuredTrade.Measured>> measure() throws IOException {
    return MeasuredTrade.of(world, raw, HAND);
  }

  @Test
  void flowsAreMeasuredAndMeetOutputAndUse() throws IOException {
    // Another year, and a code that nobody uses, are left out.
    writeRelease("1999,2001,2002," + CODE + ",1,1", "2024,2001,2002,010121,1,NA");
    assertMeasured(BaciRelease.DATASET, "209901");
  }

  /** The same flows as importers declare them, a file each, with all that is no total of theirs. */
  @Test
  void aYearOfComtradeDoesTheSame() throws IOException {
    SortedMap<Integer, List<String>> files = new TreeMap<>();
    eachFlow((from, to, tonnes) -> {
      List<String> lines = files.computeIfAbsent(to, to1 -> new ArrayList<>());
      String kilograms = String.format(Locale.ROOT, "%.3f", 1000 * tonnes);
      lines.add(declared(to, "M", from, "0", "C00", "0", kilograms));
      lines.add(declared(to, "M", from, "0", "C00", "2100", kilograms));
      lines.add(declared(to, "M", from, "0", "C04", "0", kilograms));
      lines.add(declared(to, "M", from, "7", "C00", "0", kilograms));
      lines.add(declared(to, "RM", from, "0", "C00", "0", kilograms));
      lines.add(declared(to, "M", 0, "0", "C00", "0", kilograms));
    });
    for (Map.Entry<Integer, List<String>> file : files.entrySet()) {
      writeComtrade(file.getKey(), file.getValue());
    }
    assertMeasured(ComtradeRelease.DATASET, "2099-01-31");
    Files.writeString(raw.resolve("BACI.csv"), "t,i,j,k,v,q\n");
    assertWrong("both BACI and UN Comtrade are there");
  }

  private void writeComtrade(int reporter, List<String> lines) throws IOException {
    String name = "COMTRADE-FINAL-CA%03d2024H6[2099-01-31].gz".formatted(reporter);
    try (Writer file =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(raw.resolve(name))),
            StandardCharsets.UTF_8)) {
      file.write(COLUMNS + "\n" + String.join("\n", lines) + "\n");
    }
  }

  private static String declared(
      int reporter,
      String flow,
      int partner,
      String second,
      String customs,
      String mode,
      String kg) {
    return String.join(
        "\t",
        "C",
        "A",
        "2024",
        "" + reporter,
        flow,
        "" + partner,
        second,
        "H6",
        CODE,
        "6",
        customs,
        mode,
        kg,
        "false",
        "1000.5",
        "true");
  }

  /**
   * Importers' tonnes and exporters' value, where both are there: 1 imports 5 t of 2 for USD 60; 2
   * says 4 t for 50. What 3 says to have sold to 1 is all there is; 4 gave no weight, 1 did.
   */
  @Test
  void bothSidesOfComtradeMakeOneFlow() throws IOException {
    writeComtrade(
        2001,
        List.of(
            declared(2001, "M", 2002, "0", "C00", "0", "5000").replace("1000.5", "60"),
            declared(2001, "M", 2004, "0", "C00", "0", "")));
    writeComtrade(
        2002, List.of(declared(2002, "X", 2001, "0", "C00", "0", "4000").replace("1000.5", "50")));
    writeComtrade(2003, List.of(declared(2003, "X", 2001, "0", "C00", "0", "3000")));
    writeComtrade(2004, List.of(declared(2004, "X", 2001, "0", "C00", "0", "2000")));
    RawRelease release = RawRelease.find(raw).value().orElseThrow();
    Areas areas = Areas.read(release.codes(), HAND.resolve("country_names.csv")).value();
    Loaded<List<Reading>> read =
        release.read(new Wanted(areas, world.baseYear(), Set.of(CODE), Map.of()));
    SortedSet<String> flows = new TreeSet<>();
    for (Reading reading : read.value()) {
      flows.add(
          "%s %d to 1: %s"
              .formatted(
                  reading.series().replaceFirst(".*/", ""),
                  countries.indexOf(reading.area()) + 1,
                  reading.value()));
    }
    assertEquals(
        Set.of(
            "t 2 to 1: 5.0",
            "usd 2 to 1: 50.0",
            "t 3 to 1: 3.0",
            "usd 3 to 1: 1000.5",
            "t 4 to 1: 2.0",
            "usd 4 to 1: 1000.5"),
        flows);
    writeComtrade(
        2005,
        List.of(
            declared(2005, "M", 2002, "0", "C00", "0", "1"),
            declared(2005, "M", 2002, "0", "C00", "0", "1")));
    assertWrong("flow M of 2005 with 2002 is declared 2 times");
    writeComtrade(2005, List.of(declared(2005, "M", 2002, "0", "C00", "0", "much")));
    assertWrong("flow M of 2005 with 2002 has a value or a weight that is no number");
    writeComtrade(2005, List.of(declared(2005, "M", 999, "0", "C00", "0", "1")));
    assertWrong("unknown country '999'");
  }

  private void assertMeasured(String dataset, String edition) throws IOException {
    Loaded<Optional<MeasuredTrade.Measured>> measured = measure();
    assertFalse(measured.hasErrors(), measured.issues().toString());
    Evidence after = measured.value().orElseThrow().world();
    assertEquals(
        List.of(ANTIMONY),
        measured.value().get().changes().stream().map(MeasuredTrade.Change::product).toList());
    assertTrue(ProductSides.of(after).getOrDefault(ANTIMONY, ProductSides.NONE).residual() < 1e-12);
    Set<String> sources = new TreeSet<>();
    double moved = 0;
    for (Flow flow : of(after)) {
      sources.add(flow.provenance().source().dataset());
      moved += Math.abs(flow.tonnes() - tonnes(world, flow));
    }
    assertTrue(sources.contains(dataset), sources.toString());
    // What the world has folded into a rest is in no release, so that its flows are priors here.
    double all = of(world).stream().mapToDouble(Flow::tonnes).sum();
    assertTrue(moved < 0.1 * all, "the world's own trade gives nearly its own flows: " + moved);
    assertEquals(others(world), others(after));
    assertTrue(after.datasets().stream().anyMatch(d -> d.edition().equals(edition)));
  }

  private static List<Flow> of(Evidence evidence) {
    return evidence.flows().stream().filter(f -> f.product().equals(ANTIMONY)).toList();
  }

  private static Set<Flow> others(Evidence evidence) {
    return evidence.flows().stream()
        .filter(f -> !f.product().equals(ANTIMONY))
        .collect(Collectors.toSet());
  }

  private static double tonnes(Evidence evidence, Flow as) {
    return of(evidence).stream()
        .filter(f -> f.exporter().equals(as.exporter()) && f.importer().equals(as.importer()))
        .mapToDouble(Flow::tonnes)
        .sum();
  }

  @Test
  void whatIsWrongIsNamed() throws IOException {
    writeRelease("2024,2001,2002," + CODE + ",a lot,1");
    assertWrong("code 811010 from 2001 to 2002 have a value or a quantity that is no number");
    writeRelease("2024,999,2002," + CODE + ",1,1");
    assertWrong("unknown country '999'");
    writeRelease("2024,1,2");
    assertWrong("Line");
    Files.delete(raw.resolve("country_codes_V209901.csv"));
    assertWrong("no country codes of BACI are there");
    Files.delete(raw.resolve("BACI_HS17_Y2024_V209901.csv"));
    assertWrong("no year of BACI or of UN Comtrade is there");
  }

  private void assertWrong(String words) throws IOException {
    Loaded<Optional<MeasuredTrade.Measured>> measured = measure();
    assertTrue(measured.hasErrors());
    assertTrue(measured.issues().toString().contains(words), measured.issues().toString());
  }
}
