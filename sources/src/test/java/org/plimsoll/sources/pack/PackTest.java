package org.plimsoll.sources.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.evidence.Developments;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.trade.Flow;

/** What is written is what is read, and the same evidence gives the same bytes. */
final class PackTest {
  @TempDir private Path world;

  static Stream<Long> seeds() {
    return Stream.iterate(0L, seed -> seed + 1).limit(40);
  }

  @Test
  void theTinyWorldComesBackAsItWas() throws IOException {
    Pack.write(TinyWorld.evidence(), world);
    Loaded<Evidence> read = Pack.read(world);
    assertEquals(List.of(), read.issues());
    assertEquals(Pack.inFileOrder(TinyWorld.evidence()), read.value());
    // 1 pack, 1 dataset, 3 countries, 1 territory, 1 commodity, 2 products, 3 rows of technology,
    // 15 parameters, 4 productions, 3 uses, 8 flows, 4 prices, 1 end use, 2 bills, 2 volumes,
    // 1 rate, 1 limit,
    // and 1 each of growth, recycling, freight, storage, costs, stocks, disruptions and rates
    // of them
    assertEquals(61, read.rows().read());
    assertEquals(61, read.rows().accepted());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void parseAfterPrintIsTheIdentity(long seed) throws IOException {
    Evidence evidence = RandomWorld.evidence(seed);
    Pack.write(evidence, world);
    Loaded<Evidence> read = Pack.read(world);
    assertEquals(List.of(), read.issues());
    assertEquals(Pack.inFileOrder(evidence), read.value());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfRowsDoesNotChangeTheBytes(long seed) throws IOException {
    Evidence evidence = RandomWorld.evidence(seed);
    Pack.write(evidence, world.resolve("a"));
    Pack.write(shuffled(evidence, seed), world.resolve("b"));
    assertEquals(bytes(world.resolve("a")), bytes(world.resolve("b")));
  }

  @Test
  void aTableIsPlainText() throws IOException {
    Pack.write(TinyWorld.evidence(), world);
    assertEquals(
        """
        product,country,purpose,year,tonnes,source,grade,status,note
        tinium/refined,AAA,final,2024,40,tiny-world@1#fixture,A,assumed,numbers of a fixture
        tinium/refined,BBB,final,2024,30,tiny-world@1#fixture,A,assumed,numbers of a fixture
        tinium/refined,CCC,final,2024,30,tiny-world@1#fixture,A,assumed,numbers of a fixture
        """,
        Files.readString(world.resolve("consumption.csv")));
    assertEquals("as_of,base_year\n2026-11-24,2024\n", Files.readString(world.resolve("pack.csv")));
  }

  @Test
  void columnsMayStandInAnyOrder() throws IOException {
    Pack.write(TinyWorld.evidence(), world);
    Files.writeString(world.resolve("pack.csv"), "base_year,as_of\r\n2024,2026-11-24\r\n");
    assertEquals(Pack.inFileOrder(TinyWorld.evidence()), Pack.read(world).value());
  }

  @Test
  void whatWouldNotReadBackIsNotWritten() {
    Evidence tiny = TinyWorld.evidence();
    Flow first = tiny.flows().getFirst();
    List<Flow> twice = new ArrayList<>(tiny.flows());
    twice.add(first);
    assertRefused(withFlows(tiny, twice), "trade.csv cannot be written: two rows have the key");
    List<Flow> infinite =
        List.of(
            new Flow(
                first.product(),
                first.exporter(),
                first.importer(),
                2024,
                Double.POSITIVE_INFINITY,
                first.observedTonnes(),
                first.provenance()));
    assertRefused(
        withFlows(tiny, infinite), "trade.csv cannot be written: a figure must be finite");
  }

  @Test
  void theManifestNoticesEveryChange() throws IOException {
    Pack.write(TinyWorld.evidence(), world);
    assertEquals(List.of(), Pack.verify(world));

    Path prices = world.resolve("prices.csv");
    Files.writeString(prices, Files.readString(prices).replace("15000", "15001"));
    Files.delete(world.resolve("facts.csv"));
    Files.writeString(world.resolve("extra.csv"), "a\n");
    List<String> problems = Pack.verify(world).stream().map(Issue::toString).toList();
    assertEquals(3, problems.size());
    assertTrue(problems.get(0).contains("extra.csv: the table is not in manifest.json"));
    assertTrue(problems.get(1).contains("facts.csv: the table is in manifest.json, but does not"));
    assertTrue(problems.get(2).contains("prices.csv: the table is not the one that was built"));

    Files.writeString(world.resolve("manifest.json"), "{\n  \"asOf\": 7}");
    String problem = Pack.verify(world).getFirst().toString();
    assertTrue(problem.contains("manifest.json:2:11: this is no manifest"), problem);
    Files.delete(world.resolve("manifest.json"));
    assertTrue(Pack.verify(world).getFirst().problem().contains("does not exist"));
  }

  private void assertRefused(Evidence evidence, String words) {
    Path target = world.resolve("refused");
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Pack.write(evidence, target));
    assertTrue(String.valueOf(e.getMessage()).startsWith(words), e.getMessage());
    assertTrue(!Files.exists(target), "no file is written");
  }

  private static Map<String, String> bytes(Path folder) throws IOException {
    TreeMap<String, String> bytes = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        bytes.put(
            String.valueOf(file.getFileName()), Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return bytes;
  }

  private static Evidence shuffled(Evidence e, long seed) {
    return new Evidence(
        e.asOf(),
        e.baseYear(),
        mix(e.territories(), seed),
        mix(e.countries(), seed),
        mix(e.commodities(), seed),
        mix(e.products(), seed),
        mix(e.activities(), seed),
        mix(e.parameters(), seed),
        mix(e.productions(), seed),
        mix(e.uses(), seed),
        mix(e.flows(), seed),
        mix(e.prices(), seed),
        mix(e.pastPrices(), seed),
        mix(e.duties(), seed),
        mix(e.endUses(), seed),
        e.inUse(),
        e.resilience(),
        mix(e.projects(), seed),
        mix(e.exportControls(), seed),
        mix(e.commitments(), seed),
        mix(e.partners(), seed),
        mix(e.facts(), seed),
        mix(e.datasets(), seed),
        mix(e.valuations(), seed),
        mix(e.rates(), seed),
        mix(e.limits(), seed),
        new Developments(
            mix(e.developments().commitmentDates(), seed),
            mix(e.developments().commitmentEvents(), seed),
            mix(e.developments().controlChanges(), seed),
            mix(e.developments().controlScopes(), seed),
            mix(e.developments().partyNames(), seed),
            mix(e.developments().projectTies(), seed)));
  }

  private static Evidence withFlows(Evidence e, List<Flow> flows) {
    return e.with(w -> w.flows = flows);
  }

  private static <T> List<T> mix(List<T> rows, long seed) {
    List<T> mixed = new ArrayList<>(rows);
    Collections.shuffle(mixed, new Random(seed));
    return mixed;
  }
}
