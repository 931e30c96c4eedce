package org.plimsoll.border.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.border.levy.DutyStep;
import org.plimsoll.border.levy.Instrument;
import org.plimsoll.border.levy.LevyRule;
import org.plimsoll.border.levy.LevySchedule;
import org.plimsoll.border.levy.ScheduleBook;
import org.plimsoll.border.origin.OriginFacts;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.DutyKind;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.Money;

/** What is at stake, by hand: ten per cent on refined tinium, and nothing on its ore. */
class StakesTest {
  private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

  private static final LevyRule TENTH =
      TinyLaw.rule(
          "tinium/refined", "800110", "Ti", new Instrument.AdValorem(TinyLaw.share("0.1")));

  private static Screening screen(List<EntryLine> lines, LevySchedule schedule) {
    EntryScreen screen =
        new EntryScreen(
            TinyTrade.catalogue(),
            Optional.empty(),
            Optional.of(new Stakes(ScheduleBook.of(schedule))));
    lines.forEach(screen::add);
    return screen.rank(100, 1, 1);
  }

  private static LevySchedule tenth() {
    return TinyLaw.schedule(List.of(TENTH));
  }

  /** Nineteen prices from 9.10 to 10.90 a kilogram, and one of 2. */
  private static List<EntryLine> prices(String code) {
    List<EntryLine> lines = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      long cents = i == 20 ? 200 : 900 + 10 * i;
      lines.add(TinyTrade.line(i, DAY, code, "AAA", 1, new Money(cents, CurrencyCode.USD)));
    }
    return lines;
  }

  /**
   * The middle of 9.90 and 10.00 is their root, 9.95: a tenth of it is 1.00, of 2 it is 0.20.
   * Widths are 1.4826 times the median distance of logarithms on each side.
   */
  @Test
  void aLowPriceIsHeldAgainstTheMedian() {
    Ranked first = screen(prices("800110"), tenth()).ranked().getFirst();
    assertEquals("E00020/1", first.key());
    Stake stake = first.stake().orElseThrow();
    assertEquals("0.80 USD", stake.levy().toString());
    assertEquals(Suspicion.UNIT_VALUE, stake.suspicion());
    assertEquals(80 * first.findings().getFirst().share(), stake.expected(), 1e-9);
    PriceAmongPeers price = first.price().orElseThrow();
    assertEquals("USD FOB", price.currency());
    assertEquals(2, price.perKilogram(), 1e-9);
    assertEquals(Math.sqrt(9.9 * 10), price.median(), 1e-9);
    assertEquals(20, price.peers());
    assertTrue(price.low() < 9.95 && price.low() > 2, price.toString());
    assertTrue(price.high() > 9.95 && price.high() < 13, price.toString());
    assertEquals("tinium/refined", first.goods().product().map(Object::toString).orElse(""));
    assertEquals("800110", first.goods().code());
    assertEquals("AAA", first.goods().origin().map(Object::toString).orElse(""));
    assertEquals("importer", first.goods().importer());
  }

  /** Under a floor a low value raises the levy: nobody gains by it. */
  @Test
  void aLowPriceUnderAFloorHasNothingAtStake() {
    LevyRule floor =
        TinyLaw.rule(
            "tinium/refined",
            "800110",
            "Ti",
            new Instrument.VariableLevy(TinyLaw.price("50"), Optional.empty()));
    Ranked first = screen(prices("800110"), TinyLaw.schedule(List.of(floor))).ranked().getFirst();
    assertEquals("0.00 USD", first.stake().orElseThrow().levy().toString());
  }

  private static EntryLine madeIn(int id, String origin, long kilograms, long cents) {
    EntryLine line = TinyTrade.refined(id, DAY, origin, kilograms, cents);
    CountryCode country = CountryCode.of(origin);
    Optional<CountryCode> there = Optional.of(country);
    return new EntryLine(
        line.entryId(),
        line.line(),
        line.date(),
        line.code(),
        line.hsEdition(),
        line.netMass(),
        line.assay(),
        line.assayBasis(),
        line.customsValue(),
        line.valueBasis(),
        new OriginFacts(Optional.empty(), there, there, there),
        line.importer(),
        line.otherDuties(),
        line.preferenceCode());
  }

  /**
   * Japan makes no tinium, so nothing can be smelted there; as a member it would pay nothing. AAA
   * makes 70 t, and CCC, which makes none, may send on the 30 t that it imports.
   */
  @Test
  void whatCannotHaveBeenMadeThereOwesAllOfIt() {
    Screening screening =
        screen(
            List.of(
                madeIn(1, "JPN", 10, 10_000),
                madeIn(2, "AAA", 60_000, 60_000_000),
                TinyTrade.refined(3, DAY, "CCC", 20_000, 20_000_000),
                madeIn(4, "CCC", 10, 500_000)),
            tenth());
    assertEquals(
        List.of("E00001/1", "E00004/1"), screening.ranked().stream().map(Ranked::key).toList());
    Ranked japan = screening.ranked().getFirst();
    assertEquals(1, japan.share(), 1e-12);
    assertEquals("10.00 USD", japan.stake().orElseThrow().levy().toString());
    assertEquals(
        "tinium/refined made in JPN in 2027: 0.01000 t declared, 0.000 t made there in a year",
        japan.findings().getFirst().figures());
    Ranked other = screening.ranked().getLast();
    assertEquals("0.00 USD", other.stake().orElseThrow().levy().toString(), "pays all the same");
    assertEquals(
        List.of("E00001/1", "E00004/1"),
        screening.first().getOrDefault(Suspicion.CAPACITY, List.of()));
  }

  /** A duty on Chinese goods is what another origin would hide. */
  @Test
  void theOriginThatPaysMostIsTaken() {
    DutyStep onChinese =
        new DutyStep(
            DutyKind.SECTION_301,
            Optional.of(TinyLaw.share("0.25")),
            false,
            false,
            List.of(),
            List.of(CountryCode.of("CHN")),
            true);
    Ranked first =
        screen(
                List.of(madeIn(1, "VNM", 10, 10_000)),
                TinyLaw.levying(List.of(onChinese), List.of(TENTH)))
            .ranked()
            .getFirst();
    assertEquals("25.00 USD", first.stake().orElseThrow().levy().toString());
  }

  /** However strong the reason, goods without a rule come last. */
  @Test
  void goodsUnderNoMeasureAreLast() {
    List<EntryLine> lines = new ArrayList<>(prices("260900"));
    lines.add(madeIn(30, "JPN", 10, 10_000));
    Screening screening = screen(lines, tenth());
    assertEquals("E00030/1", screening.ranked().getFirst().key());
    Ranked last = screening.ranked().getLast();
    assertEquals("E00020/1", last.key());
    assertEquals(Optional.empty(), last.stake());
    EntryScreen plain = new EntryScreen(TinyTrade.catalogue(), Optional.empty());
    lines.forEach(plain::add);
    assertEquals(
        Optional.empty(), plain.rank(100, 1, 1).ranked().getFirst().stake(), "without a schedule");
  }
}
