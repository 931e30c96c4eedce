package org.plimsoll.border.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.fixture.TinyWorld;

/**
 * Into CCC, which with BBB is no union for this test's purpose: importer UNION buys 10 t of ore and
 * 30 t of refined tinium from AAA, at 9,000 and 15,000 dollars a tonne.
 */
class EntryGeneratorTest {
  private static final LocalDate SINCE = LocalDate.of(2027, 7, 1);

  private static EntryGenerator generator(
      long seed, long lines, SortedMap<CircumventionKind, Double> rates) {
    return new EntryGenerator(
        TradePattern.of(TinyTrade.evidence(), "UNION"),
        new EntryGenerator.Plan(seed, lines, 2027, SINCE, TinyWorld.AAA, rates));
  }

  @Test
  void lineDependsOnSeedAndNumberAlone() {
    EntryGenerator one = generator(7, 100, new TreeMap<>());
    EntryGenerator other = generator(7, 100, new TreeMap<>());
    GeneratedEntry last = other.make(99);
    for (int i = 0; i < 99; i++) {
      one.make(i);
    }
    assertEquals(one.make(99), last);
    assertTrue(!one.make(98).line().netMass().equals(last.line().netMass()));
    assertTrue(!generator(8, 100, new TreeMap<>()).make(99).equals(last));
  }

  /** 10 t of ore and 30 t refined; value 90,000 and 450,000 dollars, with freight and noise. */
  @Test
  void massesAddUpToThePacksTrade() {
    EntryGenerator generator = generator(1, 20_000, new TreeMap<>());
    double ore = 0;
    double refined = 0;
    double usd = 0;
    for (int i = 0; i < 20_000; i++) {
      GeneratedEntry made = generator.make(i);
      assertTrue(made.kind().isEmpty());
      double tonnes =
          made.line().netMass().grams()
              / 1e6
              * made.line().assay().orElseThrow().millionths()
              / 1e6;
      ore += made.line().code().equals("260900") ? tonnes : 0;
      refined += made.line().code().equals("800110") ? tonnes : 0;
      usd +=
          made.line().customsValue().minor()
              / 100.0
              * (made.line().customsValue().currency().code().equals("EUR") ? 1.08 : 1);
    }
    assertEquals(10, ore, 0.5, "standard error √((e^0.64 − 1) ÷ 6000) is 1.2%");
    assertEquals(30, refined, 1);
    assertEquals(540_000, usd, 0.2 * 540_000, "lanes and months stray by 8% and 5%");
  }

  /** A tenth of what is possible after the day, nothing before. */
  @Test
  void plantsAtTheRateAndOnlyAfterTheDay() {
    SortedMap<CircumventionKind, Double> rates = new TreeMap<>();
    rates.put(CircumventionKind.UNDERVALUATION, 0.1);
    rates.put(CircumventionKind.RELABELLING, 0.1);
    EntryGenerator generator = generator(3, 20_000, rates);
    int after = 0;
    int refinedAfter = 0;
    SortedMap<CircumventionKind, Integer> planted = new TreeMap<>();
    for (int i = 0; i < 20_000; i++) {
      GeneratedEntry made = generator.make(i);
      boolean isAfter = !made.line().date().isBefore(SINCE);
      boolean wasRefined =
          made.line().code().equals("800110") || made.truth().equals("code 800110");
      after += isAfter ? 1 : 0;
      refinedAfter += isAfter && wasRefined ? 1 : 0;
      if (made.kind().isPresent()) {
        assertTrue(isAfter);
        planted.merge(made.kind().get(), 1, Integer::sum);
      }
    }
    int low = planted.getOrDefault(CircumventionKind.UNDERVALUATION, 0);
    int moved = planted.getOrDefault(CircumventionKind.RELABELLING, 0);
    assertEquals(0.1, (double) low / after, 0.012, "four standard errors of 10,000 draws");
    assertEquals(0.1, (double) moved / refinedAfter, 0.015, "ore has no cheaper neighbour");
  }

  /** Goods of AAA into AAA's neighbours: the smallest maker outside the union is AAA itself. */
  @Test
  void whatHasNoWayOutIsNotPlanted() {
    SortedMap<CircumventionKind, Double> rates = new TreeMap<>();
    rates.put(CircumventionKind.FALSE_ORIGIN, 0.5);
    rates.put(CircumventionKind.REROUTING, 0.5);
    EntryGenerator generator = generator(3, 200, rates);
    for (int i = 0; i < 200; i++) {
      assertTrue(generator.make(i).kind().isEmpty());
    }
  }

  @Test
  void refusesWhatIsNoPlan() {
    assertThrows(
        IllegalArgumentException.class, () -> generator(1, 0, new TreeMap<>()), "no lines");
    assertThrows(
        IllegalArgumentException.class,
        () -> TradePattern.of(TinyTrade.evidence(), "ZZZ"),
        "nobody sells there");
    assertThrows(
        IllegalArgumentException.class,
        () -> {
          SortedMap<CircumventionKind, Double> rates = new TreeMap<>();
          rates.put(CircumventionKind.REROUTING, 1.5);
          generator(1, 10, rates);
        });
    assertThrows(IllegalArgumentException.class, () -> CircumventionKind.parse("smuggling"));
  }
}
