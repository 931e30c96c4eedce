package org.plimsoll.sources.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.Flow;

/** From rules of trade to balanced flows, on the numbers of {@link TinyHand}. */
final class FlowsTest {
  private static final ProductId ORE = ProductId.parse("tinium/mine");

  @TempDir private Path folder;

  @BeforeEach
  void writeHand() throws IOException {
    TinyHand.write(folder);
  }

  @Test
  void flowsMeetOutputAndUseOfEveryProduct() {
    TinyHand.Built built = TinyHand.build(folder);
    for (String id : List.of("tinium/mine", "tinium/refined")) {
      ProductId product = ProductId.parse(id);
      SortedMap<CountryCode, Double> output = built.volumes().output(product);
      double made = output.values().stream().mapToDouble(Double::doubleValue).sum();
      List<Flow> flows =
          built.flows().list().stream().filter(f -> f.product().equals(product)).toList();
      assertEquals(made, flows.stream().mapToDouble(Flow::tonnes).sum(), 1e-9);
      output.forEach((country, tonnes) ->
          assertEquals(
              tonnes,
              flows.stream()
                  .filter(f -> f.exporter().equals(country))
                  .mapToDouble(Flow::tonnes)
                  .sum(),
              1e-9 * made));
    }
  }

  @Test
  void aStatedFlowIsKnownByJudgementAndASeriesByItsReading() {
    Flow stated = find("AAA", "BBB").orElseThrow();
    assertEquals(OptionalDouble.of(5), stated.observedTonnes());
    assertEquals(Grade.B, stated.provenance().grade());
    assertEquals(
        Source.parse("judgement@2026-11-24#trade of tinium/mine"), stated.provenance().source());
    Flow read = find("CCC", "AAA").orElseThrow();
    assertEquals(OptionalDouble.of(3.75), read.observedTonnes());
    assertEquals(Source.parse("tiny@1#ore/traded"), read.provenance().source());
  }

  @Test
  void anExporterWhoseCustomersAreKnownHasNoOther() {
    assertEquals(3.75, find("CCC", "AAA").orElseThrow().tonnes(), 1e-6);
    assertEquals(Optional.empty(), find("CCC", "BBB"));
  }

  @Test
  void aPublishedTotalIsNobodysTrade() {
    assertTrue(
        TinyHand.build(folder).flows().list().stream()
            .noneMatch(f -> f.importer().isAggregate() && f.observedTonnes().isPresent()));
  }

  @Test
  void whatNobodySawIsAPrior() {
    Flow prior = find("DDD", "BBB").orElseThrow();
    assertEquals(OptionalDouble.empty(), prior.observedTonnes());
    assertEquals(Grade.C, prior.provenance().grade());
    assertEquals(Status.DERIVED, prior.provenance().status());
    assertEquals("surplus of exporter × deficit of importer, balanced", prior.provenance().note());
    assertEquals(
        "output less exports, balanced", find("BBB", "BBB").orElseThrow().provenance().note());
  }

  @Test
  void whatStaysAtHomeIsKnownAsMostOfTheOutputIs() {
    assertEquals(Grade.A, find("AAA", "AAA").orElseThrow().provenance().grade());
  }

  @Test
  void smallCountriesAreFoldedOverTheWholeChainWithTheirNames() throws IOException {
    // D makes 1.25% of the ore and uses 15.9% of the metal; E only uses.
    TinyHand.edit(folder, "parameters.csv", "0.01,0.01,0.01 -> 0.2,0.2,0.2");
    TinyHand.Built built = TinyHand.build(folder);
    List<Flow> flows = built.flows().list();
    assertFalse(flows.stream().anyMatch(f -> f.exporter().alpha3().equals("DDD")));
    SortedMap<CountryCode, Amount> folded =
        built
            .flows()
            .fold(
                ORE,
                Optional.ofNullable(built.volumes().levels().get("tinium-mining")).orElseThrow(),
                "2026-11-24");
    Amount rest = Optional.ofNullable(folded.get(CountryCode.REST_OF_WORLD)).orElseThrow();
    assertEquals(1.25, rest.tonnes(), 1e-12);
    assertEquals("adds up DDD 1.25 t", rest.provenance().note());
    Amount union = Optional.ofNullable(folded.get(CountryCode.REST_OF_EU)).orElseThrow();
    assertEquals("adds up CCC 3.75 t", union.provenance().note());
  }

  @Test
  void aFlowThatGrowsMoreThanThreefoldIsRemarkedOn() throws IOException {
    TinyHand.edit(folder, "trade.csv", "AAA,BBB,fixed,,,5,no -> AAA,BBB,fixed,,,0.5,yes");
    List<String> remarks =
        TinyHand.build(folder).flows().issues().stream().map(Issue::problem).toList();
    assertEquals(1, remarks.size(), remarks.toString());
    assertTrue(
        remarks.getFirst().startsWith("tinium/mine from AAA to BBB: 0.500 t observed, "),
        remarks.toString());
  }

  private Optional<Flow> find(String from, String to) {
    return TinyHand.build(folder).flows().list().stream()
        .filter(f -> f.product().equals(ORE))
        .filter(f -> f.exporter().alpha3().equals(from) && f.importer().alpha3().equals(to))
        .findFirst();
  }
}
