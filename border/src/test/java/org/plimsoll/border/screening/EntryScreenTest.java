package org.plimsoll.border.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.Money;

class EntryScreenTest {
  private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

  /** CCC makes no refined tinium and imports 30 t; of 80 t from there 50 t cannot be: 0.625. */
  @Test
  void capacityByHand() {
    List<EntryLine> lines =
        List.of(
            TinyTrade.refined(1, DAY, "CCC", 60_000, 60_000_000),
            TinyTrade.refined(2, DAY, "CCC", 20_000, 20_000_000),
            TinyTrade.refined(3, DAY, "AAA", 70_000, 70_000_000));
    Screening screening = screen(lines, Optional.empty());
    assertEquals(List.of("E00001/1", "E00002/1"), keys(screening), "AAA has 70 t");
    Finding finding = screening.ranked().getFirst().findings().getFirst();
    assertEquals(Suspicion.CAPACITY, finding.suspicion());
    assertEquals(0.625, finding.share(), 1e-12);
    assertEquals(
        "tinium/refined from CCC in 2027: 80 t declared, 30 t made and imported there in a year"
            .replace("80 t", "80.00 t")
            .replace("30 t", "30.00 t"),
        finding.figures());
  }

  /** Nine thousand million tonnes, which twice pass what a long counts in milligrams. */
  @Test
  void absurdMassesHideNothing() {
    List<EntryLine> lines =
        List.of(
            TinyTrade.refined(1, DAY, "CCC", 9_000_000_000_000L, 1),
            TinyTrade.refined(2, DAY, "CCC", 9_000_000_000_000L, 1),
            TinyTrade.refined(3, DAY, "CCC", 31_000, 31_000_000));
    assertEquals(3, screen(lines, Optional.empty()).found().get(Suspicion.CAPACITY));
  }

  /**
   * A measure from 1 April, with 90 days before and 90 after. BBB ships 1 t in January; then a
   * tonne on each of 9 days: growth 8, standard error √(9 + 1) = 3.162, sure 8 − 6.325 = 1.675, of
   * 9 shipped. AAA falls from 20 to 4 t, which mirrors all of it: 1.675 ÷ 9 = 0.1862.
   */
  @Test
  void surgeByHand() {
    LocalDate since = LocalDate.of(2027, 4, 1);
    List<EntryLine> lines = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      lines.add(TinyTrade.refined(i, since.minusDays(90 - i), "AAA", 1_000, 1_000_000));
    }
    for (int i = 20; i < 24; i++) {
      lines.add(TinyTrade.refined(i, since.plusDays(109 - i), "AAA", 1_000, 1_000_000));
    }
    lines.add(TinyTrade.refined(30, since.minusDays(80), "BBB", 1_000, 1_000_000));
    for (int i = 31; i < 40; i++) {
      lines.add(TinyTrade.refined(i, since.plusDays(i), "BBB", 1_000, 1_000_000));
    }
    Screening screening = screen(lines, Optional.of(since));
    assertEquals(9, screening.ranked().size());
    Finding finding = screening.ranked().getFirst().findings().getFirst();
    assertEquals(Suspicion.SURGE, finding.suspicion());
    assertEquals((8 - 2 * Math.sqrt(10)) / 9, finding.share(), 1e-12);
    assertEquals(13, screening.judged().get(Suspicion.SURGE), "what came after the measure");
  }

  /** Nineteen prices between 9.1 and 10.9 and one of 2: only that one is odd. */
  @Test
  void aLowPriceAmongPeers() {
    Screening screening = screen(prices(200), Optional.empty());
    assertEquals("E00020/1", screening.ranked().getFirst().key());
    assertEquals(1, screening.ranked().size());
    Finding finding = screening.ranked().getFirst().findings().getFirst();
    assertEquals(Suspicion.UNIT_VALUE, finding.suspicion());
    assertTrue(finding.figures().contains("20.1% of the median of 20 peers"), finding.figures());
  }

  private static List<EntryLine> prices(long lastCents) {
    List<EntryLine> lines = new ArrayList<>();
    for (int i = 1; i < 20; i++) {
      lines.add(TinyTrade.refined(i, DAY, "AAA", 1, 900 + 10 * i));
    }
    lines.add(TinyTrade.refined(20, DAY, "AAA", 1, lastCents));
    return lines;
  }

  /** Nineteen lines are too few to say what is usual. */
  @Test
  void fewPeersAreNotJudged() {
    Screening screening = screen(prices(200).subList(1, 20), Optional.empty());
    assertEquals(0, screening.judged().get(Suspicion.UNIT_VALUE));
    assertEquals(List.of(), screening.ranked());
  }

  /** Ore costs 5, refined 10 a kilogram; a line of ore at 10 is priced as refined. */
  @Test
  void oreAtThePriceOfMetal() {
    List<EntryLine> lines = new ArrayList<>(prices(1_000));
    for (int i = 101; i < 125; i++) {
      lines.add(ore(i, 450 + 4 * (i - 100)));
    }
    lines.add(ore(125, 1_000));
    Screening screening = screen(lines, Optional.empty());
    assertEquals(List.of("E00125/1"), keys(screening));
    Finding finding = screening.ranked().getFirst().findings().getFirst();
    assertEquals(Suspicion.RELABELLING, finding.suspicion());
    assertTrue(finding.figures().contains("1.00 times that of 800110"), finding.figures());
  }

  private static EntryLine ore(int id, long cents) {
    return TinyTrade.line(id, DAY, "260900", "AAA", 1, new Money(cents, CurrencyCode.USD));
  }

  /** What no test can judge is counted and never ranked. */
  @Test
  void unknownCodesAreNotJudged() {
    Screening screening =
        screen(
            List.of(TinyTrade.line(1, DAY, "010121", "CCC", 900, new Money(1, CurrencyCode.USD))),
            Optional.empty());
    assertEquals(1, screening.lines());
    assertEquals(List.of(), screening.ranked());
    assertEquals(0, screening.judged().get(Suspicion.CAPACITY));
    assertEquals(List.of("E00001/1"), screening.control(), "it may be drawn all the same");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void orderOfLinesAndCurrencyChangeNothing(long seed) {
    List<EntryLine> lines = random(seed);
    LocalDate since = LocalDate.of(2027, 7, 1);
    Screening once = screen(lines, Optional.of(since));
    assertTrue(once.ranked().size() > 20, "something to compare: " + once.ranked().size());
    List<EntryLine> shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, new Random(seed));
    Screening again = screen(shuffled, Optional.of(since));
    assertEquals(keys(once), keys(again));
    assertEquals(once.control(), again.control());
    assertEquals(once.found(), again.found());
    List<EntryLine> dearer = lines.stream().map(EntryScreenTest::inSmallerCoin).toList();
    assertEquals(keys(once), keys(screen(dearer, Optional.of(since))));
  }

  /** The same amount in a coin of an eighth. */
  private static EntryLine inSmallerCoin(EntryLine line) {
    return TinyTrade.line(
        Integer.parseInt(line.entryId().substring(1)),
        line.date(),
        line.code(),
        line.origin().findLastStep().orElseThrow().alpha3(),
        line.netMass().grams() / 1_000,
        new Money(8 * line.customsValue().minor(), line.customsValue().currency()));
  }

  /** Trade with low prices, ore priced as metal, and CCC growing after July. */
  private static List<EntryLine> random(long seed) {
    Random random = new Random(seed);
    List<EntryLine> lines = new ArrayList<>();
    for (int i = 0; i < 800; i++) {
      LocalDate date = LocalDate.ofYearDay(2027, 1 + random.nextInt(365));
      boolean isOre = random.nextInt(4) == 0;
      boolean isOdd = random.nextInt(20) == 0;
      boolean isLate = date.getMonthValue() > 6;
      String origin = random.nextInt(isLate ? 3 : 20) == 0 ? "CCC" : "AAA";
      long kilograms = 50L + random.nextInt(400);
      double price =
          (isOre ? 500 : 1_000)
              * Math.exp(0.1 * random.nextGaussian())
              * (isOdd ? (isOre ? 2 : 0.4) : 1);
      lines.add(
          TinyTrade.line(
              i,
              date,
              isOre ? "260900" : "800110",
              origin,
              kilograms,
              new Money(Math.round(kilograms * price), CurrencyCode.USD)));
    }
    return lines;
  }

  @Test
  void theControlSampleHangsOnItsSeedAlone() {
    EntryScreen screen = new EntryScreen(TinyTrade.catalogue(), Optional.empty());
    random(1).forEach(screen::add);
    List<String> one = screen.rank(10, 50, 1).control();
    assertEquals(50, one.size());
    assertEquals(50, one.stream().distinct().count());
    assertEquals(one, screen.rank(20, 50, 1).control());
    long shared = screen.rank(10, 50, 2).control().stream().filter(one::contains).count();
    assertTrue(shared < 15, "about 50 × 50 ÷ 800 = 3 are expected in both, but are " + shared);
  }

  private static Screening screen(List<EntryLine> lines, Optional<LocalDate> since) {
    EntryScreen screen = new EntryScreen(TinyTrade.catalogue(), since);
    lines.forEach(screen::add);
    return screen.rank(1_000, 10, 1);
  }

  private static List<String> keys(Screening screening) {
    return screening.ranked().stream().map(Ranked::key).toList();
  }
}
