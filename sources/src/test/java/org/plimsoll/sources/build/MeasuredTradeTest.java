package org.plimsoll.sources.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.sources.GeneratedPage;
import org.plimsoll.sources.dataset.BaciRelease;
import org.plimsoll.sources.pack.Pack;
import org.plimsoll.sources.reconcile.ProductSides;

/** Trade measured by a release that is made of the world's own trade in antimony metal. */
final class MeasuredTradeTest {
  private static final Path WORLD = GeneratedPage.root().resolve("world");
  private static final Path HAND = WORLD.resolve("hand");
  private static final String CODE = "811010";
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
      lines.add("%d,name %d,,%s".formatted(i + 1, i, countries.get(i)));
    }
    Files.write(raw.resolve("country_codes_V209901.csv"), lines);
  }

  private void writeRelease(String... more) throws IOException {
    List<String> lines = new ArrayList<>(List.of("t,i,j,k,v,q"));
    for (Flow flow : world.flows()) {
      int from = countries.indexOf(flow.exporter().toString());
      int to = countries.indexOf(flow.importer().toString());
      if (flow.product().equals(ANTIMONY) && from >= 0 && to >= 0 && from != to) {
        lines.add(
            String.format(
                Locale.ROOT,
                "%d,%d,%d,%s,%15.3f,%15.6f",
                world.baseYear(),
                from + 1,
                to + 1,
                CODE,
                1.0,
                flow.tonnes()));
      }
    }
    lines.addAll(List.of(more));
    Files.write(raw.resolve("BACI_HS17_Y2024_V209901.csv"), lines);
  }

  private Loaded<Optional<MeasuredTrade.Measured>> measure() throws IOException {
    return MeasuredTrade.of(world, raw, HAND);
  }

  @Test
  void flowsAreMeasuredAndMeetOutputAndUse() throws IOException {
    // Another year, and a code that nobody uses, are left out.
    writeRelease("1999,1,2," + CODE + ",1,1", "2024,1,2,010121,1,NA");
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
    assertTrue(sources.contains(BaciRelease.DATASET), sources.toString());
    // What the world has folded into a rest is in no release, so that its flows are priors here.
    double all = of(world).stream().mapToDouble(Flow::tonnes).sum();
    assertTrue(moved < 0.1 * all, "the world's own trade gives nearly its own flows: " + moved);
    assertEquals(others(world), others(after));
    assertTrue(after.datasets().stream().anyMatch(d -> d.edition().equals("209901")));
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
    writeRelease("2024,1,2," + CODE + ",a lot,1");
    assertWrong("code 811010 from 1 to 2 have a value or a quantity that is no number");
    writeRelease("2024,999,2," + CODE + ",1,1");
    assertWrong("unknown country '999'");
    writeRelease("2024,1,2");
    assertWrong("Line");
    Files.delete(raw.resolve("country_codes_V209901.csv"));
    assertWrong("no country codes of BACI is there");
    Files.delete(raw.resolve("BACI_HS17_Y2024_V209901.csv"));
    assertWrong("no year of BACI is there");
  }

  private void assertWrong(String words) throws IOException {
    Loaded<Optional<MeasuredTrade.Measured>> measured = measure();
    assertTrue(measured.hasErrors());
    assertTrue(measured.issues().toString().contains(words), measured.issues().toString());
  }
}
